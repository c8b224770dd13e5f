"""Gathers what the pathway needs to know of meetings, set by set.

Only of planned ones is it asked who is named and what is blank, only of the latest one held what
is recorded: nothing is decided by these of the many others.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Row, Select, exists, func, or_, select

from coalition_app.models.assistance import Assistance
from coalition_app.models.commitment import Commitment
from coalition_app.models.facts import MeetingFacts
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.question import Answer, Question
from coalition_app.models.within import Within


class _Planned(NamedTuple):
    """What is known of a planned meeting."""

    open_questions: int
    ours_named: int
    comes_along: bool


_UNKNOWN = _Planned(0, 0, False)
_NEVER = (datetime(1, 1, 1), 0)


def meetings_within(within: Within) -> dict[int, list[MeetingFacts]]:
    """The meetings of each organization, in no order."""
    rows = within.ask(_meetings).all()
    planned_ids, latest = _sorted_out(rows)
    planned, recorded = _known_of_planned(planned_ids), _recorded_of(latest.values())
    found = defaultdict(list)
    for organization_id, id_, starts_at, is_held, is_off, stayed_away, _, just_us, no_next in rows:
        open_questions, ours_named, comes_along = planned.get(id_, _UNKNOWN)
        found[organization_id].append(
            MeetingFacts(
                id_,
                starts_at,
                is_held,
                is_off or stayed_away,
                open_questions,
                ours_named,
                (id_, organization_id) in recorded,
                comes_along,
                just_us,
                no_next,
            )
        )
    return found


def _sorted_out(rows: Iterable[Row]) -> tuple[set[int], dict[int, Row]]:
    """The planned ones, and of each organization the latest held."""
    planned, latest, days = set(), {}, {}
    for row in rows:
        organization_id, id_, starts_at, is_held, is_off, stayed_away, *_ = row
        if not (is_held or is_off):
            planned.add(id_)
        elif is_held and not stayed_away and days.get(organization_id, _NEVER) < (starts_at, id_):
            days[organization_id], latest[organization_id] = (starts_at, id_), row
    return planned, latest


def _known_of_planned(ids: set[int]) -> dict[int, _Planned]:
    rows = Within(ids).ask(_prepared).all()
    return {
        id_: _Planned(max(asked - settled, 0), named, along > 0)
        for id_, asked, settled, named, along in rows
    }


def _recorded_of(latest: Collection[Row]) -> set[tuple[int, int]]:
    """Meeting and organization, of those of which anything is typed up."""
    noted = {(row.id, row.organization_id) for row in latest if row.has_notes}
    others = Within(row.id for row in latest if not row.has_notes)
    return noted | {tuple(row) for row in others.ask(_recorded).all()}


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
    )


def _prepared(meeting_ids: Select) -> Select:
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


def _recorded(meeting_ids: Select) -> Select:
    """With somebody's attendance, an answer typed, or an organization suggested; commitments and
    assistances say whose they are."""
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
            typed,
            exists().where(Organization.suggested_at_id == id_),
            *theirs,
        ),
    )
