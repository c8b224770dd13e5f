"""Who owes whom what by when: open, kept or dropped; late is derived."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    and_,
    func,
    literal_column,
    select,
    true,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.models.meeting import Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.record import Versioned
from coalition_app.storage.dialect import folded

if TYPE_CHECKING:
    from coalition_app.models.assistance import Assistance


IS_OPEN = literal_column("kept_on IS NULL AND dropped_on IS NULL")


class Commitment(Versioned, db.Model):
    __table_args__ = (
        CheckConstraint("kept_on IS NULL OR dropped_on IS NULL", name="kept_or_dropped"),
        # Most are kept long ago: Today looks only through these.
        Index("ix_commitment_open", "due_on", sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        # The latest change with each organization, without touching the rows.
        Index("ix_commitment_changes", "organization_id", "changed_on", "made_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    what: Mapped[str]
    is_ours: Mapped[bool] = mapped_column(default=True)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    due_on: Mapped[date | None] = mapped_column(index=True)
    made_on: Mapped[date]
    changed_on: Mapped[date | None]
    kept_on: Mapped[date | None]
    dropped_on: Mapped[date | None]
    drop_reason: Mapped[str] = mapped_column(default="")
    reminded_on: Mapped[date | None]

    organization: Mapped[Organization] = relationship()
    meeting: Mapped[Meeting | None] = relationship(back_populates="commitments")
    owner: Mapped[Person | None] = relationship()
    dates: Mapped[list["CommitmentDate"]] = relationship(
        order_by="CommitmentDate.id", cascade="all, delete-orphan"
    )
    assistance: Mapped["Assistance | None"] = relationship(back_populates="commitment")

    @classmethod
    def open(cls):
        """Neither kept nor dropped, of organizations in view; the soonest due first."""
        return (
            select(cls)
            .join(cls.organization)
            .where(
                cls.kept_on.is_(None),
                cls.dropped_on.is_(None),
                Organization.archived_at.is_(None),
            )
            .order_by(cls.due_on.is_(None), cls.due_on, cls.id)
        )

    @classmethod
    def overdue(cls, today: date):
        return cls.open().where(cls.due_on < today)

    @classmethod
    def due_before(cls, day: date):
        """Open ones that are late or due before that day."""
        return cls.open().where(cls.due_on < day)

    @classmethod
    def says(cls, text: str):
        """What, who or with whom hold each word; for queries joined with the organization."""
        owner = select(Person.name).where(Person.id == cls.owner_id).scalar_subquery()
        held = cls.what + " " + Organization.name + " " + Organization.chapter + " "
        held = folded(held + func.coalesce(owner, ""))
        return and_(true(), *(held.contains(word, autoescape=True) for word in fold(text).split()))

    @classmethod
    def newest_first(cls):
        """Kept and dropped ones too."""
        return select(cls).join(cls.organization).order_by(cls.made_on.desc(), cls.id.desc())

    @classmethod
    def changed_since(cls, organization: Organization, day: date):
        """With them, made or changed on that day or after it."""
        is_since = func.coalesce(cls.changed_on, cls.made_on) >= day
        return select(cls).where(cls.organization == organization, is_since).order_by(cls.id)

    @classmethod
    def make(cls, organization: Organization, what: str, today: date, **details) -> "Commitment":
        """Adds it to be saved; the same one made twice on a day (a form sent twice) is one."""
        details |= {"organization": organization, "what": what, "made_on": today}
        alike = select(cls).filter_by(**details, kept_on=None, dropped_on=None)
        commitment = db.session.scalar(alike.limit(1))
        if commitment is None:
            commitment = cls(**details)
            db.session.add(commitment)
        return commitment

    @property
    def is_open(self) -> bool:
        return self.kept_on is None and self.dropped_on is None

    @property
    def is_complete(self) -> bool:
        """Whether it has an owner and a date, as closing a meeting asks."""
        return self.owner_id is not None and self.due_on is not None

    @property
    def side(self) -> str:
        return "ours" if self.is_ours else "theirs"

    @property
    def owner_name(self) -> str:
        return self.owner.name if self.owner else ""

    def days_late(self, today: date) -> int:
        """Days past the due day of an open commitment; 0 when it is in time."""
        return max((today - self.due_on).days, 0) if self.is_open and self.due_on else 0

    def change(self, what: str, owner: Person | None, *, is_ours: bool, today: date) -> None:
        """What was agreed is put differently; a letter written before no longer says it all."""
        if (what, owner, is_ours) != (self.what, self.owner, self.is_ours):
            self.what, self.owner, self.is_ours = what, owner, is_ours
            self.changed_on = today

    def keep(self, today: date) -> None:
        """Kept; the assistance that it carries out is thereby given."""
        self.kept_on, self.dropped_on, self.drop_reason = self.kept_on or today, None, ""
        if self.assistance:
            self.assistance.give(today)

    def reopen(self) -> None:
        """Takes back a keeping or a dropping."""
        self.kept_on, self.dropped_on, self.drop_reason = None, None, ""
        if self.assistance:
            self.assistance.take_back()

    def drop(self, today: date, reason: str) -> None:
        self.dropped_on, self.drop_reason, self.kept_on = today, reason, None

    def remind(self, today: date) -> None:
        """They were reminded of what they promised."""
        self.reminded_on = today

    def take_back_reminder(self) -> None:
        self.reminded_on = None

    def redate(self, due_on: date | None, today: date) -> None:
        """A new date; the old one stays in the date history."""
        if due_on != self.due_on:
            if self.due_on:
                self.dates.append(CommitmentDate(was_due_on=self.due_on, changed_on=today))
            self.changed_on = today
        self.due_on = due_on

    def take_back_date(self, due_on: date | None) -> None:
        """If it is due on that day, the date before stands again and its row goes."""
        if due_on and due_on == self.due_on:
            self.due_on = self.dates.pop().was_due_on if self.dates else None


class CommitmentDate(db.Model):
    """A row of the date history: what it was due on before."""

    id: Mapped[int] = mapped_column(primary_key=True)
    commitment_id: Mapped[int] = mapped_column(
        ForeignKey("commitment.id", ondelete="CASCADE"), index=True
    )
    was_due_on: Mapped[date | None]
    changed_on: Mapped[date]
