"""A meeting in one line: 'thu 5:30-7pm coffee at Corner Café'."""

import re
from datetime import datetime
from typing import NamedTuple

from coalition_app.lib.dates import ASK_MOMENT, parse_end, parse_moment

MOST_WORDS_OF_A_MOMENT = 9
SPAN = re.compile(
    r"(?P<start>\d{1,2}(?::\d{2})?) ?(?P<half>[ap]\.?m?\.?)? ?(?:-|–|to|until|till) ?"
    r"(?P<end>\d{1,2}(?::\d{2})? ?(?P<later>[ap]\.?m\.?)?)(?=$|[\s,])",
    re.I,
)
KINDS = {
    "call": "call",
    "phone call": "call",
    "first meeting": "first",
    "working meeting": "working",
    "house meeting": "house",
}


class PlanLine(NamedTuple):
    """`kind` is empty when the line does not say it."""

    starts_at: datetime
    ends_at: datetime | None
    place: str
    kind: str


def read_plan(line: str, now: datetime) -> PlanLine:
    """The longest beginning that is a moment; the rest is the place. ValueError helps."""
    line, end = _without_end(" ".join(line.split()))
    words = line.split()
    for count in range(min(len(words), MOST_WORDS_OF_A_MOMENT), 0, -1):
        starts_at = _moment(" ".join(words[:count]), now)
        if starts_at:
            place, kind = _place(" ".join(words[count:]))
            return PlanLine(starts_at, parse_end(end, starts_at) if end else None, place, kind)
    raise ValueError(ASK_MOMENT)


def _without_end(line: str) -> tuple[str, str]:
    """'thu 5:30-7pm' as 'thu 5:30pm' and '7pm'; a date like 3-19 is no span of hours."""
    found = SPAN.search(line)
    if not found or not (found["later"] or found["half"] or ":" in found[0]):
        return line, ""
    half = found["half"] or found["later"] or ""
    return f"{line[: found.start()]}{found['start']}{half}{line[found.end() :]}", found["end"]


def _moment(text: str, now: datetime) -> datetime | None:
    try:
        return parse_moment(text, now)
    except ValueError:
        return None


def _place(rest: str) -> tuple[str, str]:
    rest = rest.lstrip(",;· ")
    for words, kind in KINDS.items():
        if rest.lower() == words or rest.lower().startswith((f"{words} ", f"{words},")):
            return rest[len(words) :].lstrip(", ").removeprefix("at "), kind
    return rest.removeprefix("at "), ""
