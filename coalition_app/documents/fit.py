"""How far down the paper the reading part of a packet will go, in points.

A page that runs over by a few lines is set tighter. The press would find that out by laying it
out, and lay it out again, for twice the time; a guess by the widths of its words spares that.
"""

from math import ceil
from typing import TYPE_CHECKING

from coalition_app.documents import glyphs

if TYPE_CHECKING:
    from coalition_app.documents.packet import PacketSheet

PAGE = 694  # between the margins of the paper (print/base.css)
STUMP = 170  # what is left over and looks lost on a page of its own
SIZE, LINE = 9.6, 13.44
LEFT, RIGHT, WHAT = 307, 178, 285  # widths of the columns
SECTION = 30  # a heading with its rule, and the space below its text
PARAGRAPH = 4
TO_WRITE = 46  # two lines for the pen
ROW = 4.7  # of a table, beside its text
HEAD, TRACK = 72, 39


def runs_over_a_little(sheet: "PacketSheet") -> bool:
    return PAGE < height(sheet) < PAGE + STUMP


def height(sheet: "PacketSheet") -> float:
    return (
        HEAD
        + ceil(glyphs.width(sheet.organization, 21) * 1.05 / 504) * 24
        + TRACK * len(sheet.tracks)
        + max(_prepared(sheet), _background(sheet))
        + _history(sheet)
    )


def _lines(text: str, width: float) -> float:
    """The height of a paragraph; words that do not fit leave the end of a line empty."""
    filled = (glyphs.width(line, SIZE) * 1.04 / width for line in text.split("\n"))
    return LINE * sum(max(ceil(part), 1) for part in filled)


def _prepared(sheet: "PacketSheet") -> float:
    return sum(
        SECTION + (_lines(each.answer, LEFT) if each.answer else LINE + TO_WRITE)
        for each in sheet.prepared
    )


def _background(sheet: "PacketSheet") -> float:
    remarks = (*sheet.who_they_are, *sheet.how_we_know_them)
    promises = [f"We will {each.what} · {each.who} · {each.when}" for each in sheet.promises]
    if sheet.has_many_promises:
        promises = ["listed below"]
    return (
        SECTION * 4
        + sum(_lines(f"{each.lead} {each.text}", RIGHT) + PARAGRAPH for each in remarks)
        + sum(_lines(each, RIGHT - 14) + PARAGRAPH for each in promises)
        + _lines(" · ".join(sheet.offers), RIGHT)
    )


def _history(sheet: "PacketSheet") -> float:
    rows = sum(_lines(f"{each.what} {each.text}", WHAT) + ROW for each in sheet.history)
    return SECTION + LINE + ROW + rows if rows else 0
