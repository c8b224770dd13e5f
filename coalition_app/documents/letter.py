"""A letter on the local's paper, folded so that its address shows in a window envelope."""

from dataclasses import dataclass
from math import ceil
from typing import ClassVar

from coalition_app.documents import glyphs
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import full_day
from coalition_app.models import Letter, Local

WINDOW_WIDTH = 3.25 * 72  # points, of the address box of a #10 single-window envelope

# What the box of 0.74in takes, largest type first: name of the size, points, lines.
SIZES = (("regular", 11, 4), ("small", 10, 5), ("smallest", 9, 5))

KINDS = {"follow_up": "Follow-up letter", "introduction_request": "Introduction request"}


@dataclass(frozen=True)
class LetterSheet(Sheet):
    """Words only. `sender_lines`: at most three; `below`: enclosures and copies, a line each;
    `addressee`: whom the head of a second page names."""

    template: ClassVar[str] = "documents/letter.html"

    file_name: str
    title: str
    sender: str
    sender_lines: tuple[str, ...]
    date: str
    addressee: str
    address: tuple[str, ...]
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signer: str
    signer_title: str = ""
    below: tuple[str, ...] = ()

    @classmethod
    def of(cls, letter: Letter) -> "LetterSheet":
        """The letter as it goes out, on the paper of our local."""
        local, kind = Local.current(), KINDS.get(letter.kind, "Letter")
        date, organization = full_day(letter.dated_on), letter.organization.full_name
        addressee = letter.recipient.name if letter.recipient else organization
        return cls(
            file_name=file_name(kind, organization, letter.dated_on),
            title=f"{kind} to {addressee}, {date}",
            sender=local.full_name,
            sender_lines=_sender_lines(local),
            date=date,
            addressee=addressee,
            address=tuple(letter.address_lines),
            salutation=letter.salutation,
            paragraphs=tuple(letter.paragraphs),
            closing=letter.closing,
            signer=letter.signer_name,
            signer_title=letter.signer_title,
        )

    @property
    def address_size(self) -> str:
        """The largest type in which the address stays inside the window."""
        return next((name for name, *size in SIZES if self._fits(*size)), SIZES[-1][0])

    @property
    def fits_window(self) -> bool:
        """Whether the whole address shows; if not, it prints, and rises above the window."""
        return any(self._fits(*size) for _name, *size in SIZES)

    def _fits(self, points: float, most_lines: int) -> bool:
        widths = (glyphs.width(line, points) for line in self.address)
        return sum(max(ceil(width / WINDOW_WIDTH), 1) for width in widths) <= most_lines


def _sender_lines(local: Local) -> tuple[str, ...]:
    own_name = "" if local.name in local.full_name else local.name
    reached = " · ".join(part for part in (local.phone, local.email, local.website) if part)
    return tuple(line for line in (own_name, ", ".join(local.address_lines), reached) if line)
