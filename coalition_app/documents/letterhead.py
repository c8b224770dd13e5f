"""The paper of a local: what stands on each of its letters."""

import base64
from dataclasses import dataclass
from math import ceil
from typing import ClassVar

from coalition_app.documents import glyphs
from coalition_app.documents.sheet import Sheet
from coalition_app.extensions import db
from coalition_app.models import Local, Person

OFFICERS_WIDTH, OFFICERS_LINES = 2.1 * 72, 4  # points; beside the sender, in type of 9
RANKS = ("president", "vice", "secretary", "treasurer")
IMAGES = {"png": "image/png", "svg": "image/svg+xml"}


@dataclass(frozen=True)
class Letterhead:
    """The paper of our local, asked for once for many letters. `sender_lines`: at most three."""

    sender: str
    sender_lines: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    logo: bytes = b""
    logo_kind: str = ""
    imprint: str = ""

    @classmethod
    def current(cls) -> "Letterhead":
        local = Local.current()
        return cls(
            sender=local.full_name,
            sender_lines=_sender_lines(local),
            officers=_officers(),
            logo=local.logo if local.logo_kind else b"",
            logo_kind=local.logo_kind,
            imprint=local.imprint,
        )


@dataclass(frozen=True)
class LetterPaper(Sheet):
    """What the letters of one day have in common, so that a run sets it only once."""

    template: ClassVar[str] = "documents/letter_paper.html"

    date: str
    sender: str
    sender_lines: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    logo: bytes = b""
    logo_kind: str = ""
    imprint: str = ""

    @property
    def logo_address(self) -> str:
        """The image itself, as an address: a document loads nothing from anywhere."""
        return f"data:{IMAGES[self.logo_kind]};base64,{base64.b64encode(self.logo).decode()}"


def _sender_lines(local: Local) -> tuple[str, ...]:
    own_name = "" if local.name in local.full_name else local.name
    reached = " · ".join(part for part in (local.phone, local.email, local.website) if part)
    return tuple(line for line in (own_name, ", ".join(local.address_lines), reached) if line)


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
