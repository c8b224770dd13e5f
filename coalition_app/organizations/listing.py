"""The list: organizations with their steps, a hundred a page, by a fixed number of queries."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select

from coalition_app.extensions import db
from coalition_app.models import Facts, Organization, Pathway, Pause, facts_of_started, find_facts

PAGE_ROWS = 100


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    about: str
    lead: str
    last_contact_on: date | None
    is_paused: bool
    path: Pathway | None


class Listing:
    """`wanted`: q, show, step, kind, field, lead; what is missing does not narrow."""

    def __init__(self, wanted: dict, page: int, now: datetime):
        self.wanted, self.now = wanted, now
        if "step" in wanted:
            ids, facts = self._at_step()
            self._turn_to(page, len(ids))
            ids = ids[self.first : self.first + PAGE_ROWS]
        else:
            self._turn_to(page, self._counted())
            ids = self._page_of_all()
            facts = find_facts(ids, now.date())
        self.rows = self._rows(ids, facts)

    def _turn_to(self, page: int, count: int) -> None:
        self.count = count
        self.pages = max(-(-count // PAGE_ROWS), 1)
        self.page = min(max(page, 1), self.pages)

    @property
    def first(self) -> int:
        """How many rows stand on the pages before."""
        return (self.page - 1) * PAGE_ROWS

    def _matching(self) -> Select:
        """The ids."""
        query = _shown(self.wanted.get("show", ""), self.now.date())
        if "q" in self.wanted:
            query = query.where(Organization.holds(self.wanted["q"]))
        for name, column in (
            ("kind", Organization.kind),
            ("field", Organization.field),
            ("lead", Organization.lead_id),
        ):
            if name in self.wanted:
                query = query.where(column == self.wanted[name])
        return query

    def _counted(self) -> int:
        return db.session.scalar(select(func.count()).select_from(self._matching().subquery()))

    def _page_of_all(self) -> list[int]:
        query = _in_order(self._matching()).offset(self.first).limit(PAGE_ROWS)
        return list(db.session.scalars(query))

    def _at_step(self) -> tuple[list[int], dict[int, Facts]]:
        """The ids in order; the same facts decide that the page of one shows."""
        facts = facts_of_started(self.now.date())
        number = int(self.wanted["step"])
        at_step = {
            id_ for id_, each in facts.items() if Pathway(each, self.now).step_number == number
        }
        in_order = db.session.scalars(_in_order(self._matching()))
        return [id_ for id_ in in_order if id_ in at_step], facts

    def _rows(self, ids: list[int], facts: dict[int, Facts]) -> list[Row]:
        columns = (Organization.id, Organization.kind, Organization.field, Organization.city)
        query = _in_order(_of(ids).with_only_columns(*columns))
        return [self._row(row, facts[row.id]) for row in db.session.execute(query)]

    def _row(self, row, facts: Facts) -> Row:
        about = (row.kind, row.field if row.field != row.kind else "", row.city)
        return Row(
            id=row.id,
            name=facts.name,
            about=" · ".join(part for part in about if part),
            lead=facts.lead,
            last_contact_on=facts.last_contact_on,
            is_paused=facts.is_paused,
            path=Pathway(facts, self.now) if facts.started_on else None,
        )


def _of(ids: list[int]) -> Select:
    return select(Organization.id).where(Organization.id.in_(ids))


def _in_order(query: Select) -> Select:
    return query.order_by(func.lower(Organization.name), Organization.chapter, Organization.id)


def _shown(show: str, today: date) -> Select:
    query = select(Organization.id)
    if show == "archived":
        return query.where(Organization.archived_at.is_not(None))
    query = query.where(Organization.archived_at.is_(None))
    if show == "started":
        return query.where(Organization.started_on.is_not(None))
    if show == "listed":
        return query.where(Organization.started_on.is_(None))
    if show == "paused":
        return query.where(Organization.id.in_(Pause.running(today)))
    return query
