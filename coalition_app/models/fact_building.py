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
from coalition_app.models.meeting_facts import MeetingRows
from coalition_app.models.record import latest

KEPT = 2048  # more than are ever started


class Rows(NamedTuple):
    """All that was read of one organization, hashable."""

    organization: tuple
    meetings: MeetingRows
    marks: tuple[str, ...]
    days: tuple[date | None, ...]
    acquainted: tuple[tuple, ...]
    introductions: tuple[tuple, ...]
    assistances: tuple[tuple, ...]
    letters: tuple[tuple, ...]
    tolds: tuple[tuple, ...]
    standing: int | None


@lru_cache(maxsize=KEPT)
def facts_from(rows: Rows) -> Facts:
    """Most organizations are as they were when somebody asked before: nothing is made anew."""
    id_, goes_through_hq, *known = rows.organization
    reviewed_on, talked_on, promised_on = rows.days
    ((_, follow_ups, written_on),) = rows.letters or ((id_, None, None),)
    return Facts(
        id_,
        *known,
        is_paused="paused" in rows.marks,
        reviewed_on=reviewed_on,
        has_campaign="campaign" in rows.marks,
        goes_through_hq=goes_through_hq or "through_hq" in rows.marks,
        acquainted_ids=frozenset(person_id for _, person_id in rows.acquainted),
        is_in_conversation="in_conversation" in rows.marks,
        introductions=tuple(_introduction(*row) for row in rows.introductions),
        meetings=rows.meetings.facts,
        assistances=tuple(AssistanceFacts(*values) for _, *values in rows.assistances),
        letters=_follow_ups(follow_ups),
        tolds=_tolds(rows.tolds),
        commitments_changed_on=promised_on,
        # Only a conversation, a held meeting or a sent letter counts (domain: cadence).
        last_contact_on=latest([talked_on, rows.meetings.met_on, written_on]),
        standing=rows.standing,
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


def _follow_ups(sent: str | None) -> tuple[LetterFacts, ...]:
    pairs = (each.split(" ") for each in sent.split(",")) if sent else ()
    return tuple(
        LetterFacts("follow_up", int(meeting) if meeting else None, date.fromisoformat(on))
        for meeting, on in pairs
    )


def _tolds(rows: tuple[tuple, ...]) -> tuple[ToldFacts, ...]:
    return tuple(
        ToldFacts(audience, date.fromisoformat(on))
        for _, audience, days in rows
        for on in days.split(",")
    )
