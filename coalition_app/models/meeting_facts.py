"""Gathers what the pathway needs to know of meetings, set by set."""

from collections import defaultdict

from sqlalchemy import Select, func, select, union

from coalition_app.extensions import db
from coalition_app.models.assistance import Assistance
from coalition_app.models.commitment import Commitment
from coalition_app.models.facts import MeetingFacts, in_sequence
from coalition_app.models.meeting import Attendance, Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.question import Answer, Question


def meetings_within(within: Select) -> dict[int, list[MeetingFacts]]:
    """The meetings of each organization that `within` selects, earliest first."""
    meeting_ids = select(MeetingParty.meeting_id).where(MeetingParty.organization_id.in_(within))
    settled, asked = _settled(meeting_ids), _asked()
    ours, along = _ours(meeting_ids)
    recorded, recorded_with = _recorded(meeting_ids), _recorded_with(meeting_ids)
    found = defaultdict(list)
    for organization_id, stayed_away, meeting in _rows(within):
        found[organization_id].append(
            MeetingFacts(
                id=meeting.id,
                starts_at=meeting.starts_at,
                is_held=meeting.held_on is not None,
                is_off=meeting.canceled_on is not None or stayed_away,
                open_questions=max(asked - settled.get(meeting.id, 0), 0),
                ours_named=ours.get(meeting.id, 0),
                is_recorded=bool(meeting.notes)
                or meeting.id in recorded
                or (meeting.id, organization_id) in recorded_with,
                comes_along=meeting.id in along,
                is_just_us=meeting.is_just_us,
                has_no_next=meeting.has_no_next,
            )
        )
    return defaultdict(list, {key: in_sequence(meetings) for key, meetings in found.items()})


def _rows(within: Select):
    columns = (
        Meeting.id,
        Meeting.starts_at,
        Meeting.held_on,
        Meeting.canceled_on,
        Meeting.notes,
        Meeting.is_just_us,
        Meeting.has_no_next,
    )
    query = (
        select(MeetingParty.organization_id, MeetingParty.stayed_away, *columns)
        .join(Meeting, Meeting.id == MeetingParty.meeting_id)
        .where(MeetingParty.organization_id.in_(within))
        .order_by(Meeting.starts_at, Meeting.id)
    )
    for row in db.session.execute(query):
        yield row.organization_id, row.stayed_away, row


def _asked() -> int:
    """How many prepare questions there are; all of them are asked at every meeting."""
    query = select(func.count()).where(Question.kind == "prepare", Question.archived_at.is_(None))
    return db.session.scalar(query)


def _settled(meeting_ids: Select) -> dict[int, int]:
    query = (
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
    return dict(db.session.execute(query).all())


def _ours(meeting_ids: Select) -> tuple[dict[int, int], set[int]]:
    """How many of ours are named, and the meetings to which an activist comes along."""
    query = select(Attendance.meeting_id, Attendance.comes_along).where(
        Attendance.meeting_id.in_(meeting_ids), Attendance.organization_id.is_(None)
    )
    counts, along = defaultdict(int), set()
    for meeting_id, comes_along in db.session.execute(query):
        counts[meeting_id] += 1
        if comes_along:
            along.add(meeting_id)
    return counts, along


def _recorded(meeting_ids: Select) -> set[int]:
    """Meetings with an answer typed, somebody's attendance, or an organization suggested."""
    query = union(
        select(Answer.meeting_id)
        .join(Question, Question.id == Answer.question_id)
        .where(Answer.meeting_id.in_(meeting_ids), Question.kind == "carry", Answer.text != ""),
        select(Attendance.meeting_id).where(
            Attendance.meeting_id.in_(meeting_ids), Attendance.came
        ),
        select(Organization.suggested_at_id).where(Organization.suggested_at_id.in_(meeting_ids)),
    )
    return set(db.session.scalars(query))


def _recorded_with(meeting_ids: Select) -> set[tuple[int, int]]:
    """Meeting and organization of each commitment and assistance: they say whose they are."""
    query = union(
        *(
            select(noun.meeting_id, noun.organization_id).where(noun.meeting_id.in_(meeting_ids))
            for noun in (Commitment, Assistance)
        )
    )
    return {tuple(row) for row in db.session.execute(query)}
