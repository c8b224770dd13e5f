"""A way in that was asked for (steps 3 and 4), or one that was open already."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

if TYPE_CHECKING:
    from coalition_app.models.letter import Letter

ROUTES = {
    "hq": "HQ",
    "ally": "an ally",
    "member": "our own member",
    "cold_call": "a cold call",
    "came_to_us": "they came to us",
    "already_known": "already known",
}
NUDGE_DAYS = (7, 21)  # HQ and others are reminded after 7 and 21 days (domain, step 3)


def next_nudge_on(asked_on: date, nudges: int) -> date | None:
    """When to remind next after so many nudges; none after the last."""
    return asked_on + timedelta(days=NUDGE_DAYS[nudges]) if nudges < len(NUDGE_DAYS) else None


class Introduction(db.Model):
    __table_args__ = (
        CheckConstraint(
            "route IN ('hq', 'ally', 'member', 'cold_call', 'came_to_us', 'already_known')",
            name="route_known",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    route: Mapped[str]
    through_person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    through_organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    asked_on: Mapped[date]
    made_on: Mapped[date | None]
    declined_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")

    organization: Mapped[Organization] = relationship(foreign_keys=organization_id)
    through_person: Mapped[Person | None] = relationship(foreign_keys=through_person_id)
    through_organization: Mapped[Organization | None] = relationship(
        foreign_keys=through_organization_id
    )
    contact: Mapped[Person | None] = relationship(foreign_keys=contact_id)
    nudges: Mapped[list["Nudge"]] = relationship(
        back_populates="introduction", order_by="Nudge.nudged_on", cascade="all, delete-orphan"
    )
    requests: Mapped[list["Letter"]] = relationship(viewonly=True, order_by="Letter.id")

    @classmethod
    def of(cls, organization: Organization):
        return select(cls).where(cls.organization_id == organization.id).order_by(cls.id.desc())

    @classmethod
    def ask(
        cls,
        organization: Organization,
        route: str,
        on: date,
        through_person: Person | None = None,
        through_organization: Organization | None = None,
        contact: Person | None = None,
        note: str = "",
    ) -> "Introduction":
        """Adds it to be saved; whoever is asked already and has not answered is asked once."""
        way = {
            "organization": organization,
            "route": route,
            "through_person": through_person,
            "through_organization": through_organization,
        }
        alike = select(cls).filter_by(**way, made_on=None, declined_on=None)
        introduction = db.session.scalar(alike.limit(1))
        if introduction is None:
            introduction = cls(**way, asked_on=on, note="")
            db.session.add(introduction)
        introduction.contact = contact or introduction.contact
        introduction.note = note or introduction.note
        return introduction

    @property
    def is_waiting(self) -> bool:
        return self.made_on is None and self.declined_on is None

    @property
    def sends_request(self) -> bool:
        """HQ, an ally and our own member are asked by an introduction request."""
        return self.route in ("hq", "ally", "member")

    @property
    def through(self) -> str:
        """Who makes it, as one says it: 'Rosa Díaz', 'HQ', 'Green Rivers Alliance'."""
        named = self.through_person or self.through_organization
        return named.name if named else ROUTES[self.route]

    @property
    def nudge_due_on(self) -> date | None:
        """The day of the next reminder; none once both were given or it was answered."""
        return next_nudge_on(self.asked_on, len(self.nudges)) if self.is_waiting else None

    def nudge(self, today: date) -> None:
        if self.is_waiting and not any(nudge.nudged_on == today for nudge in self.nudges):
            self.nudges.append(Nudge(nudged_on=today))

    def take_back_nudge(self, today: date) -> None:
        self.nudges = [nudge for nudge in self.nudges if nudge.nudged_on != today]

    def make(self, on: date, contact: Person | None = None) -> None:
        """The door is open."""
        self.made_on, self.declined_on = on, None
        self.contact = contact or self.contact

    def decline(self, on: date) -> None:
        self.declined_on, self.made_on = on, None

    def wait(self) -> None:
        """Takes back an answer that was noted by mistake."""
        self.made_on = self.declined_on = None


class Nudge(db.Model):
    """One reminder of an introduction that was asked for."""

    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[int] = mapped_column(
        ForeignKey("introduction.id", ondelete="CASCADE"), index=True
    )
    nudged_on: Mapped[date]

    introduction: Mapped[Introduction] = relationship(back_populates="nudges")
