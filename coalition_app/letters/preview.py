"""A letter as it will print, and what stands in its way."""

from dataclasses import dataclass

from flask import current_app, url_for

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.printer import PaperUnavailable, PrintingFailed
from coalition_app.extensions import db
from coalition_app.lib.addresses import missing_in
from coalition_app.lib.wording import listing
from coalition_app.models import ABOUT_THEM, Letter


@dataclass(frozen=True)
class Refusal:
    """Who asked not to be mailed, and where one looks for somebody else."""

    name: str
    organization: str


class Preview:
    """Asks all that it needs of the letter at once: before it prints, the transaction ends."""

    def __init__(self, letter: Letter):
        self.sheet = LetterSheet.of(letter)
        self.letter_id, self.kept = letter.id, letter.paper
        self.is_sent = letter.is_sent
        self.refusal = _refusal(letter)
        self.missing = self._missing()
        self.address_kept_at = _address_kept_at(letter)
        self.unprintable = self.sheet.unprintable()
        self.pictures, self.failure = None, ""

    @property
    def is_crowded(self) -> bool:
        """Whether the address is set smaller, to stay inside the window."""
        return self.sheet.fits_window and self.sheet.address_size != "regular"

    @property
    def has_no_signer(self) -> bool:
        return not self.sheet.signer

    @property
    def warns(self) -> bool:
        crowded = not self.sheet.fits_window or self.is_crowded
        return bool(self.missing or crowded or self.unprintable or self.has_no_signer)

    def print(self) -> "Preview":
        """With its pages as pictures, as they will print or went; or with why there are none."""
        db.session.rollback()
        try:
            printer = current_app.extensions["printer"]
            self.pictures = printer.pictures(self.kept or self.sheet.html())
        except (PaperUnavailable, PrintingFailed) as error:
            self.failure = str(error)
        return self

    def _missing(self) -> str:
        """What the address lacks for the mail: 'street or PO box and ZIP'."""
        lines = self.sheet.address
        return listing([*(() if lines else ("a name",)), *missing_in(lines)])


def _refusal(letter: Letter) -> Refusal | None:
    person = letter.recipient
    if letter.is_sent or person is None or not person.refuses("letter"):
        return None
    return Refusal(person.name, letter.organization.full_name if letter.organization else "")


def _address_kept_at(letter: Letter) -> str:
    """The page where the next letter's address is written down."""
    if letter.kind == "introduction_request":
        return url_for("local.edit", _anchor="hq_address")
    ally = letter.introduction.through_organization if letter.introduction else None
    at = ally or (None if letter.kind in ABOUT_THEM else letter.organization)
    if at is None or (letter.recipient and letter.recipient.is_ours):
        return url_for("people.edit", id=letter.recipient.id) if letter.recipient else ""
    return url_for("organizations.edit", id=at.id)
