"""The columns that the list of organizations can show, and what stands in a row's cells."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from flask import current_app, url_for
from markupsafe import Markup
from sqlalchemy import Row as Found
from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import aliased

from coalition_app.lib.names import full_name
from coalition_app.models import (
    Affiliation,
    Facts,
    Issue,
    Organization,
    OrganizationIssue,
    Pathway,
    Pause,
    Person,
    Standing,
    Within,
    find_facts,
    last_contacts,
    standings_now,
)
from coalition_app.web import access, filters
from coalition_app.web.sheet import Cell, Column, Columns, Row

COLUMNS = Columns(
    Column("name", "Organization", ("name", "chapter")),
    Column("step", "Step", is_usual=True),
    Column("last_contact", "Last contact", is_usual=True),
    Column("lead", "Lead", ("lead_id",), is_usual=True),
    Column("city", "City", ("city",), is_usual=True),
    Column("state", "State", ("state",)),
    Column("field", "Field", ("field",), is_usual=True),
    Column("kind", "Kind", ("kind",)),
    Column("scope", "Reach", ("scope",)),
    Column("members_count", "Members", ("members_count",)),
    Column("issues", "Issues", ("shared_issues",), is_sortable=False),
    Column("standing", "Standing"),
    Column("contact", "Contact", is_sortable=False),
    Column("phone", "Phone", ("phone",), is_sortable=False),
    Column("email", "Email", ("email",), is_sortable=False),
    Column("website", "Website", ("website",), is_sortable=False),
    Column("acronym", "Acronym", ("acronym",)),
    Column("parent", "Chapter of"),
    Column("listed_on", "Listed"),
)


Beside = tuple[tuple[str, Any], ...]


class Known(NamedTuple):
    """What is known of one organization when its row is written."""

    record: Found
    facts: Facts | None
    now: datetime
    beside: Beside

    def value(self, column: str):
        """What was asked for that column beside the record; None where there is nothing."""
        return dict(self.beside)[column]


def rows_of(
    ids: list[int], columns: tuple[Column, ...], now: datetime, facts: dict[int, Facts] | None
) -> list[Row]:
    """The rows of these organizations in that order; `facts` when they are known already.

    A step may change with any minute, so rows are remembered for this one.
    """
    within, minute = Within(ids), now.replace(second=0)
    key = columns, minute, url_for("organizations.index"), access.can("organizer")
    return within.recall(*key, find=lambda: _rows(within, ids, columns, minute, facts))


def _rows(
    within: Within,
    ids: list[int],
    columns: tuple[Column, ...],
    now: datetime,
    facts: dict[int, Facts] | None,
) -> list[Row]:
    """Only a started one has a path: the others are not asked for facts, and wait for the day."""
    names = {column.name for column in columns}
    records = within.recall("records", find=lambda: _by_id(within))
    if facts is None and "step" in names:
        facts = find_facts([id_ for id_ in ids if records[id_].started_on], now.date())
    facts, today = facts or {}, now.replace(hour=0, minute=0)
    beside = [(name, _beside(name, within, now.date())) for name in BESIDE if name in names]
    look = columns, url_for("organizations.index"), access.can("organizer")
    rows = []
    for id_ in ids:
        path = facts.get(id_)
        here = tuple([(name, found.get(id_)) for name, found in beside])
        rows.append(_row(Known(records[id_], path, now if path else today, here), *look))
    return rows


@lru_cache(maxsize=5000)
def _row(known: Known, columns: tuple[Column, ...], base: str, is_editable: bool) -> Row:
    """As it was, where nothing has changed that stands in it."""
    record = known.record
    name = full_name(record.name, record.chapter)
    cells = [Cell(column, SHOWN[column.name](known)) for column in columns[1:]]
    return Row(record.id, f"{base}/{record.id}", name, cells, columns[0].fields, is_editable)


def _by_id(within: Within) -> dict[int, Found]:
    return {record.id: record for record in within.ask(_records)}


def _records(ids: Select) -> Select:
    parent = aliased(Organization)
    return (
        select(
            Organization.id,
            Organization.name,
            Organization.chapter,
            Organization.city,
            Organization.state,
            Organization.field,
            Organization.kind,
            Organization.scope,
            Organization.members_count,
            Organization.phone,
            Organization.email,
            Organization.website,
            Organization.acronym,
            Organization.listed_on,
            Organization.started_on,
            Person.name.label("lead"),
            parent.name.label("parent"),
        )
        .outerjoin(Person, Person.id == Organization.lead_id)
        .outerjoin(parent, parent.id == Organization.parent_id)
        .where(Organization.id.in_(ids))
    )


def _contacts(ids: Select) -> Select:
    """Later rows win: the primary contact comes last, before it the earliest known."""
    query = Affiliation.current().with_only_columns(Affiliation.organization_id, Person.name)
    query = query.where(Affiliation.organization_id.in_(ids)).order_by(None)
    return query.order_by(Affiliation.is_primary, Affiliation.id.desc())


def _shared(ids: Select) -> Select:
    shared = OrganizationIssue.organization_id
    query = select(shared, Issue.name).join(Issue, Issue.id == OrganizationIssue.issue_id)
    return query.where(shared.in_(ids)).order_by(Issue.folded_name)


def _issues(within: Within, _today: date) -> dict[int, str]:
    found = defaultdict(list)
    for id_, name in within.ask(_shared):
        found[id_].append(name)
    return {id_: ", ".join(names) for id_, names in found.items()}


def _paused(within: Within, today: date) -> dict[int, bool]:
    return dict.fromkeys(within.ask(_pauses, today=today).scalars(), True)


def _pauses(ids: Select) -> Select:
    return Pause.running(bindparam("today")).where(Pause.organization_id.in_(ids))


def _asked(build: Callable[[Select], Select]) -> Callable[[Within, date], dict]:
    return lambda within, _today: dict(within.ask(build).all())


# What a column asks for beside the record: one query each, only when it is in view.
BESIDE: dict[str, Callable[[Within, date], dict]] = {
    "step": _paused,
    "last_contact": _asked(last_contacts),
    "standing": _asked(standings_now),
    "contact": _asked(_contacts),
    "issues": _issues,
}


def _beside(name: str, within: Within, today: date) -> dict[int, Any]:
    return within.recall(name, today, find=lambda: BESIDE[name](within, today))


def _step(known: Known) -> Markup:
    is_paused = known.value("step")
    if known.facts is None:
        return _step_markup((), "listed", "paused" if is_paused else "", "")
    path = Pathway(known.facts, known.now)
    words, tone = "", ""
    if is_paused:
        words = "paused"
    elif path.is_quiet:
        words, tone = "going quiet", "soon"
    return _step_markup(tuple(step.mark for step in path.steps), path.summary, words, tone)


@lru_cache(maxsize=4096)
def _step_markup(marks: tuple[str, ...], label: str, words: str, tone: str) -> Markup:
    """Rows in the same state look the same: each look is written once."""
    template = current_app.jinja_env.get_template("organizations/_step.html")
    return template.module.step(marks, label, words, tone)


def _last_contact(known: Known) -> str:
    last_on = known.value("last_contact")
    if last_on:
        return filters.ago(last_on)
    return "none yet" if known.record.started_on else ""


def _standing(known: Known) -> str:
    value = known.value("standing")
    return f"{value} {Standing.WORDS[value]}" if value else ""


def _members(known: Known) -> str:
    count = known.record.members_count
    return "" if count is None else f"{count:,}"


def _plain(name: str) -> Callable[[Known], str]:
    return lambda known: getattr(known.record, name) or ""


SHOWN: dict[str, Callable[[Known], str]] = {
    **{column.name: _plain(column.name) for column in COLUMNS.all},
    "step": _step,
    "last_contact": _last_contact,
    "standing": _standing,
    "members_count": _members,
    "issues": lambda known: known.value("issues") or "",
    "contact": lambda known: known.value("contact") or "",
    "phone": lambda known: filters.phone(known.record.phone),
    "listed_on": lambda known: filters.day(known.record.listed_on),
}
