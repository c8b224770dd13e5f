"""What our local can lend (step 7: no resource is too small)."""

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db


class Resource(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    details: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)

    DEFAULTS = ("Meeting space", "Phone bank", "Copies", "Volunteers for an event or canvass")

    @classmethod
    def in_order(cls):
        return select(cls).order_by(cls.position, cls.id)

    @classmethod
    def of_line(cls, line: str) -> "Resource":
        """'Meeting space (120 seats)'."""
        name, bracket, details = line.strip().partition(" (")
        if bracket and details.endswith(")"):
            return cls(name=name, details=details[:-1])
        return cls(name=line.strip(), details="")

    @property
    def label(self) -> str:
        """'Meeting space (120 seats)'."""
        return f"{self.name} ({self.details})" if self.details else self.name
