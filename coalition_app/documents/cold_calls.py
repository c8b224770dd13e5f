"""Cold-call sheets: the guide's script filled in, what is known, room for notes (step 4)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import ClassVar

from coalition_app.documents import glyphs
from coalition_app.documents.organization_words import description
from coalition_app.documents.packet_parts import Remark
from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.extensions import db
from coalition_app.lib.wording import day, full_day, shortened
from coalition_app.models import (
    CallOutcome,
    Campaign,
    ColdCall,
    Conversation,
    Local,
    Organization,
    Resource,
)

LONGEST, LONGEST_SCRIPT, LONGEST_NAME = 280, 620, 110  # characters
PAGE, FIXED = 698, 254  # points: between the margins; headings, outcomes, the space around them
FEWEST, MOST = 5, 16  # lines to write on: rather those than all that is known
MOST_BEFORE, MOST_CAMPAIGNS = 3, 4


@dataclass(frozen=True)
class Call:
    """One page. `before`: what earlier contacts were, latest first."""

    organization: str
    asks_for: str
    phones: tuple[str, ...]
    script: str
    known: tuple[Remark, ...]
    before: tuple[str, ...]
    lines: tuple[int, ...]  # to write on


@dataclass(frozen=True)
class ColdCallsSheet(Sheet):
    """Words only, a page for each organization. Private notes have no place in it."""

    template: ClassVar[str] = "documents/cold_calls.html"

    file_name: str
    local: str
    caller: str
    printed_on: str
    calls: tuple[Call, ...]
    about_us: tuple[Remark, ...]
    outcomes: tuple[str, ...]

    @classmethod
    def of(cls, organizations: list[Organization], caller: str, today: date) -> "ColdCallsSheet":
        local, us = Local.current(), _about_us()
        about = organizations[0].full_name if len(organizations) == 1 else ""
        return cls(
            file_name=file_name("Cold call", about, today),
            local=local.full_name,
            caller=caller,
            printed_on=full_day(today),
            calls=tuple(_call(ColdCall(each, caller, local), us, today) for each in organizations),
            about_us=us,
            outcomes=tuple(each.label for each in CallOutcome.OUTCOMES),
        )


def _about_us() -> tuple[Remark, ...]:
    campaigns = db.session.scalars(Campaign.ours().limit(MOST_CAMPAIGNS))
    offers = " · ".join(each.label for each in db.session.scalars(Resource.in_order()))
    said = [Remark("", shortened(each.label, LONGEST)) for each in campaigns]
    lent = [Remark("We can lend", shortened(offers, LONGEST))] if offers else []
    return (*said, *lent)


def _call(call: ColdCall, about_us: tuple[Remark, ...], today: date) -> Call:
    organization = call.organization
    made = Call(
        organization=shortened(organization.full_name, LONGEST_NAME),
        asks_for=call.asks_for,
        phones=tuple(point.line for point in call.phones),
        script=shortened(call.script, LONGEST_SCRIPT),
        known=tuple(_known(organization)),
        before=tuple(_before(organization, today)),
        lines=(),
    )
    while _room(made, about_us) < FEWEST and made.known:
        made = replace(made, known=made.known[:-1])
    return replace(made, lines=tuple(range(min(_room(made, about_us), MOST))))


def _room(call: Call, about_us: tuple[Remark, ...]) -> int:
    """How many lines to write on are left on its page."""
    left = [f"{each.lead} {each.text}" for each in call.known] + list(call.before)
    right = [f"{each.lead} {each.text}" for each in about_us]
    used = (
        FIXED
        + 24.2 * lines_of(call.organization, 22, 504)
        + 13.5 * max(len(call.phones), 1)
        + 18.2 * lines_of(call.script, 12.5, 474)
        + max(_column(left, 307), _column(right, 178))
    )
    return int((PAGE - used) / 20)


def _column(paragraphs: list[str], width: float) -> float:
    return sum(13.5 * lines_of(each, 9.6, width) + 4 for each in paragraphs) or 18


def lines_of(text: str, points: float, width: float) -> int:
    return max(ceil(glyphs.width(text, points) * 1.06 / width), 1)


def _known(organization: Organization) -> Iterator[Remark]:
    """Beside the mission, which the script says."""
    for remark in description(organization):
        if remark.lead or remark.text != organization.mission:
            yield Remark(remark.lead, shortened(remark.text, LONGEST))


def _before(organization: Organization, today: date) -> Iterator[str]:
    talks = db.session.scalars(Conversation.of(organization).limit(MOST_BEFORE))
    for talk in talks:
        summary = shortened(talk.summary, 120)
        yield f"{day(talk.held_on, today)}, {talk.kind}: {summary}"
