"""Makes facts of what was read of an organization. The same rows give the same facts, kept."""

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from coalition_app.models.facts import (
    AssistanceFacts,
    Facts,
    IntroductionFacts,
    LetterFacts,
    ToldFacts,
)
from coalition_app.models.introduction import ROUTES, next_nudge_on
from coalition_app.models.meeting_facts import KEPT, meeting_facts, read_meetings
from coalition_app.models.record import latest


class Row(NamedTuple):
    """What the records of an organization say, as `Facts` begins."""

    id: int
    name: str
    kind: str
    scope: str
    has_members: bool
    strategic_reason: bool
    started_on: date | None
    lead: str
    has_mission: bool
    cadence_days: int | None
    goes_through_hq: bool
    has_campaign: bool
    is_paused: bool
    reviewed_on: date | None
    standing: int | None


class Beside(NamedTuple):
    """What the statements of `fact_statements` say of it, each beginning with its id."""

    organization: tuple
    acquaintance: tuple[int, bool, date | None]
    commitments: tuple[int, date | None, date | None]
    letters: tuple[int, str | None, date | None]
    tolds: tuple[int, str | None]
    assistances: tuple[int, str | None]
    meetings: tuple[int, str | None]
    introductions: tuple[tuple, ...]
    planned: tuple[tuple, ...]
    recorded_id: int | None


@lru_cache(maxsize=KEPT)
def facts_from(read: Beside) -> Facts:
    """Most organizations are as they were when somebody asked before: nothing is made anew."""
    _, is_acquainted, talked_on = read.acquaintance
    _, follow_ups, written_on = read.letters
    _, tolds = read.tolds
    meetings = meeting_facts(read_meetings(read.meetings[1]), read.planned, read.recorded_id)
    met = [each.starts_at.date() for each in meetings if each.is_held and not each.is_off]
    return Facts(
        **Row._make(read.organization)._asdict(),
        is_acquainted=bool(is_acquainted),
        introductions=tuple(_introduction(*each) for each in read.introductions),
        meetings=meetings,
        assistances=tuple(_assistance(*each) for each in _split(read.assistances[1])),
        letters=tuple(_follow_up(*each) for each in _split(follow_ups)),
        tolds=tuple(ToldFacts(one, date.fromisoformat(on)) for one, on in _split(tolds)),
        commitments_changed_on=latest(read.commitments[1:]),
        # Only a conversation, a held meeting or a sent letter counts (domain: cadence).
        last_contact_on=latest([talked_on, written_on, *met]),
    )


def _introduction(_, id_, route, asked_on, made_on, declined_on, person, ally, nudges):
    is_waiting = made_on is None and declined_on is None
    return IntroductionFacts(
        id=id_,
        route=route,
        through=person or ally or ROUTES[route],
        asked_on=asked_on,
        made_on=made_on,
        declined_on=declined_on,
        nudges=nudges,
        nudge_due_on=next_nudge_on(asked_on, nudges) if is_waiting else None,
    )


def _split(text: str | None) -> list[list[str]]:
    return [each.split(" ") for each in text.split(",")] if text else []


def _assistance(meeting: str, we_give: str, state: str, on: str, settled: str) -> AssistanceFacts:
    meeting_id, offered_on = _number(meeting), date.fromisoformat(on)
    settled_on = date.fromisoformat(settled) if settled else None
    return AssistanceFacts(meeting_id, we_give == "1", state, offered_on, settled_on)


def _follow_up(meeting: str, on: str) -> LetterFacts:
    return LetterFacts("follow_up", _number(meeting), date.fromisoformat(on))


def _number(text: str) -> int | None:
    return int(text) if text else None
