"""An unplanned or short contact worth a line. A meeting is never also logged as one."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person


class ConversationPerson(db.Model):
    conversation_id: Mapped[int] = mapped_column(
        ForeignKey("conversation.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Conversation(db.Model):
    __table_args__ = (
        CheckConstraint("kind IN ('call', 'email', 'letter', 'visit', 'event')", name="kind_known"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str] = mapped_column(default="call")
    held_on: Mapped[date]
    is_two_way: Mapped[bool] = mapped_column(default=True)
    summary: Mapped[str] = mapped_column(default="")
    our_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)

    organization: Mapped[Organization] = relationship()
    our_person: Mapped[Person | None] = relationship(foreign_keys=our_person_id)
    people: Mapped[list[Person]] = relationship(secondary="conversation_person")

    KINDS = ("call", "email", "letter", "visit", "event")

    @classmethod
    def of(cls, organization: Organization):
        return (
            select(cls)
            .where(cls.organization_id == organization.id)
            .order_by(cls.held_on.desc(), cls.id.desc())
        )

    @classmethod
    def log(
        cls, organization: Organization, people: list[Person], our_person: Person | None, **details
    ) -> "Conversation":
        """Adds it to be saved; the same one typed twice (a form sent twice) is one."""
        details |= {"organization": organization, "our_person": our_person}
        same = db.session.scalars(select(cls).filter_by(**details)).all()
        for conversation in same:
            if set(conversation.people) == set(people):
                return conversation
        conversation = cls(**details, people=list(dict.fromkeys(people)))
        db.session.add(conversation)
        return conversation
