"""Gathers the facts of many organizations with a fixed number of set-based queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from coalition_app.extensions import db
from coalition_app.models import fact_statements as statements
from coalition_app.models.fact_building import Rows, facts_from
from coalition_app.models.facts import Facts
from coalition_app.models.meeting_facts import MeetingRows, meetings_within
from coalition_app.models.organization import Organization
from coalition_app.models.within import Within

NO_MEETINGS = MeetingRows()


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
    meetings, marks = meetings_within(within), _marks(within, today)
    reviewed, talked, promised = _latest_days(within)
    acquainted = _grouped(within, statements.acquaintances)
    introductions = _grouped(within, statements.introductions)
    assistances = _grouped(within, statements.assistances)
    letters = _grouped(within, statements.letters)
    tolds = _grouped(within, statements.tolds)
    standings = dict(within.ask(statements.standings).all())
    found = {}
    for row in within.ask(statements.organizations).all():
        key = row[0]
        rows = Rows(
            tuple(row),
            meetings.get(key, NO_MEETINGS),
            marks.get(key, ()),
            (reviewed.get(key), talked.get(key), promised.get(key)),
            tuple(acquainted.get(key, ())),
            tuple(introductions.get(key, ())),
            tuple(assistances.get(key, ())),
            tuple(letters.get(key, ())),
            tuple(tolds.get(key, ())),
            standings.get(key),
        )
        found[key] = facts_from(rows)
    return found


def _latest_days(within: Within) -> list[dict[int, date]]:
    """When it was reviewed, talked with, and something was promised last."""
    found = {"reviewed": {}, "talked": {}, "promised": {}}
    for what, key, day in within.ask(statements.latest_days).all():
        found[what][key] = day
    return list(found.values())


def _marks(within: Within, today: date) -> dict[int, tuple[str, ...]]:
    """Of each organization, what is so of it."""
    found = defaultdict(set)
    for what, key in within.ask(statements.marks, today=today).all():
        found[key].add(what)
    return {key: tuple(sorted(marks)) for key, marks in found.items()}


def _grouped(within: Within, statement) -> dict[int, list[tuple]]:
    """The rows of each organization, whose id they begin with; plain tuples compare quicker."""
    found = defaultdict(list)
    for row in map(tuple, within.ask(statement).all()):
        found[row[0]].append(row)
    return found
