"""Who knows whom: person to person."""

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.person import Person


class Tie(db.Model):
    """Person to person: who knows whom, how well, and who told us."""

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(default="friend")
    is_close: Mapped[bool] = mapped_column(default=False)
    told_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))

    person: Mapped[Person] = relationship(foreign_keys=person_id)
    other: Mapped[Person] = relationship(foreign_keys=other_id)
    told_by: Mapped[Person | None] = relationship(foreign_keys=told_by_id)

    KINDS = (
        "spouse or partner",
        "parent",
        "child",
        "sibling",
        "cousin",
        "in-law",
        "friend",
        "neighbor",
        "coworker",
        "congregation",
        "school",
        "other",
    )
    REVERSED = {"parent": "child", "child": "parent"}
    PHRASES = {
        "congregation": "of the same congregation as",
        "school": "from the same school as",
        "other": "knows",
    }

    @classmethod
    def of(cls, person: Person):
        """The ties of one person, typed from either side."""
        return select(cls).where(or_(cls.person_id == person.id, cls.other_id == person.id))

    @classmethod
    def between(cls, person: Person, other: Person) -> "Tie | None":
        pair = or_(
            (cls.person_id == person.id) & (cls.other_id == other.id),
            (cls.person_id == other.id) & (cls.other_id == person.id),
        )
        return db.session.scalar(select(cls).where(pair))

    @classmethod
    def phrase(cls, kind: str) -> str:
        """'sibling of', as it stands between two names."""
        return cls.PHRASES.get(kind, f"{kind} of")

    def seen_from(self, person: Person) -> tuple[str, Person]:
        """What `person` is to the other, and who that is: 'parent', Elena."""
        if person.id == self.person_id:
            return self.kind, self.other
        return self.REVERSED.get(self.kind, self.kind), self.person
