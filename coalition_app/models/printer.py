"""What lies in the printers: half-used sheets of labels, and how far each prints from true."""

from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.models.record import Versioned


class LabelSheet(db.Model):
    """The half-used sheet of one format: `next_label` is its first that is still there (from 1)."""

    id: Mapped[int] = mapped_column(primary_key=True)
    format: Mapped[str] = mapped_column(unique=True)
    next_label: Mapped[int] = mapped_column(default=1)


class Printer(Versioned, db.Model):
    """How far its print has to be moved to be right, in millimeters."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    right_mm: Mapped[float] = mapped_column(default=0.0)
    down_mm: Mapped[float] = mapped_column(default=0.0)
