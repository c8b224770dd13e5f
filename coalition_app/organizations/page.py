"""All that the page of one organization shows, gathered by a fixed number of queries."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from sqlalchemy import select, union
from sqlalchemy.orm import joinedload, lazyload, load_only

from coalition_app.extensions import db
from coalition_app.lib.tax_status import in_practice
from coalition_app.lib.wording import near_day, plural
from coalition_app.models import (
    Action,
    Affiliation,
    Assistance,
    Attendance,
    Commitment,
    Conversation,
    Issue,
    Letter,
    Meeting,
    Organization,
    Pathway,
    Person,
    Review,
    Timeline,
    WaysIn,
    actions_of,
    facts_of,
)

SOON = timedelta(days=7)
PLACES = {Meeting: "meetings.show", Letter: "letters.show", Commitment: "commitments.edit"}
LOADED = (
    joinedload(Organization.lead),
    joinedload(Organization.parent),
    joinedload(Organization.suggested_by),
    lazyload(Organization.affiliations).joinedload(Affiliation.person),
    lazyload(Organization.reviews).joinedload(Review.reviewer),
)


@dataclass(frozen=True)
class PersonRow:
    affiliation: Affiliation
    is_met: bool


class OrganizationPage:
    MOST_EVENTS = 12
    MOST_MEMBERS = 6
    FEW_CHAPTERS = 5

    def __init__(self, id_: int, now: datetime, *, whole_history: bool = False):
        self.organization = db.get_or_404(Organization, id_, options=LOADED)
        self.now, self.today = now, now.date()
        self.whole_history = whole_history
        self.pause = self.organization.pause_on(self.today)

    @cached_property
    def path(self) -> Pathway | None:
        """The nine steps; none while it is only listed."""
        if not self.organization.is_started:
            return None
        return Pathway(facts_of(self.organization, self.today), self.now)

    @cached_property
    def actions(self) -> list[Action]:
        """What it asks of us; nothing while it is paused or archived."""
        speaks = self.path and not self.pause and not self.organization.is_archived
        return actions_of(self.path) if speaks else []

    @cached_property
    def ways(self) -> WaysIn:
        return WaysIn(self.organization)

    @property
    def only_one(self) -> Person | None:
        """The only one of us who knows somebody there."""
        known = {way.through_person for way in self.ways.members}
        return known.pop() if len(known) == 1 else None

    @cached_property
    def events(self) -> list:
        return Timeline(self.organization).events

    @property
    def shown_events(self) -> Iterator[tuple]:
        """(event, endpoint of its page or none)"""
        shown = self.events if self.whole_history else self.events[: self.MOST_EVENTS]
        return ((event, PLACES.get(type(event.subject), "")) for event in shown)

    @cached_property
    def meetings(self) -> list[Meeting]:
        """Those to come, and those of which nobody said yet whether they happened."""
        query = Meeting.of(self.organization).where(
            Meeting.held_on.is_(None), Meeting.canceled_on.is_(None)
        )
        return list(db.session.scalars(query.order_by(None).order_by(Meeting.starts_at)))

    @cached_property
    def commitments(self) -> list[Commitment]:
        query = Commitment.open().where(Commitment.organization_id == self.organization.id)
        return list(db.session.scalars(query.options(joinedload(Commitment.owner))))

    @cached_property
    def assistances(self) -> list[Assistance]:
        return list(db.session.scalars(Assistance.of(self.organization)))

    @cached_property
    def people(self) -> list[PersonRow]:
        current = self.organization.current_affiliations
        met = _met([affiliation.person_id for affiliation in current])
        return [PersonRow(each, each.person_id in met) for each in current]

    def due(self, commitment: Commitment) -> tuple[str, str]:
        """The words and tone of its tag: red is for what is ours and late."""
        if commitment.due_on is None:
            return "no date", ""
        late = commitment.days_late(self.today)
        if late and not commitment.is_ours:
            return "remind them", "soon"
        if late:
            return f"{plural(late, 'day')} late", "late"
        is_soon = commitment.due_on <= self.today + SOON
        return near_day(commitment.due_on, self.today), "soon" if is_soon else ""

    @cached_property
    def chapters(self) -> list:
        """Started ones first."""
        columns = (Organization.id, Organization.name, Organization.chapter, Organization.city)
        query = Organization.in_view().where(Organization.parent_id == self.organization.id)
        query = query.order_by(None).order_by(Organization.started_on.is_(None))
        query = query.order_by(Organization.sort_name, Organization.id)
        return list(db.session.scalars(query.options(load_only(*columns, Organization.started_on))))

    @property
    def issues(self) -> list[tuple[str, list[Issue]]]:
        """Those that stand on our agenda as well come first, under words of their own."""
        issues = self.organization.issues
        ours = [issue for issue in issues if issue.is_ours]
        others = [issue for issue in issues if not issue.is_ours]
        worded = (
            ("Shared with our agenda", ours),
            ("Issues" if not ours else "More issues", others),
        )
        return [(words, found) for words, found in worded if found]

    def names_in(self, text: str) -> list[tuple[str, int | None]]:
        return Organization.names_in(text)

    @property
    def is_research_empty(self) -> bool:
        known = self.organization
        return not (known.mission or known.campaigns or known.structure or known.shared_issues)

    @property
    def tax_status_in_practice(self) -> str:
        return in_practice(self.organization.tax_status)


def _met(ids: list[int]) -> set[int]:
    """Those with whom one of us talked: at a meeting, or in a conversation of both sides."""
    query = union(
        select(Attendance.person_id).where(Attendance.came, Attendance.person_id.in_(ids)),
        select(Person.id)
        .select_from(Conversation)
        .join(Conversation.people)
        .where(Conversation.is_two_way, Person.id.in_(ids)),
    )
    return set(db.session.scalars(query))
