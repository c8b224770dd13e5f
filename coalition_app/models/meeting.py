"""Planned contact with questions, attendance of both sides, notes and commitments."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.question import Answer, Question
from coalition_app.models.record import Versioned
from coalition_app.models.reopening import Reopening

if TYPE_CHECKING:
    from coalition_app.models.assistance import Assistance
    from coalition_app.models.commitment import Commitment

KINDS = {
    "first": "first meeting",
    "working": "working meeting",
    "house": "house meeting",
    "call": "call",
}


class Meeting(Versioned, db.Model):
    KINDS = KINDS
    __table_args__ = (
        CheckConstraint("kind IN ('first', 'working', 'house', 'call')", name="kind_known"),
        CheckConstraint("held_on IS NULL OR canceled_on IS NULL", name="held_or_canceled"),
        CheckConstraint("ends_at IS NULL OR ends_at > starts_at", name="ends_later"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime | None]
    place: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="first")
    notes: Mapped[str] = mapped_column(default="")
    held_on: Mapped[date | None]
    canceled_on: Mapped[date | None]
    cancel_reason: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None]
    is_just_us: Mapped[bool] = mapped_column(default=False)
    has_no_next: Mapped[bool] = mapped_column(default=False)
    packet_printed_on: Mapped[date | None]

    parties: Mapped[list["MeetingParty"]] = relationship(
        back_populates="meeting", order_by="MeetingParty.id", cascade="all, delete-orphan"
    )
    attendances: Mapped[list["Attendance"]] = relationship(
        back_populates="meeting", order_by="Attendance.id", cascade="all, delete-orphan"
    )
    answers: Mapped[list[Answer]] = relationship(cascade="all, delete-orphan")
    moves: Mapped[list["MeetingMove"]] = relationship(
        order_by="MeetingMove.id", cascade="all, delete-orphan"
    )
    reopenings: Mapped[list[Reopening]] = relationship(
        order_by="Reopening.id", cascade="all, delete-orphan"
    )
    commitments: Mapped[list["Commitment"]] = relationship(
        back_populates="meeting", order_by="Commitment.id"
    )
    assistances: Mapped[list["Assistance"]] = relationship(
        back_populates="meeting", order_by="Assistance.id"
    )

    @classmethod
    def of(cls, organization: Organization):
        return (
            select(cls)
            .join(cls.parties)
            .where(MeetingParty.organization_id == organization.id)
            .order_by(cls.starts_at.desc())
        )

    @classmethod
    def held_with(cls, organization: Organization):
        return cls.of(organization).where(cls.held_on.is_not(None))

    @classmethod
    def planned(cls):
        return (
            select(cls)
            .where(cls.held_on.is_(None), cls.canceled_on.is_(None))
            .order_by(cls.starts_at)
        )

    @classmethod
    def held(cls):
        return select(cls).where(cls.held_on.is_not(None)).order_by(cls.starts_at.desc(), cls.id)

    @classmethod
    def over(cls):
        """Held and closed, or canceled: nothing more to do with it."""
        ended = cls.closed_on.is_not(None) | cls.canceled_on.is_not(None)
        return select(cls).where(ended).order_by(cls.starts_at.desc(), cls.id)

    @classmethod
    def between(cls, first: date, after: date):
        """All that begin from one day to before another, by time."""
        begins = (cls.starts_at >= datetime.combine(first, time())) & (
            cls.starts_at < datetime.combine(after, time())
        )
        return select(cls).where(begins).order_by(cls.starts_at, cls.id)

    @classmethod
    def plan(cls, organizations: list[Organization], starts_at: datetime, **details) -> "Meeting":
        """A planned meeting with one or several organizations."""
        meeting = cls(starts_at=starts_at, **details)
        meeting.parties = [MeetingParty(organization=each) for each in organizations]
        return meeting

    @classmethod
    def already_planned(
        cls, organizations: list[Organization], starts_at: datetime
    ) -> "Meeting | None":
        """The same meeting, if its form was sent before."""
        at_that_time = cls.planned().where(cls.starts_at == starts_at)
        found = db.session.scalars(at_that_time).all()
        wanted = {organization.id for organization in organizations}
        return next((each for each in found if wanted == set(each.organization_ids)), None)

    @classmethod
    def usual_kind(cls, organizations: list[Organization]) -> str:
        """A working meeting with those whom we have met, else a first one."""
        met = all(db.session.scalar(cls.held_with(each).limit(1)) for each in organizations)
        return "working" if organizations and met else "first"

    @staticmethod
    def usually_expected(organizations: list[Organization], me: Person) -> list[Person]:
        """The first contact of each, and who holds the relationship with them."""
        contacts = [each.primary_contact for each in organizations if each.primary_contact]
        leads = [each.lead for each in organizations if each.lead] or [me]
        return list(dict.fromkeys([*contacts, *leads]))

    @property
    def organization_ids(self) -> list[int]:
        return [party.organization_id for party in self.parties]

    @property
    def state(self) -> str:
        if self.canceled_on:
            return "canceled"
        return "held" if self.held_on else "planned"

    @property
    def organizations(self) -> list[Organization]:
        return [party.organization for party in self.parties]

    @property
    def organizations_that_came(self) -> list[Organization]:
        return [party.organization for party in self.parties if not party.stayed_away]

    @property
    def title(self) -> str:
        return ", ".join(organization.full_name for organization in self.organizations)

    @property
    def follow_up_due_at(self) -> datetime:
        """Two days after the meeting, same wall time (step 8)."""
        return self.starts_at + timedelta(days=2)

    @property
    def ours(self) -> list["Attendance"]:
        return [attendance for attendance in self.attendances if attendance.is_ours]

    @property
    def theirs(self) -> list["Attendance"]:
        return [attendance for attendance in self.attendances if not attendance.is_ours]

    def is_past(self, now: datetime) -> bool:
        return self.starts_at <= now

    def is_first_with(self, organization: Organization) -> bool:
        earlier = Meeting.held_with(organization).where(Meeting.starts_at < self.starts_at)
        return db.session.scalar(earlier.limit(1)) is None

    def questions(self, kind: str) -> list[Question]:
        """The questions of one kind in the order of screen and paper; asked ones stay."""
        first = any(self.is_first_with(organization) for organization in self.organizations)
        asked = list(db.session.scalars(Question.asked(kind, first_meeting=first)))
        answered = [answer.question_id for answer in self.answers if answer.is_settled]
        kept = db.session.scalars(
            select(Question).where(Question.id.in_(answered), Question.kind == kind)
        )
        asked += [question for question in kept if question not in asked]
        return sorted(asked, key=lambda question: (question.position, question.id))

    def answer_to(self, question: Question) -> Answer | None:
        return next((answer for answer in self.answers if answer.question_id == question.id), None)

    def wording_of(self, question: Question) -> str:
        answer = self.answer_to(question)
        return answer.wording if answer else question.wording

    def answer(self, question: Question, text: str, *, is_skipped: bool = False) -> Answer:
        """Writes the answer, keeping the wording under which it was first asked."""
        answer = self.answer_to(question)
        if answer is None:
            answer = Answer(question_id=question.id, wording=question.wording)
            self.answers.append(answer)
        answer.text, answer.is_skipped = text, is_skipped and not text
        return answer

    def expect(self, person: Person, organization: Organization | None = None) -> "Attendance":
        """Names somebody to come: ours without an organization, theirs with it."""
        for attendance in self.attendances:
            if attendance.person is person:
                return attendance
        attendance = Attendance(person=person, organization=organization)
        self.attendances.append(attendance)
        return attendance

    def party_of(self, organization: Organization) -> "MeetingParty | None":
        return next((each for each in self.parties if each.organization is organization), None)

    def hold(self, today: date) -> None:
        """It happened."""
        self.held_on = min(self.starts_at.date(), today)
        self.canceled_on, self.cancel_reason = None, ""

    def cancel(self, today: date, reason: str) -> None:
        self.canceled_on, self.cancel_reason, self.held_on = today, reason, None

    def move(self, starts_at: datetime, today: date) -> None:
        """A new date; the old one stays in its history."""
        if starts_at != self.starts_at:
            self.moves.append(MeetingMove(was_at=self.starts_at, moved_on=today))
        if self.ends_at:
            self.ends_at += starts_at - self.starts_at
        self.starts_at, self.canceled_on, self.cancel_reason = starts_at, None, ""

    def reopen(self, today: date, reason: str) -> None:
        """Once, however often it is pressed."""
        if self.closed_on:
            self.closed_on = None
            self.reopenings.append(Reopening(reopened_on=today, reason=reason))

    def next_for(self, organization: Organization) -> "Meeting | None":
        """The next conversation with the organization after this meeting."""
        later = Meeting.of(organization).where(
            Meeting.canceled_on.is_(None), Meeting.starts_at > self.starts_at
        )
        return db.session.scalar(later.order_by(None).order_by(Meeting.starts_at).limit(1))


class MeetingParty(db.Model):
    """One organization of a meeting; it may have stayed away."""

    __table_args__ = (UniqueConstraint("meeting_id", "organization_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    organization_id: Mapped[int] = mapped_column(ForeignKey("organization.id"), index=True)
    stayed_away: Mapped[bool] = mapped_column(default=False)

    meeting: Mapped[Meeting] = relationship(back_populates="parties")
    organization: Mapped[Organization] = relationship()


class Attendance(db.Model):
    """Somebody expected at a meeting, and whether they came. Ours have no organization."""

    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    came: Mapped[bool] = mapped_column(default=False)
    comes_along: Mapped[bool] = mapped_column(default=False)

    meeting: Mapped[Meeting] = relationship(back_populates="attendances")
    person: Mapped[Person] = relationship()
    organization: Mapped[Organization | None] = relationship()

    @property
    def is_ours(self) -> bool:
        return self.organization_id is None and self.organization is None


class MeetingMove(db.Model):
    """An earlier date of a meeting that was moved."""

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    was_at: Mapped[datetime]
    moved_on: Mapped[date]
