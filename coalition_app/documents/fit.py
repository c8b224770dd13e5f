"""How far down the paper the reading part of a packet will go, in points.

A page that runs over by a few lines is set tighter. The press would find that out by laying it
out, and lay it out again, for twice the time; a guess by the widths of its words spares that.
"""

from math import ceil
from typing import TYPE_CHECKING

from coalition_app.documents import glyphs

if TYPE_CHECKING:
    from coalition_app.documents.packet import PacketSheet
    from coalition_app.documents.packet_parts import Event

PAGE = 694  # between the margins of the paper (print/base.css)
SIZE, LINE = 9.6, 13.44
LEFT, RIGHT, WHAT, WIDTH = 307, 178, 285, 504  # widths of the columns
SECTION = 30  # a heading with its rule, and the space below its text
PARAGRAPH = 4
TO_WRITE = 46  # two lines for the pen
ROW = 4.7  # of a table, beside its text
WITH = 486  # of those of each organization, under when and where
HEAD, TRACK, NAMED_TRACK = 72, 39, 70


TIGHTER = 0.915  # what tighter type takes of the usual height
SPARED = 20  # points: it gives an unanswered question one line less to write on
DOUBT = 50  # points: to be wrong here takes the press a second layout
FEWEST_EVENTS = 4  # of what happened so far; older ones may be left out to end on one page


def is_tight(sheet: "PacketSheet") -> bool:
    """Whether it may end on one page if, and only if, it is set tighter."""
    return height(sheet) > PAGE and _tight_height(sheet) < PAGE + DOUBT


def events_that_fit(sheet: "PacketSheet") -> int:
    """How many of what happened so far leave it on one page; all, if that would take too many."""
    over = _tight_height(sheet) - PAGE
    kept = list(sheet.history)
    while over > 0 and len(kept) > FEWEST_EVENTS:
        over -= _row(kept.pop()) * TIGHTER
    return len(kept) if over <= 0 else len(sheet.history)


def _tight_height(sheet: "PacketSheet") -> float:
    unanswered = sum(not each.answer for each in sheet.prepared)
    spared = SPARED * unanswered if _prepared(sheet) > _background(sheet) else 0
    return height(sheet) * TIGHTER - spared


def height(sheet: "PacketSheet") -> float:
    return (
        HEAD
        + ceil(glyphs.width(sheet.organization, 21) * 1.05 / 504) * 24
        + sum(_lines(f"{each.lead} · {each.text}", WITH) for each in sheet.with_each)
        + (NAMED_TRACK if len(sheet.tracks) > 1 else TRACK) * len(sheet.tracks)
        + max(_prepared(sheet), _background(sheet))
        + _history(sheet)
        + _private(sheet)
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
    rows = sum(_row(each) for each in sheet.history)
    return SECTION + LINE + ROW + rows if rows else 0


def _row(event: "Event") -> float:
    return _lines(f"{event.what} {event.text}", WHAT) + ROW


def _private(sheet: "PacketSheet") -> float:
    notes = sum(_lines(f"{each.lead} {each.text}", WIDTH) + PARAGRAPH for each in sheet.private)
    return SECTION + notes if notes else 0
