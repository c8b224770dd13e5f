"""The measures of a packet's pages in points, to reckon beforehand what fits on one.

Those of print/packet.css, which says `large` for large print: they must agree.
"""

from dataclasses import dataclass
from math import ceil

from coalition_app.documents import glyphs

WIDER = 1.1  # bold and serif letters than those that are measured


@dataclass(frozen=True)
class Measures:
    """`page` and `width`: between the margins, less a rounding; `pen`: a line to write on;
    `head`: a page's heading and the line above it; `row`: of a table to fill in."""

    page: float
    width: float
    size: float
    leading: float
    pen: float
    head: float
    row: float
    asked: tuple[float, float, float]  # size and leading of a question, room for its number
    ending: float  # of the pages to write on: all below the questions but the rows

    def lines(self, text: str, width: float, size: float = 0) -> int:
        """How many a text takes; words that do not fit leave the end of a line empty."""
        points = size or self.size
        widths = (glyphs.width(line, points) * WIDER for line in text.split("\n"))
        return sum(max(ceil(each / width), 1) for each in widths)

    def height(self, text: str, width: float) -> float:
        return self.lines(text, width) * self.leading


USUAL = Measures(
    page=692,
    width=504,
    size=9.6,
    leading=13.44,
    pen=20,
    head=46,
    row=25,
    asked=(11, 14.3, 18),
    ending=127,
)
LARGE = Measures(
    page=676,
    width=504,
    size=14,
    leading=19.6,
    pen=30,
    head=82,
    row=35,
    asked=(16, 20.8, 26),
    ending=180,
)
