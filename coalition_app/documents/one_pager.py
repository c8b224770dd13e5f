"""What a board member should know of an organization, on one page."""

from dataclasses import dataclass, fields, replace
from datetime import datetime
from math import ceil
from typing import ClassVar

from coalition_app.documents import glyphs
from coalition_app.documents import one_pager_words as words
from coalition_app.documents.organization_words import description, ways
from coalition_app.documents.packet_parts import Attendee, Event, Promise, Remark, Step
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import full_day, shortened
from coalition_app.models import Local, Organization, Pathway, facts_of

# Lines of a list and characters of one, tried in this order until all fits the page.
LIMITS = ((8, 400), (7, 200), (6, 120), (5, 80), (4, 60))
LISTS = ("standing", "who_they_are", "how_we_know_them", "promises", "given", "people", "history")
PAGE, FIXED = 694, 232  # points: between the margins; headings, track, the space around them
LEFT, RIGHT, WHAT = 307, 178, 285  # widths of the columns
SIZE, LINE, GAP, ROW = 9.6, 13.44, 2, 4.7


@dataclass(frozen=True)
class OnePager(Sheet):
    """Words only. For our own board: it says where they stand with us. No private notes."""

    template: ClassVar[str] = "documents/one_pager.html"

    file_name: str
    organization: str
    about: str
    footer: str
    next: str
    steps: tuple[Step, ...]
    standing: tuple[Remark, ...]
    who_they_are: tuple[Remark, ...]
    how_we_know_them: tuple[Remark, ...]
    promises: tuple[Promise, ...]
    given: tuple[Remark, ...]
    people: tuple[Attendee, ...]
    history: tuple[Event, ...]
    reach: tuple[str, ...]

    @classmethod
    def of(cls, organization: Organization, now: datetime) -> "OnePager":
        """As much of each list as stays on one page of US Letter."""
        today, local = now.date(), Local.current()
        path = Pathway(facts_of(organization, today), now) if organization.is_started else None
        whole = cls(
            file_name=file_name("One page", organization.full_name, today),
            organization=shortened(organization.full_name, 110),
            about=words.about(organization),
            footer=f"{local.short_name} · for our own board · {full_day(today)}",
            next=shortened(words.next_step(organization, path, now), 240),
            steps=words.steps(path),
            standing=tuple(words.standing(organization, now)),
            who_they_are=tuple(description(organization)),
            how_we_know_them=tuple(ways(organization)),
            promises=tuple(words.promises(organization, now)),
            given=tuple(words.given(organization, now)),
            people=tuple(words.people(organization)),
            history=tuple(words.history(organization, now)),
            reach=tuple(words.reach(organization)),
        )
        cut = (whole.cut(*limits) for limits in LIMITS)
        return next((sheet for sheet in cut if sheet.height < PAGE), whole.cut(*LIMITS[-1]))

    def cut(self, most: int, longest: int) -> "OnePager":
        """The first of each list, shortened; a last line says how many more there are."""
        lists = {name: _cut(getattr(self, name), most, longest) for name in LISTS}
        reach = tuple(shortened(line, longest) for line in self.reach[:most])
        return replace(self, **lists, reach=reach)

    @property
    def height(self) -> float:
        """How far down the paper it will go, in points: a guess by the widths of its words."""
        left = _column((*self.who_they_are, *self.promises, *self.given), LEFT)
        right = _column((*self.standing, *self.how_we_know_them, *self.people), RIGHT)
        right += sum(LINE * _lines(each, RIGHT) + GAP for each in self.reach)
        rows = (max(_lines(_text(each), WHAT), _lines(each.who, 92)) for each in self.history)
        name = 24.2 * ceil(glyphs.width(self.organization, 22) / 504)
        return FIXED + name + max(left, right) + sum(LINE * count + ROW for count in rows)


def _column(parts: tuple, width: float) -> float:
    return sum(LINE * _lines(_text(each), width) + GAP for each in parts)


def _text(part) -> str:
    return "  ".join(getattr(part, each.name) for each in fields(part) if each.type is str)


def _lines(text: str, width: float) -> int:
    return max(ceil(glyphs.width(text, SIZE) * 1.06 / width), 1)


def _cut(parts: tuple, most: int, longest: int) -> tuple:
    short = tuple(_short(part, longest) for part in parts)
    if len(short) <= most:
        return short
    last = f"{len(short) - most + 1} more are on the screen."
    blank = {each.name: "" for each in fields(short[0]) if each.type is str}
    return (*short[: most - 1], type(short[0])(**blank | {_SAYS[type(short[0])]: last}))


def _short(part, longest: int):
    texts = {each.name: getattr(part, each.name) for each in fields(part) if each.type is str}
    return replace(part, **{name: shortened(text, longest) for name, text in texts.items()})


# Which field of each says something in full.
_SAYS = {Remark: "text", Promise: "what", Attendee: "name", Event: "text"}
