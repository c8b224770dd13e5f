"""Two records that look alike, and of which somebody said that they are not the same."""

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

KEYS = {
    Organization: ("organization_id", "other_organization_id"),
    Person: ("person_id", "other_person_id"),
}


def key(table: str) -> Mapped[int | None]:
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


class NotSame(db.Model):
    __table_args__ = (
        CheckConstraint(
            "(organization_id IS NULL) = (other_organization_id IS NULL)"
            " AND (person_id IS NULL) = (other_person_id IS NULL)"
            " AND (organization_id IS NULL) <> (person_id IS NULL)",
            name="of_two",
        ),
        UniqueConstraint("organization_id", "other_organization_id"),
        UniqueConstraint("person_id", "other_person_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int | None] = key("organization")
    other_organization_id: Mapped[int | None] = key("organization")
    person_id: Mapped[int | None] = key("person")
    other_person_id: Mapped[int | None] = key("person")

    @classmethod
    def pairs_of(cls, noun: type[db.Model]) -> set[frozenset[int]]:
        one, other = (getattr(cls, name) for name in KEYS[noun])
        found = db.session.execute(select(one, other).where(one.is_not(None)))
        return {frozenset(row) for row in found}

    @classmethod
    def note(cls, one: db.Model, other: db.Model) -> "NotSame":
        """Said again, it is the same row."""
        known = cls.of(one, other)
        if known is None:
            ids = sorted((one.id, other.id))
            known = cls(**dict(zip(KEYS[type(one)], ids, strict=True)))
            db.session.add(known)
        return known

    @classmethod
    def of(cls, one: db.Model, other: db.Model) -> "NotSame | None":
        first, second = KEYS[type(one)]
        ids = {one.id, other.id}
        found = db.session.scalars(
            select(cls).where(getattr(cls, first).in_(ids), getattr(cls, second).in_(ids))
        )
        return found.first()
