"""What a board member should know of an organization, on one page."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from math import ceil
from textwrap import shorten
from typing import ClassVar

from coalition_app.documents import glyphs
from coalition_app.documents.organization_words import description, promise, ways
from coalition_app.documents.packet_parts import Attendee, Event, Promise, Remark, Step
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.extensions import db
from coalition_app.lib.wording import day, full_day
from coalition_app.models import (
    Assistance,
    Commitment,
    Local,
    Organization,
    Pathway,
    Timeline,
    actions_of,
    facts_of,
)

# Lines of a list and characters of one, tried in this order until all fits the page.
LIMITS = ((8, 400), (7, 200), (6, 120), (5, 80), (4, 60))
LISTS = ("standing", "who_they_are", "how_we_know_them", "promises", "given", "people", "history")
PAGE, FIXED = 694, 232  # points: between the margins; headings, track, the space around them
LEFT, RIGHT, WHAT = 307, 178, 285  # widths of the columns
SIZE, LINE, GAP, ROW = 9.6, 13.44, 2, 4.7
ASKED = ("proposed", "agreed", "given")


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
        today, local = now.date(), Local.current()
        path = Pathway(facts_of(organization, today), now) if organization.is_started else None
        whole = cls(
            file_name=file_name("One page", organization.full_name, today),
            organization=shorten(organization.full_name, 110, placeholder=" …"),
            about=_about(organization),
            footer=f"{local.short_name} · for our own board · {full_day(today)}",
            next=shorten(_next(organization, path, now), 240, placeholder=" …"),
            steps=_steps(path),
            standing=tuple(_standing(organization, now)),
            who_they_are=tuple(description(organization)),
            how_we_know_them=tuple(ways(organization)),
            promises=tuple(_promises(organization, now)),
            given=tuple(_given(organization, now)),
            people=tuple(_people(organization)),
            history=tuple(_history(organization, now)),
            reach=tuple(_reach(organization)),
        )
        cut = (whole.cut(*limits) for limits in LIMITS)
        return next((sheet for sheet in cut if sheet.height < PAGE), whole.cut(*LIMITS[-1]))

    def cut(self, most: int, longest: int) -> "OnePager":
        """The first of each list, shortened; a last line says how many more there are."""
        lists = {name: _cut(getattr(self, name), most, longest) for name in LISTS}
        return replace(self, **lists, reach=self.reach[:most])

    @property
    def height(self) -> float:
        """How far down the paper it will go, in points: a guess by the widths of its words."""
        left = _column((*self.who_they_are, *self.promises, *self.given), LEFT)
        right = _column((*self.standing, *self.how_we_know_them, *self.people), RIGHT)
        right += sum(LINE * _lines(each, RIGHT) + GAP for each in self.reach)
        rows = (max(_lines(_words(each), WHAT), _lines(each.who, 92)) for each in self.history)
        name = 24.2 * ceil(glyphs.width(self.organization, 22) / 504)
        return FIXED + name + max(left, right) + sum(LINE * count + ROW for count in rows)


def _column(parts: tuple, width: float) -> float:
    return sum(LINE * _lines(_words(each), width) + GAP for each in parts)


def _words(part) -> str:
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
    return replace(
        part, **{name: shorten(text, longest, placeholder=" …") for name, text in texts.items()}
    )


# Which field of each says something in full.
_SAYS = {Remark: "text", Promise: "what", Attendee: "name", Event: "text"}


def _about(organization: Organization) -> str:
    started = organization.started_on
    lead = f"led by {organization.lead.name}" if organization.lead else ""
    since = f"since {full_day(started)}" if started else "listed, not started"
    return " · ".join(part for part in (lead, since) if part)


def _next(organization: Organization, path: Pathway | None, now: datetime) -> str:
    pause = organization.pause_on(now.date())
    if pause:
        return f"Paused since {day(pause.paused_on, now.date())}: {pause.reason}."
    actions = actions_of(path) if path else []
    if not actions:
        return "Nothing to do now." if path else "Start it: name who leads."
    detail = f" {actions[0].detail}" if actions[0].detail else ""
    return f"{actions[0].headline.rstrip('.')}.{detail}"


def _steps(path: Pathway | None) -> tuple[Step, ...]:
    steps = path.steps if path else ()
    return tuple(Step(step.number, step.name, step.state, step.note) for step in steps)


def _standing(organization: Organization, now: datetime) -> Iterator[Remark]:
    standing = organization.standing
    if standing:
        on = day(standing.rated_on, now.date())
        yield Remark(f"{standing.label}.", f"{standing.act} ({on})")


def _promises(organization: Organization, now: datetime) -> list[Promise]:
    query = Commitment.open().where(Commitment.organization_id == organization.id)
    found = sorted(db.session.scalars(query), key=lambda commitment: not commitment.is_ours)
    return [promise(each, now.date()) for each in found]


def _given(organization: Organization, now: datetime) -> Iterator[Remark]:
    for each in db.session.scalars(Assistance.of(organization).where(Assistance.state.in_(ASKED))):
        on = day(each.settled_on or each.offered_on, now.date())
        side = "We to them." if each.we_give else "They to us."
        yield Remark(side, f"{each.state} {on}: {each.turnout or each.what}")


def _people(organization: Organization) -> list[Attendee]:
    """Those known by name; who is only somebody's neighbor says whom of us they know."""
    found = [each for each in organization.current_affiliations if not each.person.is_unnamed]
    named = [Attendee(a.person.name_as_called, a.role, a.person.dialed) for a in found]
    listed = organization.listed_contact
    return named or ([Attendee(listed, "as listed")] if listed else [])


def _reach(organization: Organization) -> list[str]:
    return organization.address_lines + [each.line for each in organization.points]


def _history(organization: Organization, now: datetime) -> list[Event]:
    """What stands elsewhere on the page is left out."""
    past = [event for event in Timeline(organization).events if event.on <= now.date()]
    told = [event for event in past if not event.what.startswith(("Standing", "Paused"))]
    return [Event(day(each.on, now.date()), each.who, each.what, each.text) for each in told]
