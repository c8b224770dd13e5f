"""A page that shows how far a printer prints from true, read off where the paper is folded.

Folded edge to edge, a sheet has its crease exactly in its middle, whatever the printer did: where
the crease crosses the printed scales is how far the print has to be moved.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from coalition_app.documents.sheet import Sheet
from coalition_app.models import Printer

WIDTH, HEIGHT = 612, 792  # points
MILLIMETER = 72 / 25.4
REACH = 12  # millimeters to either side of the middle
CARD = (85.6, 53.98)  # millimeters, of any bank card (ISO/IEC 7810 ID-1)


@dataclass(frozen=True)
class Tick:
    """A line of the scale; the offset and half its length in points."""

    offset: float
    half: float
    words: str = ""


@dataclass(frozen=True)
class RulerSheet(Sheet):
    """`right`, `down`: points by which this very page is moved already."""

    template: ClassVar[str] = "documents/ruler.html"

    file_name: str
    title: str
    printer: str
    nudged: str
    right: float
    down: float
    ticks: tuple[Tick, ...]
    card_width: float = CARD[0] * MILLIMETER
    card_height: float = CARD[1] * MILLIMETER

    @classmethod
    def of(cls, printer: Printer, *, is_nudged: bool) -> "RulerSheet":
        right, down = (printer.right_mm, printer.down_mm) if is_nudged else (0, 0)
        return cls(
            file_name="Ruler page.pdf",
            title=f"Ruler page for {printer.name}",
            printer=printer.name,
            nudged=f"moved {printer.nudge_words}" if is_nudged else "",
            right=right * MILLIMETER,
            down=down * MILLIMETER,
            ticks=tuple(_ticks()),
        )


def _ticks() -> Iterator[Tick]:
    """One each millimeter, every fifth with its number."""
    for millimeters in range(-REACH, REACH + 1):
        words = f"{millimeters:+d}" if millimeters else "0"
        is_fifth = millimeters % 5 == 0
        yield Tick(millimeters * MILLIMETER, 14 if is_fifth else 8, words if is_fifth else "")
