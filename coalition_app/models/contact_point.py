"""One more phone, email or link of an organization or a person, beside the first of each."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db

if TYPE_CHECKING:
    from coalition_app.models.organization import Organization
    from coalition_app.models.person import Person


class ContactPoint(db.Model):
    __table_args__ = (
        CheckConstraint("kind IN ('phone', 'email', 'link')", name="kind_known"),
        CheckConstraint("(organization_id IS NULL) <> (person_id IS NULL)", name="of_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str]
    label: Mapped[str] = mapped_column(default="")
    value: Mapped[str]

    organization: Mapped["Organization | None"] = relationship(back_populates="contact_points")
    person: Mapped["Person | None"] = relationship(back_populates="contact_points")
