"""No-window #10 envelopes: ours in the corner, theirs in the middle; window ones need no print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coalition_app.documents import typeset
from coalition_app.documents.labels import Block
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import plural
from coalition_app.models import Local

POINTS = 72
WIDTH, HEIGHT = 9.5, 4.125  # inches, of a #10
CORNER = 0.4  # of the return address, from left and top
LEFT, TOP = 4.0, 2.0  # of the recipient's block
EDGE = 0.5  # that it keeps from the right edge
BAR_CODE = 0.7  # from the bottom: the post prints there
OWN_WIDTH, OWN_HEIGHT = 3.2, 1.2
SIZES = (12, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7)
OWN_SIZES = (9.5, 9, 8.5, 8, 7)


@dataclass(frozen=True)
class EnvelopesSheet(Sheet):
    """`envelopes`: the blocks of each; `too_long`: places, from 0, of addresses without room."""

    template: ClassVar[str] = "documents/envelopes.html"

    file_name: str
    title: str
    envelopes: tuple[tuple[Block, ...], ...]
    too_long: tuple[int, ...] = ()

    @classmethod
    def of(
        cls,
        addresses: Iterable[Sequence[str]],
        on: date,
        nudge: tuple[float, float] = (0, 0),
    ) -> "EnvelopesSheet":
        """One for each address (its lines), in their order. `nudge`: right, down; millimeters."""
        right, down = (millimeters / 25.4 for millimeters in nudge)
        own = _block(CORNER + right, CORNER + down, *_own())
        width, height = WIDTH - LEFT - EDGE, HEIGHT - TOP - BAR_CODE
        fitted = [
            typeset.fit(tuple(lines), width * POINTS, height * POINTS, SIZES) if lines else None
            for lines in addresses
        ]
        blocks = [_block(LEFT + right, TOP + down, each, width) for each in fitted if each]
        return cls(
            file_name=file_name("Envelopes", "", on),
            title=plural(len(blocks), "envelope"),
            envelopes=tuple((own, block) for block in blocks),
            too_long=tuple(place for place, each in enumerate(fitted) if not each),
        )


def _own() -> tuple[typeset.Fitted, float]:
    """Our own address, and how wide it may be."""
    lines = return_lines(Local.current())
    size = OWN_WIDTH * POINTS, OWN_HEIGHT * POINTS
    fitted = typeset.fit(lines, *size, OWN_SIZES)
    return fitted or typeset.Fitted(OWN_SIZES[-1], tuple(lines[:1])), OWN_WIDTH


def return_lines(local: Local) -> tuple[str, ...]:
    """Who writes, as it stands in the corner of an envelope and on a return label."""
    return tuple(line for line in (local.full_name, *local.address_lines) if line)


def _block(left: float, top: float, fitted: typeset.Fitted, width: float) -> Block:
    places = (round(each * POINTS, 2) for each in (left, top, width))
    return Block(*places, fitted.points, "\n".join(fitted.lines))
