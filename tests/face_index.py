"""Writes which file of static/fonts/more draws which character: `python -m tests.face_index`.

Run it after a file was added. A character belongs to the first file that has it; what our own
faces have belongs to none.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

from coalition_app.documents import fonts, glyphs
from coalition_app.documents.worker import faces

HANGUL = (range(0x1100, 0x1200), range(0x3130, 0x3190), range(0xAC00, 0xD7B0))
LAST = ("NotoSansSymbols_", "noto-sans-symbols", "NotoEmoji", "noto-sans-sc", "noto-sans-kr")


def write() -> None:
    lines = (f"{name} {' '.join(reaches)}" for name, reaches in index())
    (faces.FOLDER / faces.INDEX).write_text("\n".join(lines) + "\n", encoding="ascii")


def index() -> Iterator[tuple[str, list[str]]]:
    taken = set().union(*map(characters, fonts.FOLDER.glob("*.ttf")))
    for file in in_order():
        own = characters(file) - taken
        if file.name.startswith("noto-sans-kr"):
            own = {point for point in own if any(point in reach for reach in HANGUL)}
        if own:
            taken |= own
            yield file.name, list(ranges(own))


def in_order() -> list[Path]:
    """Letters before symbols before pictures; Chinese and Korean last."""
    files = [file for file in faces.FOLDER.iterdir() if file.suffix in (".ttf", ".woff2")]
    return sorted(files, key=lambda file: (_rank(file.name), file.name))


def characters(file: Path) -> set[int]:
    with TTFont(file, lazy=True) as face:
        return {point for point in face.getBestCmap() if not glyphs.is_invisible(chr(point))}


def ranges(points: Iterable[int]) -> Iterator[str]:
    """'600-604', '606' in hexadecimal."""
    for _, group in groupby(enumerate(sorted(points)), key=lambda pair: pair[1] - pair[0]):
        run = [point for _, point in group]
        yield f"{run[0]:x}" if len(run) == 1 else f"{run[0]:x}-{run[-1]:x}"


def _rank(name: str) -> int:
    return next((rank for rank, start in enumerate(LAST, 2) if name.startswith(start)), 1) - (
        name == "NotoSans_400Regular.ttf"
    )


if __name__ == "__main__":
    write()
