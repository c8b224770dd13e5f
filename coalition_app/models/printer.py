"""What lies in the printers: half-used sheets of labels, and how far each prints from true."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.lib.label_formats import LabelFormat
from coalition_app.models.record import Versioned


class LabelSheet(db.Model):
    """The half-used sheet of one format: `next_label` is its first that is still there (from 1)."""

    id: Mapped[int] = mapped_column(primary_key=True)
    format: Mapped[str] = mapped_column(unique=True)
    next_label: Mapped[int] = mapped_column(default=1)

    @classmethod
    def of(cls, kind: LabelFormat) -> "LabelSheet | None":
        return db.session.scalar(select(cls).where(cls.format == kind.name))

    @classmethod
    def next_of(cls, kind: LabelFormat) -> int:
        """Where the next print begins; 1 on a new sheet."""
        sheet = cls.of(kind)
        return sheet.next_label if sheet and sheet.next_label <= kind.per_sheet else 1

    @classmethod
    def use(cls, kind: LabelFormat, count: int, start: int) -> None:
        """So many labels are printed, from the label `start`; said twice, it is the same."""
        sheet = cls.of(kind)
        if sheet is None:
            sheet = cls(format=kind.name)
            db.session.add(sheet)
        sheet.next_label = kind.next_label(count, start)


class Printer(Versioned, db.Model):
    """How far its print has to be moved to be right, in millimeters. `used_at`: last chosen."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    right_mm: Mapped[float] = mapped_column(default=0.0)
    down_mm: Mapped[float] = mapped_column(default=0.0)
    used_at: Mapped[datetime | None]

    MOST_MM = 25

    @classmethod
    def in_order(cls):
        return select(cls).order_by(cls.name, cls.id)

    @classmethod
    def last_used(cls) -> "Printer | None":
        query = select(cls).where(cls.used_at.is_not(None)).order_by(cls.used_at.desc(), cls.id)
        return db.session.scalar(query.limit(1))

    def use(self, now: datetime) -> None:
        """Offered first from now on."""
        self.used_at = now

    @property
    def words(self) -> str:
        """'Upstairs, 1.5 mm right'."""
        return f"{self.name}, {self.nudge_words}"

    @property
    def nudge(self) -> tuple[float, float]:
        """Right and down, in millimeters."""
        return self.right_mm, self.down_mm

    @property
    def nudge_words(self) -> str:
        """'1.5 mm right, 0.5 mm up'; 'not moved'."""
        ways = ((self.right_mm, "right", "left"), (self.down_mm, "down", "up"))
        moved = [f"{abs(far):g} mm {more if far > 0 else less}" for far, more, less in ways if far]
        return ", ".join(moved) or "not moved"
