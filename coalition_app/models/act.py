"""What an organization did lately that shows where it stands: an act for its standing to cite."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import joinedload

from coalition_app.extensions import db
from coalition_app.lib.wording import day, plural
from coalition_app.models.assistance import Assistance
from coalition_app.models.commitment import Commitment
from coalition_app.models.introduction import Introduction
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization

RECENT_DAYS = 365
MOST = 8


class Act(NamedTuple):
    """`key` names it in a form; `words` are what the standing says."""

    key: str
    on: date
    words: str


def acts_of(organization: Organization, today: date) -> list[Act]:
    """Theirs of the last year, the newest first; ours prove nothing about them."""
    since = today - timedelta(days=RECENT_DAYS)
    found = [
        act
        for gather in (_help, _promises, _meetings, _introductions)
        for act in gather(organization.id, today)
        if since <= act.on <= today
    ]
    return sorted(found, key=lambda act: (act.on, act.key), reverse=True)[:MOST]


def _help(id_: int, today: date) -> Iterator[Act]:
    """Those who turned out, and what they gave."""
    for each in db.session.scalars(_helped(id_)):
        key, on = f"assistance-{each.id}", each.settled_on
        if each.came_count is not None:
            came = f"{each.came_count:,} of {each.promised_count:,} came"
            yield Act(key, on, f"{came} on {day(on, today)}: {each.what}")
        elif not each.we_give:
            yield Act(key, on, f"Gave us on {day(on, today)}: {each.what}")


def _helped(id_: int) -> Select:
    """Turned out for us means that they gave: what we give shows nothing of them."""
    return select(Assistance).where(
        Assistance.organization_id == id_,
        Assistance.we_give.is_(False),
        Assistance.state == "given",
        Assistance.settled_on.is_not(None),
    )


def _promises(id_: int, today: date) -> Iterator[Act]:
    """Kept or dropped; help that was given is told as help."""
    told = select(Assistance.commitment_id).where(Assistance.commitment_id.is_not(None))
    query = select(Commitment).where(
        Commitment.organization_id == id_,
        Commitment.is_ours.is_(False),
        Commitment.kept_on.is_not(None) | Commitment.dropped_on.is_not(None),
        Commitment.id.not_in(told),
    )
    for each in db.session.scalars(query):
        on, verb = each.kept_on or each.dropped_on, "Kept" if each.kept_on else "Dropped"
        yield Act(f"commitment-{each.id}", on, f"{verb} on {day(on, today)}: {each.what}")


def _meetings(id_: int, today: date) -> Iterator[Act]:
    """How many of them came; or that they stayed away."""
    came = (
        select(func.count())
        .where(
            Attendance.meeting_id == Meeting.id,
            Attendance.organization_id == id_,
            Attendance.came,
        )
        .scalar_subquery()
    )
    query = (
        select(Meeting.id, Meeting.starts_at, MeetingParty.stayed_away, came)
        .join(MeetingParty, MeetingParty.meeting_id == Meeting.id)
        .where(MeetingParty.organization_id == id_, Meeting.held_on.is_not(None))
    )
    for key, starts_at, stayed_away, count in db.session.execute(query):
        on = starts_at.date()
        met = f"the meeting of {day(on, today)}"
        if stayed_away:
            yield Act(f"meeting-{key}", on, f"Stayed away from {met}")
        elif count:
            who = plural(count, "of them", "of them")
            yield Act(f"meeting-{key}", on, f"{who} came to {met}")


def _introductions(id_: int, today: date) -> Iterator[Act]:
    """They opened a door to others for us."""
    query = select(Introduction).where(
        Introduction.through_organization_id == id_, Introduction.made_on.is_not(None)
    )
    for each in db.session.scalars(query.options(joinedload(Introduction.organization))):
        words = f"Introduced us to {each.organization.full_name} on {day(each.made_on, today)}"
        yield Act(f"introduction-{each.id}", each.made_on, words)
