"""A letter on the local's paper, folded so that its address shows in a window envelope."""

import base64
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import ceil
from typing import ClassVar

from coalition_app.documents import glyphs
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.extensions import db
from coalition_app.lib.simple_text import Block, blocks
from coalition_app.lib.wording import full_day
from coalition_app.models import Letter, Local, Person

WINDOW_WIDTH = 3.25 * 72  # points, of the address box of a #10 single-window envelope

# What the box of 0.74in takes, largest type first: name of the size, points, lines.
SIZES = (("regular", 11, 4), ("small", 10, 5), ("smallest", 9, 5))

# What the paper is called; all others are letters.
NAMES = {
    "follow_up": "Follow-up letter",
    "thanks": "Letter of thanks",
    "introduction_request": "Introduction request",
    "ally_request": "Introduction request",
    "member_request": "Introduction request",
    "come_along": "Invitation",
    "briefing_invitation": "Invitation",
    "confirmation": "Confirmation",
}
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
class LetterSheet(Sheet):
    """Words only. `below`: enclosures and copies, a line each; `addressee`: whom the head of a
    second page names."""

    template: ClassVar[str] = "documents/letter.html"

    file_name: str
    title: str
    sender: str
    sender_lines: tuple[str, ...]
    date: str
    addressee: str
    address: tuple[str, ...]
    salutation: str
    blocks: tuple[Block, ...]
    closing: str
    signer: str
    signer_title: str = ""
    below: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    logo: bytes = b""
    logo_kind: str = ""
    imprint: str = ""

    @classmethod
    def of(cls, letter: Letter, letterhead: Letterhead | None = None) -> "LetterSheet":
        """The letter as it goes out. Give the letterhead to print many."""
        name, date = NAMES.get(letter.kind, "Letter"), full_day(letter.dated_on)
        addressee = letter.addressee
        return cls(
            file_name=file_name(name, letter.about, letter.dated_on),
            title=f"{name} to {addressee}, {date}",
            date=date,
            addressee=addressee,
            address=tuple(letter.address_lines),
            salutation=letter.salutation,
            blocks=blocks(letter.body),
            closing=letter.closing,
            signer=letter.signer_name,
            signer_title=letter.signer_title,
            **asdict(letterhead or Letterhead.current()),
        )

    @property
    def logo_address(self) -> str:
        """The image itself, as an address: a document loads nothing from anywhere."""
        return f"data:{IMAGES[self.logo_kind]};base64,{base64.b64encode(self.logo).decode()}"

    @property
    def address_size(self) -> str:
        """The largest type in which the address stays inside the window."""
        return next((name for name, *size in SIZES if _fits(self.address, *size)), SIZES[-1][0])

    @property
    def fits_window(self) -> bool:
        """Whether the whole address shows; if not, it prints, and rises above the window."""
        return fits_window(self.address)


def fits_window(address: Sequence[str]) -> bool:
    """Whether these lines show in the window of an envelope, in whatever size."""
    return any(_fits(address, *size) for _name, *size in SIZES)


def _fits(address: Sequence[str], points: float, most_lines: int) -> bool:
    widths = (glyphs.width(line, points) for line in address)
    return sum(max(ceil(width / WINDOW_WIDTH), 1) for width in widths) <= most_lines


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
