"""Lines of text fitted into a box: as large as they fit, wrapped, and never over its edge."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from coalition_app.documents import glyphs

LEADING = 1.2  # from line to line, as a part of the type's size
SMALLER = 9  # points; below that, lines are wrapped first
SPARE = 0.97  # kerning and what the widths do not know


class Fitted(NamedTuple):
    """`points`: the type's size; `lines`: as they will stand."""

    points: float
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """In points."""
        return len(self.lines) * self.points * LEADING


def fit(texts: Sequence[str], width: float, height: float, sizes: Sequence[float]) -> Fitted | None:
    """In the largest of the sizes (points) that takes all of it; a box of points.

    Rather than to wrap a line it is set a little smaller; the last one (city and ZIP) even much
    smaller. None: not even the smallest size takes it.
    """
    widest = width * SPARE
    units = [glyphs.width(text, 1) for text in texts]
    for points in (size for size in sizes if size >= SMALLER):
        unwrapped = Fitted(points, tuple(texts))
        if max(units) * points <= widest and unwrapped.height <= height:
            return unwrapped
    wrapping = None
    for points in sizes:
        lines = (
            line
            for text, unit in zip(texts, units, strict=True)
            for line in _wrapped(text, widest / points, unit)
        )
        too_many = int(height / (points * LEADING)) + 2
        fitted = Fitted(points, tuple(islice(lines, too_many)))
        if fitted.height <= height:
            if units[-1] * points <= widest:
                return fitted
            wrapping = wrapping or fitted
    return wrapping


def _wrapped(text: str, widest: float, whole: float) -> Iterator[str]:
    """At spaces; a word that fills more than a line is broken where the line ends."""
    if whole <= widest:
        yield text
        return
    line = ""
    for word in _pieces(text, widest):
        longer = f"{line} {word}" if line else word
        if line and glyphs.width(longer, 1) > widest:
            yield line
            longer = word
        line = longer
    yield line


def _pieces(text: str, widest: float) -> Iterator[str]:
    for word in text.split():
        if glyphs.width(word, 1) <= widest:
            yield word
            continue
        piece, filled = "", 0.0
        for character in word:
            advance = glyphs.width(character, 1)
            if piece and filled + advance > widest:
                yield piece
                piece, filled = "", 0.0
            piece, filled = piece + character, filled + advance
        yield piece
