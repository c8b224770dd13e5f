"""Gathers what the pathway needs to know of meetings, set by set."""

from collections import defaultdict

from sqlalchemy import Select, func, select, union

from coalition_app.models.assistance import Assistance
from coalition_app.models.commitment import Commitment
from coalition_app.models.facts import MeetingFacts, in_sequence
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.question import Answer, Question
from coalition_app.models.within import Within


def meetings_within(within: Within) -> dict[int, list[MeetingFacts]]:
    """The meetings of each organization, earliest first."""
    asked = within.ask(_asked).scalar()
    settled = dict(within.ask(_settled).all())
    ours, along = _ours(within)
    recorded = set(within.ask(_recorded).scalars())
    recorded_with = {tuple(row) for row in within.ask(_recorded_with)}
    found = defaultdict(list)
    for meeting in within.ask(_meetings):
        found[meeting.organization_id].append(
            MeetingFacts(
                id=meeting.id,
                starts_at=meeting.starts_at,
                is_held=meeting.held_on is not None,
                is_off=meeting.canceled_on is not None or meeting.stayed_away,
                open_questions=max(asked - settled.get(meeting.id, 0), 0),
                ours_named=ours.get(meeting.id, 0),
                is_recorded=bool(meeting.notes)
                or meeting.id in recorded
                or (meeting.id, meeting.organization_id) in recorded_with,
                comes_along=meeting.id in along,
                is_just_us=meeting.is_just_us,
                has_no_next=meeting.has_no_next,
            )
        )
    return defaultdict(list, {key: in_sequence(meetings) for key, meetings in found.items()})


def _ours(within: Within) -> tuple[dict[int, int], set[int]]:
    """How many of ours are named, and the meetings to which an activist comes along."""
    counts, along = defaultdict(int), set()
    for meeting_id, comes_along in within.ask(_ours_named):
        counts[meeting_id] += 1
        if comes_along:
            along.add(meeting_id)
    return counts, along


def _meetings(ids: Select) -> Select:
    columns = (
        Meeting.id,
        Meeting.starts_at,
        Meeting.held_on,
        Meeting.canceled_on,
        Meeting.notes,
        Meeting.is_just_us,
        Meeting.has_no_next,
    )
    return (
        select(MeetingParty.organization_id, MeetingParty.stayed_away, *columns)
        .join(Meeting, Meeting.id == MeetingParty.meeting_id)
        .where(MeetingParty.organization_id.in_(ids))
        .order_by(Meeting.starts_at, Meeting.id)
    )


def _meeting_ids(ids: Select) -> Select:
    return select(MeetingParty.meeting_id).where(MeetingParty.organization_id.in_(ids))


def _asked(_ids: Select) -> Select:
    """How many prepare questions there are; all of them are asked at every meeting."""
    return select(func.count()).where(Question.kind == "prepare", Question.archived_at.is_(None))


def _settled(ids: Select) -> Select:
    return (
        select(Answer.meeting_id, func.count())
        .join(Question, Question.id == Answer.question_id)
        .where(
            Answer.meeting_id.in_(_meeting_ids(ids)),
            Question.kind == "prepare",
            Question.archived_at.is_(None),
            (Answer.text != "") | Answer.is_skipped,
        )
        .group_by(Answer.meeting_id)
    )


def _ours_named(ids: Select) -> Select:
    return select(Attendance.meeting_id, Attendance.comes_along).where(
        Attendance.meeting_id.in_(_meeting_ids(ids)), Attendance.organization_id.is_(None)
    )


def _recorded(ids: Select):
    """Meetings with an answer typed, somebody's attendance, or an organization suggested."""
    meeting_ids = _meeting_ids(ids)
    return union(
        select(Answer.meeting_id)
        .join(Question, Question.id == Answer.question_id)
        .where(Answer.meeting_id.in_(meeting_ids), Question.kind == "carry", Answer.text != ""),
        select(Attendance.meeting_id).where(
            Attendance.meeting_id.in_(meeting_ids), Attendance.came
        ),
        select(Organization.suggested_at_id).where(Organization.suggested_at_id.in_(meeting_ids)),
    )


def _recorded_with(ids: Select):
    """Meeting and organization of each commitment and assistance: they say whose they are."""
    meeting_ids = _meeting_ids(ids)
    return union(
        *(
            select(noun.meeting_id, noun.organization_id).where(noun.meeting_id.in_(meeting_ids))
            for noun in (Commitment, Assistance)
        )
    )
