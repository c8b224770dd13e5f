"""Gathers the facts of many organizations with a fixed number of set-based queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from coalition_app.extensions import db
from coalition_app.models import fact_statements as statements
from coalition_app.models.facts import (
    AssistanceFacts,
    Facts,
    IntroductionFacts,
    LetterFacts,
    MeetingFacts,
    ToldFacts,
)
from coalition_app.models.introduction import ROUTES, next_nudge_on
from coalition_app.models.meeting_facts import meetings_within
from coalition_app.models.organization import Organization
from coalition_app.models.record import latest
from coalition_app.models.within import Within


def facts_of_started(today: date) -> dict[int, Facts]:
    """The facts of every started organization in view, by id."""
    return _find(Within.started(), today)


def facts_of(organization: Organization, today: date) -> Facts:
    return find_facts([organization.id], today)[organization.id]


def find_facts(ids: Iterable[int], today: date) -> dict[int, Facts]:
    """The facts of the organizations with these ids, by id."""
    wanted = list(ids)
    return _find(Within(wanted), today) if wanted else {}


def _find(within: Within, today: date) -> dict[int, Facts]:
    db.session.flush()
    return within.recall("facts", today, find=lambda: _gather(within, today))


def _gather(within: Within, today: date) -> dict[int, Facts]:
    meetings = meetings_within(within)
    days, marks = _latest_days(within), _marks(within, today)
    introductions, acquainted = _introductions(within), _acquainted(within)
    assistances, tolds = _assistances(within), _tolds(within)
    letters, written = _letters(within)
    standings = dict(within.ask(statements.standings).all())
    found = {}
    for id_, has_door_at_hq, *known in within.ask(statements.organizations).all():
        met_on = _met_on(meetings[id_])
        found[id_] = Facts(
            id_,
            *known,
            is_paused=id_ in marks["paused"],
            reviewed_on=days["reviewed"].get(id_),
            has_campaign=id_ in marks["campaign"],
            goes_through_hq=has_door_at_hq or id_ in marks["through_hq"],
            acquainted_ids=frozenset(acquainted[id_]),
            is_in_conversation=id_ in marks["in_conversation"],
            introductions=tuple(introductions[id_]),
            meetings=tuple(meetings[id_]),
            assistances=tuple(assistances[id_]),
            letters=letters.get(id_, ()),
            tolds=tuple(tolds[id_]),
            commitments_changed_on=days["promised"].get(id_),
            last_contact_on=latest([days["talked"].get(id_), met_on, written.get(id_)]),
            standing=standings.get(id_),
        )
    return found


def _latest_days(within: Within) -> dict[str, dict[int, date]]:
    found = defaultdict(dict)
    for what, key, day in within.ask(statements.latest_days).all():
        found[what][key] = day
    return found


def _marks(within: Within, today: date) -> dict[str, set[int]]:
    found = defaultdict(set)
    for what, key in within.ask(statements.marks, today=today).all():
        found[what].add(key)
    return found


def _assistances(within: Within) -> dict[int, list[AssistanceFacts]]:
    found = defaultdict(list)
    for key, *values in within.ask(statements.assistances).all():
        found[key].append(AssistanceFacts(*values))
    return found


def _letters(within: Within) -> tuple[dict[int, tuple[LetterFacts, ...]], dict[int, date]]:
    """The follow-ups of each, and the day of the last letter to them."""
    rows = within.ask(statements.letters).all()
    return {key: _follow_ups(sent) for key, sent, _ in rows}, {key: on for key, _, on in rows}


def _follow_ups(sent: str | None) -> tuple[LetterFacts, ...]:
    pairs = (each.split(" ") for each in sent.split(",")) if sent else ()
    return tuple(
        LetterFacts("follow_up", int(meeting) if meeting else None, date.fromisoformat(on))
        for meeting, on in pairs
    )


def _tolds(within: Within) -> dict[int, list[ToldFacts]]:
    found = defaultdict(list)
    for key, audience, days in within.ask(statements.tolds).all():
        found[key] += [ToldFacts(audience, date.fromisoformat(on)) for on in days.split(",")]
    return found


def _introductions(within: Within) -> dict[int, list[IntroductionFacts]]:
    found = defaultdict(list)
    for row in within.ask(statements.introductions).all():
        is_waiting = row.made_on is None and row.declined_on is None
        found[row.organization_id].append(
            IntroductionFacts(
                id=row.id,
                route=row.route,
                through=row.person or row.ally or ROUTES[row.route],
                asked_on=row.asked_on,
                made_on=row.made_on,
                declined_on=row.declined_on,
                nudges=row.nudges,
                nudge_due_on=next_nudge_on(row.asked_on, row.nudges) if is_waiting else None,
            )
        )
    return found


def _acquainted(within: Within) -> dict[int, set[int]]:
    found = defaultdict(set)
    for organization_id, person_id in within.ask(statements.acquaintances).all():
        found[organization_id].add(person_id)
    return found


def _met_on(meetings: list[MeetingFacts]) -> date | None:
    """Only a conversation, a held meeting or a sent letter counts (domain: cadence)."""
    met = [each.starts_at for each in meetings if each.is_held and not each.is_off]
    return max(met).date() if met else None
