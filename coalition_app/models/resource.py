"""What our local can lend (step 7: no resource is too small)."""

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.lib.folding import fold


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
    def meant_by(cls, text: str) -> "Resource | None":
        """'Meeting space on May 14' is about the meeting space."""
        words = f"{fold(text)} ".replace(",", " ")
        named = [each for each in db.session.scalars(cls.in_order()) if each.begins(words)]
        return max(named, key=lambda each: len(each.name), default=None)

    @classmethod
    def of_line(cls, line: str) -> "Resource":
        """'Meeting space (120 seats)'."""
        name, bracket, details = line.strip().partition(" (")
        if bracket and details.endswith(")"):
            return cls(name=name, details=details[:-1])
        return cls(name=line.strip(), details="")

    def begins(self, words: str) -> bool:
        """Whether folded words, a space behind them, begin with its name."""
        return words.startswith(f"{fold(self.name)} ")

    @property
    def label(self) -> str:
        """'Meeting space (120 seats)'."""
        return f"{self.name} ({self.details})" if self.details else self.name
