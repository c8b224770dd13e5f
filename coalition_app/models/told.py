"""The relationship was reported to the board, the membership or the LPAT call (step 9)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

AUDIENCES = {
    "board": "the executive board",
    "membership": "the membership",
    "lpat": "the LPAT call",
}


class Told(db.Model):
    __tablename__ = "told"
    __table_args__ = (
        CheckConstraint("audience IN ('board', 'membership', 'lpat')", name="audience_known"),
        Index("ix_told_days", "organization_id", "audience", "told_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    audience: Mapped[str]
    told_on: Mapped[date]
    what: Mapped[str] = mapped_column(default="")
    teller_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    organization: Mapped[Organization] = relationship()
    teller: Mapped[Person | None] = relationship()

    @classmethod
    def in_order(cls):
        return select(cls).order_by(cls.told_on.desc(), cls.id.desc())

    @classmethod
    def tell(cls, organization: Organization, teller: Person | None, **told) -> "Told":
        """Adds it to be saved; the same words told twice (a form sent twice) are one."""
        same = db.session.scalar(select(cls).filter_by(organization=organization, **told).limit(1))
        if same is None:
            same = cls(organization=organization, teller=teller, **told)
            db.session.add(same)
        return same

    @classmethod
    def of(cls, organization: Organization):
        return cls.in_order().where(cls.organization_id == organization.id)
