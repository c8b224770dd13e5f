"""Gathers what the pathway needs to know of meetings, set by set.

Only of planned ones is it asked who is named and what is blank, only of the latest one held what
is recorded: nothing is decided by these of the many others.
"""

from collections import defaultdict
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import Select, exists, func, or_, select

from coalition_app.models.assistance import Assistance
from coalition_app.models.commitment import Commitment
from coalition_app.models.facts import MeetingFacts
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.question import Answer, Question
from coalition_app.models.within import Within


class MeetingRows(NamedTuple):
    """What the records say of one organization's meetings, as it was read."""

    rows: tuple[tuple, ...] = ()
    planned: tuple[tuple, ...] = ()
    recorded_id: int | None = None

    @property
    def facts(self) -> tuple[MeetingFacts, ...]:
        """In no order."""
        planned = {id_: _planned(*counts) for id_, *counts in self.planned}
        return tuple(
            MeetingFacts(
                id_,
                starts_at,
                is_held,
                is_off or stayed_away,
                is_recorded=id_ == self.recorded_id,
                is_just_us=just_us,
                has_no_next=no_next,
                **planned.get(id_, {}),
            )
            for _, id_, starts_at, is_held, is_off, stayed_away, _, just_us, no_next in self.rows
        )

    @property
    def met_on(self) -> date | None:
        """The day of the latest held."""
        held = [each.starts_at for each in self.facts if each.is_held and not each.is_off]
        return max(held).date() if held else None


_NEVER = (datetime(1, 1, 1), 0)


def _planned(asked: int, settled: int, named: int, along: int) -> dict:
    left = max(asked - settled, 0)
    return {"open_questions": left, "ours_named": named, "comes_along": along > 0}


def meetings_within(within: Within) -> dict[int, MeetingRows]:
    """The meetings of each organization that has any."""
    found, planned_ids, latest = defaultdict(list), set(), {}
    for row in map(tuple, within.ask(_meetings).all()):
        key, id_, starts_at, is_held, is_off, stayed_away, has_notes, *_ = row
        found[key].append(row)
        if not (is_held or is_off):
            planned_ids.add(id_)
        elif is_held and not stayed_away and latest.get(key, _NEVER) < (starts_at, id_):
            latest[key] = starts_at, id_, has_notes
    planned = {row.id: tuple(row) for row in Within(planned_ids).ask(_prepared).all()}
    recorded = _recorded_of(latest)
    return {
        key: MeetingRows(
            tuple(rows),
            tuple(planned[row[1]] for row in rows if row[1] in planned),
            recorded.get(key),
        )
        for key, rows in found.items()
    }


def _recorded_of(latest: dict[int, tuple]) -> dict[int, int]:
    """Organization and its latest held meeting, if anything of it is typed up."""
    noted = {key: id_ for key, (_, id_, has_notes) in latest.items() if has_notes}
    others = Within(id_ for _, id_, has_notes in latest.values() if not has_notes)
    typed = others.ask(_recorded).all()
    return noted | {key: id_ for id_, key in typed if latest.get(key, _NEVER)[1] == id_}


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
