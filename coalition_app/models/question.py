"""The prompts of steps 5 and 6, and their answers, which keep the wording as asked."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.models.record import Archivable, Versioned


class Question(Archivable, db.Model):
    """`prepare` is answered before the meeting, `carry` is taken along."""

    __table_args__ = (CheckConstraint("kind IN ('prepare', 'carry')", name="kind_known"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    wording: Mapped[str]
    heading: Mapped[str] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)
    is_for_first_meetings: Mapped[bool] = mapped_column(default=False)

    KINDS = ("prepare", "carry")
    # Guide, steps 5 and 6: heading is how the packet's first page calls the answer.
    PREPARE = (
        ("opening", "How we open", "What questions do we have for them, and how do we open?"),
        (
            "presentation",
            "How we present ourselves",
            "How do we present our union and our agenda?",
        ),
        ("why", "Why together", "Why is it important that we explore working together?"),
        ("campaigns", "Our recent campaigns", "What recent campaigns have we done?"),
        (
            "unity",
            "How we might work together",
            "How might we work together, how can we build unity across issues?",
        ),
        ("next_step", "The next step we want", "What is the next step that we want?"),
    )
    CARRY = (
        ("", "What is the organization working on now?"),
        ("", "What are their priorities for the near future?"),
        ("", "Is there a place we can work together on an issue or campaign?"),
        ("", "Where might we support one another's work?"),
        (
            "",
            "How can we keep this conversation going and move it forward with other partners?",
        ),
        ("suggestions", "Are there other organizations that you might suggest for outreach?"),
        ("assistance", "What assistance could we offer? No resource is too small."),
    )
    FIRST_MEETING = "Who are they, as people?"

    @classmethod
    def defaults(cls) -> list["Question"]:
        """The questions of the guide, ready from the first start."""
        prepare = [
            cls(kind="prepare", purpose=purpose, heading=heading, wording=wording, position=place)
            for place, (purpose, heading, wording) in enumerate(cls.PREPARE)
        ]
        carry = [
            cls(kind="carry", purpose=purpose, wording=wording, position=place)
            for place, (purpose, wording) in enumerate(cls.CARRY)
        ]
        first = cls(kind="carry", wording=cls.FIRST_MEETING, is_for_first_meetings=True)
        first.position = len(carry)
        return [*prepare, *carry, first]

    @classmethod
    def asked(cls, kind: str, *, first_meeting: bool):
        """The questions of one kind in their order."""
        query = cls.in_order(kind)
        return query if first_meeting else query.where(cls.is_for_first_meetings.is_(False))

    @classmethod
    def in_order(cls, kind: str):
        asked = (cls.kind == kind) & cls.archived_at.is_(None)
        return select(cls).where(asked).order_by(cls.position, cls.id)

    @classmethod
    def left_out(cls):
        return select(cls).where(cls.archived_at.is_not(None)).order_by(cls.kind, cls.position)

    @classmethod
    def add_last(cls, kind: str) -> "Question":
        """A new one, still without its wording, behind all others of its kind."""
        last = db.session.scalar(select(func.max(cls.position)).where(cls.kind == kind))
        question = cls(kind=kind, position=0 if last is None else last + 1)
        db.session.add(question)
        return question

    @classmethod
    def worded(cls, kind: str, wording: str) -> "Question | None":
        """The one that is asked just so."""
        return db.session.scalar(cls.in_order(kind).where(cls.wording == wording).limit(1))

    def move(self, step: int) -> None:
        """One place up (-1) or down (1) among those that are asked; no further than the end."""
        others = list(db.session.scalars(Question.in_order(self.kind)))
        place = others.index(self) if self in others else -1
        if place >= 0 and 0 <= place + step < len(others):
            others.insert(place + step, others.pop(place))
            for position, question in enumerate(others):
                question.position = position


class Answer(Versioned, db.Model):
    __table_args__ = (UniqueConstraint("meeting_id", "question_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    wording: Mapped[str]
    text: Mapped[str] = mapped_column(default="")
    is_skipped: Mapped[bool] = mapped_column(default=False)

    @property
    def is_settled(self) -> bool:
        """Answered or skipped on purpose (step 5)."""
        return bool(self.text) or self.is_skipped
