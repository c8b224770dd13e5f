"""The paper of a local: what stands on each of its letters."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import ClassVar

from coalition_app.documents import glyphs
from coalition_app.documents.sheet import Sheet
from coalition_app.extensions import db
from coalition_app.models import Local, Person

# In points, as letter.css sets them. The officers stand beside the sender, in type of 9.
OFFICERS_WIDTH, OFFICERS_LINES = 2.1 * 72, 4
WIDTH, LOGO, BETWEEN = 6.5 * 72, 1.4 * 72 + 12, 12
LINES = ((9.5, 4), (9, 5))  # the sender's type, and how many lines of it there is room for
RANKS = ("president", "vice", "secretary", "treasurer")
IMAGES = {"png": "image/png", "svg": "image/svg+xml"}


@dataclass(frozen=True)
class Letterhead:
    """The paper of our local, asked for once for many letters. `sender_lines`: as they are set;
    `is_crowded`: in smaller type."""

    sender: str
    sender_lines: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    logo: bytes = b""
    logo_kind: str = ""
    imprint: str = ""
    is_crowded: bool = False

    @classmethod
    def current(cls) -> "Letterhead":
        local = Local.current()
        width = WIDTH - (LOGO if local.logo_kind else 0)
        sender_lines, officers, is_crowded = _beside(_sender_parts(local), _officers(), width)
        return cls(
            sender=local.full_name,
            sender_lines=sender_lines,
            officers=officers,
            is_crowded=is_crowded,
            logo=local.logo if local.logo_kind else b"",
            logo_kind=local.logo_kind,
            imprint=local.imprint,
        )


@dataclass(frozen=True)
class LetterPaper(Letterhead, Sheet):
    """What the letters of one day have in common, so that a run sets it only once."""

    template: ClassVar[str] = "documents/letter_paper.html"

    date: str = ""

    @property
    def logo_address(self) -> str:
        """The image itself, as an address: a document loads nothing from anywhere."""
        return f"data:{IMAGES[self.logo_kind]};base64,{base64.b64encode(self.logo).decode()}"


Parts = tuple[tuple[str, Sequence[str]], ...]  # what joins them, and the parts of one line


def _sender_parts(local: Local) -> Parts:
    own_name = "" if local.name in local.full_name else local.name
    reached = (local.phone, local.email, local.website)
    return (("", [own_name]), (", ", local.address_lines), (" · ", reached))


def _beside(parts: Parts, officers: tuple[str, ...], width: float):
    """Sender and officers side by side: rather smaller type, then fewer officers, than a line
    that is cut off."""
    for count in range(len(officers), -1, -1):
        for points, most in LINES:
            room = width - _width(officers[:count])
            lines = _set(parts, room, points)
            if sum(ceil(glyphs.width(line, points) / room) for line in lines) <= most:
                return lines, officers[:count], points < LINES[0][0]
    return lines, (), True


def _width(officers: tuple[str, ...]) -> float:
    widest = max((glyphs.width(each, 9) for each in officers), default=-BETWEEN)
    return min(widest, OFFICERS_WIDTH) + BETWEEN


def _set(parts: Parts, width: float, points: float) -> tuple[str, ...]:
    """Lines no wider than this that break between the parts."""
    lines = []
    for joint, texts in parts:
        line = ""
        for text in filter(None, texts):
            longer = f"{line}{joint}{text}" if line else text
            if line and glyphs.width(longer, points) > width:
                lines.append(line)
                longer = text
            line = longer
        lines.append(line)
    return tuple(filter(None, lines))


def _officers() -> tuple[str, ...]:
    """'Sam Okafor, president': the highest, as many as a letterhead holds."""
    people = sorted(db.session.scalars(Person.officers()), key=lambda each: _rank(each.office))
    named, room = [], OFFICERS_LINES
    for officer in (f"{person.name}, {person.office}" for person in people):
        room -= ceil(glyphs.width(officer, 9) / OFFICERS_WIDTH)
        if room < 0:
            break
        named.append(officer)
    return tuple(named)


def _rank(office: str) -> int:
    words = office.casefold()
    found = (place for place, rank in enumerate(RANKS) if rank in words)
    return max(found, default=len(RANKS))
