"""Which organizations are meant: what the address of the list asks for, as one query."""

from datetime import date, datetime, timedelta
from functools import cached_property

from sqlalchemy import ColumnElement, Select, select

from coalition_app.models import (
    Agenda,
    Facts,
    Organization,
    Pathway,
    Pause,
    commitments_due,
    facts_of_started,
    is_chapter_of,
    stands_at,
    without_contact_since,
    works_on,
)
from coalition_app.storage.dialect import among

NOT_RATED = "none"


class Narrowed:
    """`wanted` as filters.FilterForm gives it; what is missing does not narrow."""

    def __init__(self, wanted: dict, now: datetime):
        self.wanted, self.now = wanted, now

    @property
    def key(self) -> tuple:
        """Alike as long as the same ones are meant, if nobody writes.

        Steps change with the minute, what is late with the moment.
        """
        moment = self.now if "late" in self.wanted else self.now.replace(second=0)
        return (*self.wanted.items(), moment)

    @cached_property
    def facts(self) -> dict[int, Facts]:
        """Of every started one: what decides on the page of one decides here."""
        return facts_of_started(self.now.date())

    @cached_property
    def ids(self) -> Select:
        """A select of the ids, in no order."""
        conditions = (CONDITIONS[name](value, self) for name, value in self.wanted.items())
        query = select(Organization.id).where(*conditions)
        is_archived = self.wanted.get("show") == "archived"
        return query if is_archived else query.where(Organization.archived_at.is_(None))

    @cached_property
    def step_numbers(self) -> dict[int, int]:
        return {id_: Pathway(each, self.now).step_number for id_, each in self.facts.items()}

    def at_step(self, number: int) -> list[int]:
        return [id_ for id_, step in self.step_numbers.items() if step == number]

    def late(self) -> set[int]:
        """Those with something that Today calls late."""
        agenda = Agenda.of(self.facts.values(), commitments_due(self.now.date()), self.now)
        return {each.organization_id for each in agenda.late}

    def days_ago(self, days: int) -> date:
        return self.now.date() - timedelta(days=days)


def _shown(show: str, narrowed: Narrowed) -> ColumnElement[bool]:
    if show == "archived":
        return Organization.archived_at.is_not(None)
    if show == "paused":
        return Organization.id.in_(Pause.running(narrowed.now.date()))
    is_started = Organization.started_on.is_not(None)
    return is_started if show == "started" else ~is_started


CONDITIONS = {
    "q": lambda text, _: Organization.holds(text),
    "show": _shown,
    "step": lambda number, narrowed: among(Organization.id, narrowed.at_step(int(number))),
    "late": lambda _, narrowed: among(Organization.id, narrowed.late()),
    "lead": lambda id_, _: Organization.lead_id == id_,
    "kind": lambda kind, _: Organization.kind == kind,
    "field": lambda field, _: Organization.field == field,
    "issue": lambda id_, _: works_on(id_),
    "standing": lambda value, _: stands_at(0 if value == NOT_RATED else int(value)),
    "quiet": lambda days, narrowed: without_contact_since(narrowed.days_ago(days)),
    "parent": lambda id_, _: is_chapter_of(id_),
}
