"""Sheets of labels: each text stays inside its label, as large as it fits."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from flask import current_app

from coalition_app.documents import typeset
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.label_formats import BADGE, LEAST_PADDING, LabelFormat
from coalition_app.lib.wording import plural

POINTS = 72
AT_ONCE = 8  # sheets that a worker gets at a time
SIDE = 0.14  # what an address keeps from the sides: printers and cutters are a little off
NARROW_SIDE = 0.0825
BADGE_SIDE = 0.2
BELOW = 8  # points between the name on a badge and what follows
BOLDER = 1.08  # how much wider the semi-bold face is
SIZES = (18, 17, 16, 15, 14, 13, 12, 11, 10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6, 5.5, 5)
LARGEST = {2: 14, 3.3333: 18}  # in points, on the high labels
NAME_SIZES = (40, 36, 32, 28, 24, 22, 20, 18, 16, 14, 12)
BELOW_SIZES = (14, 13, 12, 11, 10, 9, 8, 7)


@dataclass(frozen=True)
class Block:
    """Lines of one size at a place on the sheet, in points."""

    left: float
    top: float
    width: float
    points: float
    text: str
    style: str = ""


@dataclass(frozen=True)
class LabelsSheet(Sheet):
    """`sheets`: the blocks of each; `too_long`: places, from 0, of the texts that fit no label."""

    template: ClassVar[str] = "documents/labels.html"

    file_name: str
    title: str
    sheets: tuple[tuple[Block, ...], ...]
    count: int
    too_long: tuple[int, ...] = ()

    @classmethod
    def of(
        cls,
        kind: LabelFormat,
        texts: Iterable[Sequence[str]],
        on: date,
        start: int = 1,
        nudge: tuple[float, float] = (0, 0),
    ) -> "LabelsSheet":
        """One label for each text (its lines), from the label `start` (from 1) of the first sheet.

        `nudge`: right and down, in millimeters.
        """
        labels = [_label(kind, tuple(line for line in text if line)) for text in texts]
        fitting = [label for label in labels if label]
        right, down = (millimeters / 25.4 for millimeters in nudge)
        sheets: list[list[Block]] = [[] for _ in range(kind.sheets(len(fitting), start))]
        for place, label in enumerate(fitting, start - 1):
            sheet, index = divmod(place, kind.per_sheet)
            left, top = kind.place(index)
            sheets[sheet].extend(_moved(block, left + right, top + down) for block in label)
        return cls(
            file_name=file_name(f"Labels {kind.name}", "", on),
            title=f"{plural(len(fitting), 'label')} on {kind.name}",
            sheets=tuple(tuple(blocks) for blocks in sheets),
            count=len(fitting),
            too_long=tuple(place for place, label in enumerate(labels) if not label),
        )

    def pdf(self) -> bytes:
        """Many sheets are printed by two workers at once."""
        if len(self.sheets) <= AT_ONCE:
            return super().pdf()
        printer = current_app.extensions["printer"]
        parts = (part.html() for part in self.parts(AT_ONCE))
        return printer.many(parts, title=self.title, tagged=False).pdf

    def parts(self, size: int) -> Iterator["LabelsSheet"]:
        """The same labels, so many sheets at a time."""
        for first in range(0, len(self.sheets), size):
            yield replace(self, sheets=self.sheets[first : first + size])


def _label(kind: LabelFormat, text: tuple[str, ...]) -> tuple[Block, ...]:
    """The blocks of one label, from its own top left corner; none when the text is too long."""
    if not text:
        return ()
    return _badge(kind, text) if kind.use == BADGE else _address(kind, text)


def _address(kind: LabelFormat, text: tuple[str, ...]) -> tuple[Block, ...]:
    """Flush left, in the middle of the label's height."""
    side = SIDE if kind.width > 2 else NARROW_SIDE
    width = (kind.width - 2 * side) * POINTS
    height = (kind.height - 2 * LEAST_PADDING) * POINTS
    largest = LARGEST.get(kind.height, 11)
    sizes = [size for size in SIZES if size <= largest]
    fitted = typeset.fit(text, width, height, sizes)
    if not fitted:
        return ()
    top = (kind.height * POINTS - fitted.height) / 2
    return (Block(side * POINTS, top, width, fitted.points, "\n".join(fitted.lines)),)


def _badge(kind: LabelFormat, text: tuple[str, ...]) -> tuple[Block, ...]:
    """The name as large as it fits, what follows below it; all in the middle."""
    name, *below = text
    side = BADGE_SIDE * POINTS
    width, height = kind.width * POINTS - 2 * side, kind.height * POINTS - 2 * side
    named = typeset.fit([name], width / BOLDER, height * 0.55, NAME_SIZES)
    under = typeset.fit(below or [""], width, height * 0.45 - BELOW, BELOW_SIZES)
    if not (named and under):
        return ()
    top = side + (height - named.height - BELOW - under.height) / 2
    then = top + named.height + BELOW
    return (
        Block(side, top, width, named.points, "\n".join(named.lines), "badge strong"),
        Block(side, then, width, under.points, "\n".join(under.lines), "badge"),
    )


def _moved(block: Block, left: float, top: float) -> Block:
    return Block(
        round(block.left + left * POINTS, 2),
        round(block.top + top * POINTS, 2),
        *(round(block.width, 2), block.points, block.text, block.style),
    )
