"""Faces for the scripts that our own lack: found by character, for the few pages that need them.

The files are complete for their script, but for Chinese and Korean: those come in slices of a
hundred characters, each a face with a name of its own. Two files under one name print wrong letters
(docs/decisions.md).
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parents[3] / "static" / "fonts" / "more"
INDEX = "index.txt"  # each line a file and the characters, in hexadecimal, that it is there for
PLAIN = frozenset(map(chr, range(0x131))) | frozenset("–—‘’“”…\u200b")  # those of nearly all pages


def needed_for(characters: set[str]) -> list[str]:
    """The names of the files that draw what our own faces do not, in the order of the index."""
    beyond = characters - PLAIN
    if not beyond:
        return []
    found = {file_of(character) for character in beyond}
    return [name for name in dict.fromkeys(_index().values()) if name in found]


def file_of(character: str) -> str | None:
    """The file that draws it; none for what our own faces have, and for what no face has."""
    return _index().get(ord(character))


@cache
def _index() -> dict[int, str]:
    """Of each code point; read when the first page with another script comes."""
    files = {}
    for line in (FOLDER / INDEX).read_text("ascii").splitlines():
        name, *reaches = line.split()
        for reach in reaches:
            first, _, last = reach.partition("-")
            for point in range(int(first, 16), int(last or first, 16) + 1):
                files[point] = name
    return files
