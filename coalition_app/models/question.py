"""The prompts of steps 5 and 6, and their answers, which keep the wording as asked."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
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
        query = select(cls).where(cls.kind == kind, cls.archived_at.is_(None))
        if not first_meeting:
            query = query.where(cls.is_for_first_meetings.is_(False))
        return query.order_by(cls.position, cls.id)


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
