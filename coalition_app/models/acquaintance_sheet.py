"""One member's "Who do you know?" sheet: when they were asked, and what they allow."""

from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.person import Person


class AcquaintanceSheet(db.Model):
    """Whom they know is ties and affiliations. `may_tell`: whether we may say that they do."""

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    asked_on: Mapped[date]
    may_tell: Mapped[bool | None]

    person: Mapped[Person] = relationship()

    @classmethod
    def latest_of(cls, person: Person) -> "AcquaintanceSheet | None":
        query = select(cls).where(cls.person_id == person.id)
        return db.session.scalar(query.order_by(cls.asked_on.desc(), cls.id.desc()).limit(1))

    @classmethod
    def note(cls, person: Person, asked_on: date, may_tell: bool | None) -> "AcquaintanceSheet":
        """Asked on a day; the same day again is the same sheet."""
        query = select(cls).where(cls.person_id == person.id, cls.asked_on == asked_on)
        sheet = db.session.scalar(query) or cls(person=person, asked_on=asked_on)
        sheet.may_tell = may_tell
        db.session.add(sheet)
        return sheet
