"""Simple formatting that is kept as text: **bold**, *italic*, lines that begin with '- '."""

import re
from dataclasses import dataclass
from itertools import groupby

STARS = re.compile(r"(\*+)")
BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
DASH = "- "
BOLD, ITALIC = "**", "*"


@dataclass(frozen=True)
class Run:
    """Words that look alike."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph with its lines, or a list with its items."""

    lines: tuple[Line, ...]
    is_list: bool = False


def blocks(text: str) -> tuple[Block, ...]:
    return tuple(block for part in paragraphs(text) for block in _blocks(part))


def paragraphs(text: str) -> list[str]:
    """What stands between blank lines."""
    return [part.strip() for part in BETWEEN_PARAGRAPHS.split(text) if part.strip()]


def plain(text: str) -> str:
    """The words for an email: without stars, lists with their dashes."""
    lines = ("".join(run.text for run in runs(line)) for line in text.strip().split("\n"))
    return "\n".join(lines)


def runs(line: str) -> Line:
    """A line's words by how they look. A star that has no partner is a star."""
    parts = _parts(line)
    marks = _paired(parts)
    found, bold, italic = [], False, False
    for place, part in enumerate(parts):
        if place in marks:
            bold, italic = bold ^ (part == BOLD), italic ^ (part == ITALIC)
        elif part:
            found.append(((bold, italic), part))
    alike = groupby(found, key=lambda each: each[0])
    return tuple(Run("".join(text for _, text in group), *looks) for looks, group in alike)


def _blocks(paragraph: str) -> list[Block]:
    lines = groupby(paragraph.split("\n"), key=lambda line: line.startswith(DASH))
    return [
        Block(tuple(runs(line.removeprefix(DASH) if is_list else line) for line in group), is_list)
        for is_list, group in lines
    ]


def _parts(line: str) -> list[str]:
    """Words and marks in turn; three stars are two marks, more are words."""
    parts: list[str] = []
    for part in STARS.split(line):
        parts += [BOLD, ITALIC] if part == BOLD + ITALIC else [part]
    return parts


def _paired(parts: list[str]) -> set[int]:
    """The places of the marks that open or close something; a mark within a word does neither."""
    paired: set[int] = set()
    open_at: dict[str, int] = {}
    for place, part in enumerate(parts):
        if part not in (BOLD, ITALIC):
            continue
        before, after = parts[place - 1][-1:] or " ", parts[place + 1][:1] or " "
        if before.isalnum() and after.isalnum():
            continue
        if part in open_at and not before.isspace():
            paired |= {open_at.pop(part), place}
        elif not after.isspace():
            open_at.setdefault(part, place)
    return paired
