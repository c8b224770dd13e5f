"""A person's role in an organization, current or past; several are possible."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.lib.contact_line import ContactLine
from coalition_app.lib.years import Years
from coalition_app.models.person import Person

if TYPE_CHECKING:
    from coalition_app.models.organization import Organization


class Affiliation(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    role: Mapped[str] = mapped_column(default="")
    is_primary: Mapped[bool] = mapped_column(default=False)
    began_year: Mapped[int | None]
    ended_year: Mapped[int | None]
    ended_on: Mapped[date | None]

    person: Mapped[Person] = relationship(back_populates="affiliations")
    organization: Mapped["Organization"] = relationship(back_populates="affiliations")

    ROLES = (
        "executive director",
        "president",
        "vice president",
        "secretary",
        "treasurer",
        "officer",
        "board",
        "staff",
        "organizer",
        "clergy",
        "member",
        "volunteer",
    )

    @classmethod
    def current(cls):
        """Current roles of people in view, the primary contact first."""
        return (
            select(cls)
            .join(cls.person)
            .where(cls.ended_on.is_(None), Person.archived_at.is_(None))
            .order_by(cls.is_primary.desc(), cls.id)
        )

    @classmethod
    def of_line(cls, line: ContactLine, organization: "Organization") -> "Affiliation":
        """The role that a typed line gives; somebody known already gets no second card."""
        person = Person.known_by(line) or Person(name=line.name)
        person.phone, person.email = person.phone or line.phone, person.email or line.email
        for affiliation in organization.affiliations:
            if affiliation.is_current and affiliation.person is person:
                affiliation.role = line.role or affiliation.role
                return affiliation
        affiliation = cls(person=person, role=line.role)
        organization.affiliations.append(affiliation)
        return affiliation

    @property
    def is_current(self) -> bool:
        return self.ended_on is None

    @property
    def years(self) -> Years:
        return Years(self.began_year, self.ended_year, not self.is_current)

    def lasts(self, years: Years, today: date) -> None:
        """From when to when; what is over is over since today at the latest."""
        self.began_year, self.ended_year = years.began, years.ended
        if not years.is_over:
            self.ended_on = None
        elif self.ended_on is None:
            self.end(today)
            self.ended_year = years.ended

    def end(self, today: date) -> None:
        """They left; it stays as a past role."""
        self.ended_on = self.ended_on or today
        self.ended_year = self.ended_year or self.ended_on.year
        self.is_primary = False

    def resume(self) -> None:
        self.ended_on = self.ended_year = None

    def make_primary(self) -> None:
        for affiliation in self.organization.affiliations:
            affiliation.is_primary = affiliation is self
