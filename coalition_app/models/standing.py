"""What is said of an organization on a day: a review of its website, a pause, a standing."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.person import Person

if TYPE_CHECKING:
    from coalition_app.models.organization import Organization


class Review(db.Model):
    """Somebody of ours read their website, or found that they have none (step 2)."""

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    reviewed_on: Mapped[date]
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    has_no_website: Mapped[bool] = mapped_column(default=False)

    organization: Mapped["Organization"] = relationship(back_populates="reviews")
    reviewer: Mapped[Person | None] = relationship()


class Pause(db.Model):
    """Takes an organization off Today until a day, with the reason; 'declined' is one too."""

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    reason: Mapped[str]
    paused_on: Mapped[date]
    until: Mapped[date | None]
    ended_on: Mapped[date | None]

    organization: Mapped["Organization"] = relationship(back_populates="pauses")

    @classmethod
    def running(cls, today: date):
        """The ids of the organizations that are paused."""
        runs = or_(cls.until.is_(None), cls.until > today)
        return select(cls.organization_id).where(cls.ended_on.is_(None), runs)

    def covers(self, today: date) -> bool:
        return self.ended_on is None and (self.until is None or today < self.until)

    def end(self, today: date) -> None:
        self.ended_on = self.ended_on or today


class Standing(db.Model):
    """A rating 1-5 of an organization or a person, with its date and the act that proves it."""

    __table_args__ = (
        CheckConstraint("value BETWEEN 1 AND 5", name="value_known"),
        CheckConstraint("(organization_id IS NULL) <> (person_id IS NULL)", name="of_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    value: Mapped[int]
    rated_on: Mapped[date]
    act: Mapped[str]

    organization: Mapped["Organization | None"] = relationship(back_populates="standings")
    person: Mapped[Person | None] = relationship(back_populates="standings")

    WORDS = {
        1: "partner, decides with us",
        2: "acts with us",
        3: "friendly, no act yet",
        4: "cautious or in conflict on an issue",
        5: "opposed",
    }
    WORDS_OF_A_PERSON = {
        1: "leads",
        2: "supports",
        3: "undecided",
        4: "leans against",
        5: "opposed",
    }

    @classmethod
    def noted(cls, of: "Organization | Person", value: int, rated_on: date, act: str) -> "Standing":
        """What is said twice is one."""
        said = value, rated_on, act
        for each in of.standings:
            if (each.value, each.rated_on, each.act) == said:
                return each
        standing = cls(value=value, rated_on=rated_on, act=act)
        of.standings.insert(0, standing)
        return standing

    @property
    def label(self) -> str:
        """'2 acts with us'."""
        words = self.WORDS_OF_A_PERSON if self.is_of_a_person else self.WORDS
        return f"{self.value} {words[self.value]}"

    @property
    def is_of_a_person(self) -> bool:
        return self.person is not None
