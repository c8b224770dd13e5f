"""What an import did to one record, so that it can be undone."""

import re
from collections.abc import Iterable

from sqlalchemy import JSON, CheckConstraint, ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.import_record import Import, ImportSkip
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person


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
    def forget(cls, person: Person, known_by: Iterable[str]) -> None:
        """Erases what imports remember of somebody who asks, also in rows that were left out.

        `known_by`: name, numbers, addresses.
        """
        db.session.execute(delete(cls).where(cls.person_id == person.id))
        names = [_words(each) for each in known_by]
        for skip in db.session.scalars(select(ImportSkip)):
            said = set(_words(" ".join(map(str, skip.cells))))
            if any(said.issuperset(words) or "".join(words) in said for words in names):
                db.session.delete(skip)


def _words(text: str) -> list[str]:
    """A name may fill two columns, a number may be written in any way."""
    return re.findall(r"\w+", fold(text))
