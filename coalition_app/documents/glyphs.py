"""Which characters the shipped faces can print, so that a page can say so beforehand."""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from coalition_app.documents import fonts
from coalition_app.documents.worker import faces

# Never drawn, so never missing: controls, joiners and direction marks, variation selectors.
INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def unprintable(*texts: str) -> tuple[str, ...]:
    """The characters of the texts that no shipped face has, each once, in order of appearance."""
    characters = dict.fromkeys(unicodedata.normalize("NFC", "".join(texts)))
    return tuple(character for character in characters if not _prints(character))


def _prints(character: str) -> bool:
    point = ord(character)
    return point in _drawn() or is_invisible(character) or faces.file_of(character) is not None


def is_invisible(character: str) -> bool:
    category = unicodedata.category(character)
    return category in INVISIBLE or ord(character) in VARIATION_SELECTORS


@cache
def _drawn() -> frozenset[int]:
    """The code points that have a glyph in at least one face; read once, in about 50 ms."""
    points: set[int] = set()
    for file in sorted(fonts.FOLDER.glob("*.ttf")):
        with TTFont(file, lazy=True) as face:
            points.update(face.getBestCmap())
    return frozenset(points)


def width(text: str, points: float) -> float:
    """How wide a line of text is in points, set in the regular sans; kerning is left out."""
    advances = _advances()
    widths = (advances[each] if each in advances else _advance_beyond(each) for each in text)
    return sum(widths) * points


@cache
def _advances() -> dict[str, float]:
    """Of each character of our own faces, as a part of the type's size."""
    advances: dict[str, float] = {}
    for name in (fonts.SERIF, fonts.SANS):
        advances.update(_advances_in(fonts.FOLDER / name))
    return advances


@cache
def _advance_beyond(character: str) -> float:
    """Of a character that another face draws, or none."""
    name = faces.file_of(character)
    if name is None:
        return 0 if is_invisible(character) else _advances()["n"]
    if name.endswith(".ttf"):
        return _advances_in(faces.FOLDER / name)[character]
    return 1  # Chinese and Korean stand in squares


@cache
def _advances_in(file: Path) -> dict[str, float]:
    with TTFont(file, lazy=True) as face:
        em, measures = face["head"].unitsPerEm, face["hmtx"]
        drawn = face.getBestCmap().items()
        return {chr(point): measures[glyph][0] / em for point, glyph in drawn}
