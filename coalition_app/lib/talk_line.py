"""A contact in one line: 'called Elena Díaz yesterday: likes the forum; again in 2 weeks'."""

import re
from datetime import date
from typing import NamedTuple

from coalition_app.lib.dates import parse_day
from coalition_app.lib.names import split_names

MOST_WORDS_OF_A_DAY = 5
KINDS = {
    "call": ("call", "called", "phone", "phoned", "rang", "telephoned", "phone call"),
    "email": ("email", "emailed", "e-mail", "e-mailed", "mail", "mailed", "wrote an email to"),
    "letter": ("letter", "letter to", "letter from", "wrote", "wrote to"),
    "visit": ("visit", "visited", "dropped by", "coffee", "coffee with", "lunch", "lunch with"),
    "event": ("event", "saw", "ran into", "bumped into", "talked to", "talked with", "spoke with"),
}
SPOKEN = sorted(
    ((words, kind) for kind, all_words in KINDS.items() for words in all_words),
    key=lambda pair: -len(pair[0]),
)
AGAIN = re.compile(
    r"(?:^|[;,.]\s*|\s)(?:next(?: touch)?|again|call back|follow up):?\s+(.+)$", re.I
)
ONE_WAY = re.compile(r"left (a )?(message|voicemail)|voicemail|no answer|nobody answered", re.I)
ASK = 'Begin like "called Elena Díaz yesterday: she likes the forum".'


class Named(NamedTuple):
    """Somebody as typed, with the organization where it was said: 'Ana Ruiz of Vecinos Unidos'."""

    name: str
    organization: str


class TalkLine(NamedTuple):
    kind: str
    named: tuple[Named, ...]
    held_on: date
    summary: str
    is_two_way: bool
    again_on: date | None


def read_talk(line: str, today: date) -> TalkLine:
    """ValueError says what to type. Without a kind it was a call, without a day it was today."""
    head, _, summary = " ".join(line.split()).partition(":")
    kind, rest = _kind(head.strip())
    names, held_on = _day_at_the_end(rest, today)
    summary, again_on = _again(summary.strip(), today)
    named = tuple(_named(each) for each in split_names(names))
    if not named:
        raise ValueError(ASK)
    return TalkLine(kind, named, held_on, summary, not ONE_WAY.search(summary), again_on)


def _kind(head: str) -> tuple[str, str]:
    for words, kind in SPOKEN:
        if head.lower() == words or head.lower().startswith(f"{words} "):
            rest = head[len(words) :].strip()
            return kind, re.sub(r"^(with|to|from) ", "", rest, flags=re.I)
    return "call", head


def _day_at_the_end(head: str, today: date) -> tuple[str, date]:
    """'Elena Díaz on 3/12' as the names and the day; the longest ending that is a day."""
    words = head.split()
    for count in range(min(len(words), MOST_WORDS_OF_A_DAY), 0, -1):
        day = _day_or_none(" ".join(words[-count:]), today)
        if day:
            return re.sub(r"[ ,]+on$", "", " ".join(words[:-count])).rstrip(", "), day
    return head, today


def _again(summary: str, today: date) -> tuple[str, date | None]:
    found = AGAIN.search(summary)
    day = _day_or_none(found[1], today) if found else None
    return (summary[: found.start()].rstrip(" ;,"), day) if day else (summary, None)


def _day_or_none(text: str, today: date) -> date | None:
    try:
        return parse_day(text, today)
    except ValueError:
        return None


def _named(typed: str) -> Named:
    name, _, organization = re.sub(r"\s+(?:of|at|from)\s+", "\0", typed, count=1).partition("\0")
    return Named(name.strip(), organization.strip())
