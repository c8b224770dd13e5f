"""Gathers the facts of many organizations with a fixed number of set-based queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from coalition_app.extensions import db
from coalition_app.models import fact_statements as statements
from coalition_app.models import meeting_facts
from coalition_app.models.fact_building import Beside, facts_from
from coalition_app.models.facts import Facts
from coalition_app.models.meeting_facts import read_meetings
from coalition_app.models.organization import Organization
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
    sets = [within.rows_by_id(build) for build in statements.BESIDE]
    meetings = {key: read_meetings(text) for key, text in sets[-1].values()}
    introductions = _grouped(within.rows(statements.introductions))
    planned = within.part(id_ for each in meetings.values() for id_ in each.planned_ids)
    prepared = planned.rows_by_id(meeting_facts.prepared)
    held = within.part(each.latest_id for each in meetings.values() if each.latest_id)
    recorded = set(held.rows(meeting_facts.recorded))
    found = {}
    for row in within.rows(statements.organizations, today=today):
        key = row[0]
        known = meetings[key]
        found[key] = facts_from(
            Beside(
                row,
                *(each[key] for each in sets),
                introductions.get(key, ()),
                tuple(prepared[id_] for id_ in known.planned_ids),
                known.latest_id if (known.latest_id, key) in recorded else None,
            )
        )
    return found


def _grouped(rows: Iterable[tuple]) -> dict[int, tuple[tuple, ...]]:
    """The rows of each organization, whose id they begin with."""
    found = defaultdict(tuple)
    for row in rows:
        found[row[0]] += (row,)
    return found
