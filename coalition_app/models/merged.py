"""Where a record went that was merged into another one: its old address leads there."""

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

KEYS = {Organization: "organization_id", Person: "person_id"}


class Merged(db.Model):
    """The key names the record that was kept; a later merge of that one takes this row along."""

    __table_args__ = (
        CheckConstraint("(organization_id IS NULL) <> (person_id IS NULL)", name="into_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    was_id: Mapped[int] = mapped_column(index=True)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE")
    )
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))

    @classmethod
    def note(cls, noun: type[db.Model], was_id: int, kept_id: int) -> None:
        db.session.add(cls(was_id=was_id, **{KEYS[noun]: kept_id}))

    @classmethod
    def into(cls, noun: type[db.Model], was_id: int) -> int | None:
        """The id of the one that holds it now; the latest, as SQLite may give an id again."""
        key = getattr(cls, KEYS[noun])
        found = select(key).where(cls.was_id == was_id, key.is_not(None))
        return db.session.scalar(found.order_by(cls.id.desc()).limit(1))

    @classmethod
    def follow(cls, key: dict[str, int]) -> dict[str, int]:
        """The same ids by name, but of those that hold now what was merged meanwhile."""
        return key | {
            name: cls.into(noun, key[name]) or key[name]
            for noun, name in ((Organization, "organization"), (Person, "person"))
            if name in key and db.session.get(noun, key[name]) is None
        }
