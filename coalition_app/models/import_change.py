"""What an import did to one record, so that it can be undone."""

from sqlalchemy import JSON, CheckConstraint, ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.import_record import Import, ImportSkip
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

Changed = Person | Organization | Affiliation | ContactPoint


def key(table: str) -> Mapped[int | None]:
    return mapped_column(ForeignKey(f"{table}.id", ondelete="CASCADE"), index=True)


class ImportChange(db.Model):
    """`before` and `after` hold the fields that were changed; a new record has no `before`."""

    __table_args__ = (
        CheckConstraint(
            "(CASE WHEN person_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN organization_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN affiliation_id IS NULL THEN 0 ELSE 1 END"
            " + CASE WHEN contact_point_id IS NULL THEN 0 ELSE 1 END) = 1",
            name="of_one",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("import.id", ondelete="CASCADE"), index=True)
    person_id: Mapped[int | None] = key("person")
    organization_id: Mapped[int | None] = key("organization")
    affiliation_id: Mapped[int | None] = key("affiliation")
    contact_point_id: Mapped[int | None] = key("contact_point")
    is_new: Mapped[bool] = mapped_column(default=False)
    before: Mapped[dict] = mapped_column(JSON, default=dict)
    after: Mapped[dict] = mapped_column(JSON, default=dict)

    of: Mapped[Import] = relationship()
    person: Mapped[Person | None] = relationship()
    organization: Mapped[Organization | None] = relationship()
    affiliation: Mapped[Affiliation | None] = relationship()
    contact_point: Mapped[ContactPoint | None] = relationship()

    @classmethod
    def forget(cls, person: Person) -> None:
        """Erases what imports remember of somebody who asks, also in rows that were left out."""
        db.session.execute(delete(cls).where(cls.person_id == person.id))
        words = {word for word in (person.name, person.email, person.phone) if word}
        for skip in db.session.scalars(select(ImportSkip)):
            if words & set(skip.cells):
                db.session.delete(skip)
