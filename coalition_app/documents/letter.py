"""A letter on the local's paper, folded so that its address shows in a window envelope."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from math import ceil
from typing import ClassVar

from coalition_app.documents import glyphs
from coalition_app.documents.letterhead import Letterhead, LetterPaper
from coalition_app.documents.on_paper import OnPaper
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.simple_text import Block, blocks
from coalition_app.lib.wording import full_day
from coalition_app.models import Letter

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
TOO_LONG = "too-long"
WORDS = "documents/letter_words.html"


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
    is_crowded: bool = False

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
            **vars(letterhead or Letterhead.current()),
        )

    @property
    def paper(self) -> LetterPaper:
        return LetterPaper(*(getattr(self, each.name) for each in fields(LetterPaper)))

    @property
    def logo_address(self) -> str:
        return self.paper.logo_address

    def words(self) -> str:
        """All but its paper, as HTML that is to be printed on it."""
        return self.rendered(WORDS)

    @property
    def address_size(self) -> str:
        """The largest type in which the address stays inside the window; if none does, it stands
        below the date, where the fold has room for it."""
        return next((name for name, *size in SIZES if _fits(self.address, *size)), TOO_LONG)

    @property
    def fits_window(self) -> bool:
        """Whether the whole address shows; if not, it prints all the same."""
        return fits_window(self.address)


class Stationery:
    """Letters as they are printed together. What they have in common is set once for each day."""

    def __init__(self):
        self.letterhead = Letterhead.current()
        self._papers: dict[LetterPaper, str] = {}

    def sheet(self, letter: Letter) -> LetterSheet:
        return LetterSheet.of(letter, self.letterhead)

    def document(self, sheet: LetterSheet) -> OnPaper:
        paper = sheet.paper
        if paper not in self._papers:
            self._papers[paper] = paper.html()
        return OnPaper(self._papers[paper], sheet.words())


def fits_window(address: Sequence[str]) -> bool:
    """Whether these lines show in the window of an envelope, in whatever size."""
    return any(_fits(address, *size) for _name, *size in SIZES)


def _fits(address: Sequence[str], points: float, most_lines: int) -> bool:
    widths = (glyphs.width(line, points) for line in address)
    return sum(max(ceil(width / WINDOW_WIDTH), 1) for width in widths) <= most_lines
