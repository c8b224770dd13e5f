"""A letter as it will look, and what stands in its way."""

import re
from functools import cached_property

from coalition_app.documents.letter import LetterSheet
from coalition_app.lib.wording import listing
from coalition_app.models import Letter

ZIP = re.compile(r"\b\d{5}(-\d{4})?$")
STREET = re.compile(r"\d|\bbox\b", re.I)


class Preview:
    def __init__(self, letter: Letter):
        self.letter = letter
        self.sheet = LetterSheet.of(letter)

    @cached_property
    def missing(self) -> str:
        """What the address lacks for the mail: 'a street or PO box and city, state and ZIP'."""
        lines = self.sheet.address
        has_city = bool(lines) and bool(ZIP.search(lines[-1]))
        streets = lines[1:-1] if has_city else lines[1:]
        lacks = (
            (not lines, "a name"),
            (not any(STREET.search(line) for line in streets), "a street or PO box"),
            (not has_city, "city, state and ZIP in the last line"),
        )
        return listing([words for applies, words in lacks if applies])

    @property
    def is_crowded(self) -> bool:
        """Whether the address is set smaller, to stay inside the window."""
        return self.sheet.fits_window and self.sheet.address_size != "regular"

    @cached_property
    def unprintable(self) -> tuple[str, ...]:
        return self.sheet.unprintable()
