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
    introductions = _introductions(within)
    assistances = _gathered(within, statements.assistances, AssistanceFacts)
    letters = _gathered(within, statements.letters, LetterFacts)
    tolds = _gathered(within, statements.tolds, ToldFacts)
    standings = dict(within.ask(statements.standings).all())
    acquainted = _acquainted(within)
    return {
        row.id: Facts(
            **_of_row(row),
            is_paused=row.id in marks["paused"],
            reviewed_on=days["reviewed"].get(row.id),
            has_campaign=row.id in marks["campaign"],
            goes_through_hq=row.goes_through_hq or row.id in marks["through_hq"],
            acquainted_ids=frozenset(acquainted[row.id]),
            is_in_conversation=row.id in marks["in_conversation"],
            introductions=tuple(introductions[row.id]),
            meetings=tuple(meetings[row.id]),
            assistances=tuple(assistances[row.id]),
            letters=tuple(letters[row.id]),
            tolds=tuple(tolds[row.id]),
            commitments_changed_on=days["promised"].get(row.id),
            last_contact_on=_last_contact(row.id, days, meetings),
            standing=standings.get(row.id),
        )
        for row in within.ask(statements.organizations)
    }


def _of_row(row) -> dict:
    return {
        "id": row.id,
        "name": f"{row.name}, {row.chapter}" if row.chapter else row.name,
        "kind": row.kind,
        "scope": row.scope,
        "has_members": bool(row.has_members or row.members_count),
        "strategic_reason": bool(row.strategic_reason),
        "started_on": row.started_on,
        "lead": row.lead or "",
        "has_mission": bool(row.mission),
        "cadence_days": row.cadence_days,
    }


def _latest_days(within: Within) -> dict[str, dict[int, date]]:
    found = defaultdict(dict)
    for what, key, day in within.ask(statements.latest_days):
        found[what][key] = day
    return found


def _marks(within: Within, today: date) -> dict[str, set[int]]:
    found = defaultdict(set)
    for what, key in within.ask(statements.marks, today=today):
        found[what].add(key)
    return found


def _gathered(within: Within, statement, facts) -> dict[int, list]:
    found = defaultdict(list)
    for key, *values in within.ask(statement):
        found[key].append(facts(*values))
    return found


def _introductions(within: Within) -> dict[int, list[IntroductionFacts]]:
    found = defaultdict(list)
    for row in within.ask(statements.introductions):
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
    for organization_id, person_id in within.ask(statements.acquaintances):
        found[organization_id].add(person_id)
    return found


def _last_contact(key: int, days: dict, meetings: dict) -> date | None:
    """Only a conversation, a held meeting or a sent letter counts (domain: cadence)."""
    met = next((each for each in reversed(meetings[key]) if each.is_held and not each.is_off), None)
    met_on = met.starts_at.date() if met else None
    return latest([days["talked"].get(key), met_on, days["written"].get(key)])
