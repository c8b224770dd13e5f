"""Gathers what the pathway needs to know of meetings, set by set.

Only of planned ones is it asked who is named and what is blank, only of the latest one held what
is recorded: nothing is decided by these of the many others.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Row, Select, exists, func, or_, select, union_all

from coalition_app.models.assistance import Assistance
from coalition_app.models.commitment import Commitment
from coalition_app.models.facts import MeetingFacts
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.question import Answer, Question
from coalition_app.models.within import Within

MeetingRow = Row  # organization_id, stayed_away, then the columns of _meetings


class _Planned(NamedTuple):
    """What is known of a planned meeting."""

    open_questions: int
    ours_named: int
    comes_along: bool


_UNKNOWN = _Planned(0, 0, False)


def meetings_within(within: Within) -> dict[int, list[MeetingFacts]]:
    """The meetings of each organization, earliest first."""
    rows = within.ask(_meetings).all()
    planned = _known_of_planned({row.id for row in rows if not (row.is_held or row.is_off)})
    recorded = _recorded_of(_latest_held(rows))
    found = defaultdict(list)
    for organization_id, id_, starts_at, is_held, is_off, stayed_away, _, just_us, no_next in rows:
        known = planned.get(id_, _UNKNOWN)
        meeting = MeetingFacts(
            id_,
            starts_at,
            is_held,
            is_off or stayed_away,
            known.open_questions,
            known.ours_named,
            (id_, organization_id) in recorded,
            known.comes_along,
            just_us,
            no_next,
        )
        found[organization_id].append(meeting)
    return found


def _latest_held(rows: Iterable[MeetingRow]) -> list[MeetingRow]:
    """Of each organization; the rows come in their order."""
    took_part = (row for row in rows if row.is_held and not (row.is_off or row.stayed_away))
    return list({row.organization_id: row for row in took_part}.values())


def _known_of_planned(ids: set[int]) -> dict[int, _Planned]:
    of_these = Within(ids)
    asked = of_these.ask(_asked).scalar()
    settled = dict(of_these.ask(_settled).all())
    ours = {row.meeting_id: row for row in of_these.ask(_ours_named).all()}
    return {
        id_: _Planned(
            max(asked - settled.get(id_, 0), 0),
            ours[id_].named if id_ in ours else 0,
            bool(id_ in ours and ours[id_].along),
        )
        for id_ in ids
    }


def _recorded_of(latest: list[MeetingRow]) -> set[tuple[int, int]]:
    """Meeting and organization, of those of which anything is typed up."""
    noted = {row.id for row in latest if row.has_notes}
    noted.update(Within(row.id for row in latest if row.id not in noted).ask(_recorded).scalars())
    open_ones = Within(row.id for row in latest if row.id not in noted)
    of_one = {tuple(row) for row in open_ones.ask(_recorded_with)}
    return of_one | {(row.id, row.organization_id) for row in latest if row.id in noted}


def _meetings(ids: Select) -> Select:
    return (
        select(
            MeetingParty.organization_id,
            Meeting.id,
            Meeting.starts_at,
            Meeting.held_on.is_not(None).label("is_held"),
            Meeting.canceled_on.is_not(None).label("is_off"),
            MeetingParty.stayed_away,
            (Meeting.notes != "").label("has_notes"),
            Meeting.is_just_us,
            Meeting.has_no_next,
        )
        .join(Meeting, Meeting.id == MeetingParty.meeting_id)
        .where(MeetingParty.organization_id.in_(ids))
        .order_by(Meeting.starts_at, Meeting.id)
    )


def _asked(_meeting_ids: Select) -> Select:
    """How many prepare questions there are; all of them are asked at every meeting."""
    return select(func.count()).where(Question.kind == "prepare", Question.archived_at.is_(None))


def _settled(meeting_ids: Select) -> Select:
    return (
        select(Answer.meeting_id, func.count())
        .join(Question, Question.id == Answer.question_id)
        .where(
            Answer.meeting_id.in_(meeting_ids),
            Question.kind == "prepare",
            Question.archived_at.is_(None),
            (Answer.text != "") | Answer.is_skipped,
        )
        .group_by(Answer.meeting_id)
    )


def _ours_named(meeting_ids: Select) -> Select:
    """How many of ours are named, and how many of them come along as activists."""
    along = func.count().filter(Attendance.comes_along)
    return (
        select(Attendance.meeting_id, func.count().label("named"), along.label("along"))
        .where(Attendance.meeting_id.in_(meeting_ids), Attendance.organization_id.is_(None))
        .group_by(Attendance.meeting_id)
    )


def _recorded(meeting_ids: Select) -> Select:
    """Meetings with somebody's attendance, an answer typed, or an organization suggested."""
    typed = (
        exists()
        .where(Answer.meeting_id == Meeting.id, Answer.text != "")
        .where(Question.id == Answer.question_id, Question.kind == "carry")
    )
    return select(Meeting.id).where(
        Meeting.id.in_(meeting_ids),
        or_(
            exists().where(Attendance.meeting_id == Meeting.id, Attendance.came),
            typed,
            exists().where(Organization.suggested_at_id == Meeting.id),
        ),
    )


def _recorded_with(meeting_ids: Select):
    """Meeting and organization of each commitment and assistance: they say whose they are."""
    return union_all(
        *(
            select(noun.meeting_id, noun.organization_id).where(noun.meeting_id.in_(meeting_ids))
            for noun in (Commitment, Assistance)
        )
    )
