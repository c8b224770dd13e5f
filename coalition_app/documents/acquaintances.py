"""The "Who do you know?" sheet: the rows and boxes of the entry grid, to be filled in by hand."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import full_day
from coalition_app.models import BOXES, Local, letter_of, sheet_organizations

BLANK_ROWS = 3  # for organizations that are not on the sheet


@dataclass(frozen=True)
class Line:
    """One organization; `letter` only at the first of its letter. The number is for the entry."""

    letter: str
    name: str
    number: str


@dataclass(frozen=True)
class AcquaintancesSheet(Sheet):
    """The same sheet for every member: nobody sees on it whom another one knows."""

    template: ClassVar[str] = "documents/acquaintances.html"

    file_name: str
    local: str
    footer: str
    boxes: tuple[str, ...]
    lines: tuple[Line, ...]
    blank: tuple[str, ...] = ("",) * BLANK_ROWS

    @classmethod
    def of(cls, today: date) -> "AcquaintancesSheet":
        local = Local.current()
        return cls(
            file_name=file_name("Who do you know", "", today),
            local=local.short_name,
            footer=f"{local.short_name} · {full_day(today)}",
            boxes=tuple(box.label for box in BOXES),
            lines=tuple(_lines()),
        )


def _lines():
    last = ""
    for organization in sheet_organizations():
        letter = letter_of(organization)
        yield Line(letter if letter != last else "", organization.full_name, str(organization.id))
        last = letter
