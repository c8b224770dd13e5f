"""All that the page of one person shows."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from coalition_app.extensions import db
from coalition_app.models import (
    Affiliation,
    Attendance,
    Commitment,
    Conversation,
    Meeting,
    Organization,
    Person,
    Tie,
)

MOST_EVENTS = 30
ROLES = selectinload(Person.affiliations).joinedload(Affiliation.organization)


@dataclass(frozen=True)
class TieRow:
    """A tie seen from the person whose page it is: 'sibling of', Elena."""

    tie: Tie
    phrase: str
    other: Person


@dataclass(frozen=True)
class Event:
    """On a day, what (bold), with which organizations, and the rest; the meeting if it was one."""

    on: date
    what: str
    organizations: list[Organization]
    text: str = ""
    meeting_id: int | None = None


class PersonPage:
    def __init__(self, id_: int):
        self.person = db.get_or_404(Person, id_, options=(ROLES,))

    @property
    def current(self) -> list[Affiliation]:
        return self.person.current_affiliations

    @property
    def past(self) -> list[Affiliation]:
        return [each for each in self.person.affiliations if not each.is_current]

    @property
    def ties(self) -> list[TieRow]:
        query = Tie.of(self.person).order_by(Tie.is_close.desc(), Tie.id)
        both = (joinedload(Tie.person), joinedload(Tie.other), joinedload(Tie.told_by))
        rows = []
        for tie in db.session.scalars(query.options(*both)):
            kind, other = tie.seen_from(self.person)
            rows.append(TieRow(tie, Tie.phrase(kind), other))
        return rows

    @property
    def leads(self) -> list[Organization]:
        return list(
            db.session.scalars(Organization.started().where(Organization.lead_id == self.person.id))
        )

    @property
    def commitments(self) -> list[Commitment]:
        query = Commitment.open().where(Commitment.owner_id == self.person.id)
        return list(db.session.scalars(query.options(joinedload(Commitment.organization))))

    @property
    def events(self) -> list[Event]:
        """Conversations and meetings with this person, latest first."""
        events = [*self._conversations(), *self._meetings()]
        return sorted(events, key=lambda event: event.on, reverse=True)[:MOST_EVENTS]

    def _conversations(self):
        query = (
            select(Conversation)
            .where(
                or_(
                    Conversation.our_person_id == self.person.id,
                    Conversation.people.any(Person.id == self.person.id),
                )
            )
            .order_by(Conversation.held_on.desc(), Conversation.id.desc())
            .limit(MOST_EVENTS)
            .options(joinedload(Conversation.organization))
        )
        for each in db.session.scalars(query):
            yield Event(each.held_on, each.kind.capitalize(), [each.organization], each.summary)

    def _meetings(self):
        attended = select(Attendance.meeting_id).where(
            Attendance.person_id == self.person.id, Attendance.came
        )
        query = select(Meeting).where(Meeting.id.in_(attended), Meeting.held_on.is_not(None))
        query = query.order_by(Meeting.starts_at.desc()).limit(MOST_EVENTS)
        for each in db.session.scalars(query.options(selectinload(Meeting.parties))):
            organizations = each.organizations_that_came
            yield Event(each.starts_at.date(), "Meeting", organizations, "", each.id)
