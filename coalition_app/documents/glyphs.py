"""Which characters the shipped faces can print, so that a page can say so beforehand."""

import unicodedata
from functools import cache

from fontTools.ttLib import TTFont

from coalition_app.documents import fonts

# Never drawn, so never missing: controls, joiners and direction marks, variation selectors.
INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
VARIATION_SELECTORS = range(0xFE00, 0xFE10)


def unprintable(*texts: str) -> tuple[str, ...]:
    """The characters of the texts that no shipped face has, each once, in order of appearance."""
    characters = dict.fromkeys(unicodedata.normalize("NFC", "".join(texts)))
    return tuple(character for character in characters if not _prints(character))


def _prints(character: str) -> bool:
    return (
        ord(character) in _drawn()
        or unicodedata.category(character) in INVISIBLE
        or ord(character) in VARIATION_SELECTORS
    )


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
    average = advances["n"]
    return sum(advances.get(character, average) for character in text) * points


@cache
def _advances() -> dict[str, float]:
    """Of each character, as a part of the type's size."""
    advances: dict[str, float] = {}
    for name in (fonts.SERIF, fonts.SANS):
        with TTFont(fonts.FOLDER / name, lazy=True) as face:
            em, measures = face["head"].unitsPerEm, face["hmtx"]
            drawn = face.getBestCmap().items()
            advances.update({chr(point): measures[glyph][0] / em for point, glyph in drawn})
    return advances
