"""What the pathway needs to know of meetings, read set by set.

Only of planned ones is it asked who is named and what is blank, only of the latest one held what
is recorded: nothing is decided by these of the many others.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Select, exists, func, or_, select

from coalition_app.models.assistance import Assistance
from coalition_app.models.commitment import Commitment
from coalition_app.models.facts import MeetingFacts
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.question import Answer, Question

KEPT = 2048  # organizations


class Known(NamedTuple):
    """A meeting as the text of `fact_statements` has it."""

    id: int
    starts_at: datetime
    is_held: bool
    is_canceled: bool
    stayed_away: bool
    is_just_us: bool
    has_no_next: bool


class Meetings(NamedTuple):
    """Those of one organization, in no order."""

    known: tuple[Known, ...] = ()
    planned_ids: tuple[int, ...] = ()
    latest_id: int | None = None


@lru_cache(maxsize=KEPT)
def read_meetings(text: str | None) -> Meetings:
    known = tuple(_known(*each.split(" ", 2)) for each in text.split(",")) if text else ()
    held = [(each.starts_at, each.id) for each in known if each.is_held and not each.stayed_away]
    return Meetings(
        known,
        tuple(each.id for each in known if not (each.is_held or each.is_canceled)),
        max(held)[1] if held else None,
    )


def _known(id_: str, bits: str, starts_at: str) -> Known:
    said = (bool(int(bits) >> place & 1) for place in range(5))
    return Known(int(id_), datetime.fromisoformat(starts_at), *said)


def meeting_facts(
    meetings: Meetings, planned: Iterable[tuple], recorded_id: int | None
) -> tuple[MeetingFacts, ...]:
    counts = {id_: _planned(*counted) for id_, *counted in planned}
    return tuple(
        MeetingFacts(
            each.id,
            each.starts_at,
            each.is_held,
            each.is_canceled or each.stayed_away,
            is_recorded=each.id == recorded_id,
            is_just_us=each.is_just_us,
            has_no_next=each.has_no_next,
            **counts.get(each.id, {}),
        )
        for each in meetings.known
    )


def _planned(asked: int, settled: int, named: int, along: int) -> dict:
    left = max(asked - settled, 0)
    return {"open_questions": left, "ours_named": named, "comes_along": along > 0}


def prepared(meeting_ids: Select) -> Select:
    """How many prepare questions are asked, how many of them are settled, who of ours is named
    and how many of these come along as activists."""
    is_asked = (Question.kind == "prepare") & Question.archived_at.is_(None)
    asked = select(func.count()).where(is_asked)
    settled = (
        select(func.count())
        .select_from(Answer)
        .join(Question, Question.id == Answer.question_id)
        .where(Answer.meeting_id == Meeting.id, is_asked, (Answer.text != "") | Answer.is_skipped)
    )
    named = select(func.count()).where(
        Attendance.meeting_id == Meeting.id, Attendance.organization_id.is_(None)
    )
    counts = (asked, settled, named, named.where(Attendance.comes_along))
    columns = (each.scalar_subquery() for each in counts)
    return select(Meeting.id, *columns).where(Meeting.id.in_(meeting_ids))


def recorded(meeting_ids: Select) -> Select:
    """With notes, somebody's attendance, an answer typed, or an organization suggested;
    commitments and assistances say whose they are."""
    id_, organization_id = MeetingParty.meeting_id, MeetingParty.organization_id
    typed = (
        exists()
        .where(Answer.meeting_id == id_, Answer.text != "")
        .where(Question.id == Answer.question_id, Question.kind == "carry")
    )
    theirs = (
        exists().where(noun.meeting_id == id_, noun.organization_id == organization_id)
        for noun in (Commitment, Assistance)
    )
    return select(id_, organization_id).where(
        id_.in_(meeting_ids),
        or_(
            exists().where(Attendance.meeting_id == id_, Attendance.came),
            exists().where(Meeting.id == id_, Meeting.notes != ""),
            typed,
            exists().where(Organization.suggested_at_id == id_),
            *theirs,
        ),
    )
