"""An issue campaign, theirs or ours (then the organization is empty)."""

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db

if TYPE_CHECKING:
    from coalition_app.models.organization import Organization


class Campaign(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[str]
    when: Mapped[str] = mapped_column(default="")

    organization: Mapped["Organization | None"] = relationship(back_populates="campaigns")

    @classmethod
    def ours(cls):
        return select(cls).where(cls.organization_id.is_(None)).order_by(cls.id.desc())

    @property
    def label(self) -> str:
        """'Fair hiring ordinance (since Jan)'."""
        return f"{self.name} ({self.when})" if self.when else self.name

    @classmethod
    def from_line(cls, line: str) -> "Campaign":
        """'Fair hiring ordinance (since Jan)' or 'Fair hiring ordinance, since Jan'."""
        name, bracket, when = line.strip().partition(" (")
        if bracket and when.endswith(")"):
            return cls(name=name, when=when[:-1])
        name, _, when = line.partition(",")
        return cls(name=name.strip(), when=when.strip())
