"""The list: organizations with their steps, a hundred a page, by a fixed number of queries."""

from dataclasses import replace

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from coalition_app.extensions import db
from coalition_app.models import Organization, Person, last_contacts, recall, standings_now
from coalition_app.organizations.columns import COLUMNS, rows_of
from coalition_app.organizations.narrowed import Narrowed
from coalition_app.web.sheet import Column, Pages, Sorting, address


class Listing:
    """One page of what is wanted, in its order, as far as it is in view."""

    def __init__(
        self,
        narrowed: Narrowed,
        sorting: Sorting,
        page: int,
        columns: tuple[Column, ...],
    ):
        self.wanted, self.sorting = narrowed.wanted, sorting
        self.columns, self.all_columns = columns, COLUMNS.all
        self.pages, ids = recall(
            *narrowed.key, sorting, page, find=lambda: _found(narrowed, sorting, page)
        )
        facts = narrowed.__dict__.get("facts")
        known = facts if facts and all(id_ in facts for id_ in ids) else None
        self.rows = rows_of(ids, columns, narrowed.now, known)

    def choose(self, ids: frozenset[int]) -> None:
        """Those rows come with their boxes ticked."""
        self.rows = [replace(row, is_chosen=True) if row.id in ids else row for row in self.rows]

    @property
    def address(self) -> dict:
        return address(self.wanted, self.sorting, COLUMNS)


def _found(narrowed: Narrowed, sorting: Sorting, page: int) -> tuple[Pages, list[int]]:
    counting = select(func.count()).select_from(narrowed.ids.subquery())
    pages = Pages(page, db.session.connection().execute(counting).scalar())
    return pages, page_of(narrowed, sorting, pages)


def page_of(narrowed: Narrowed, sorting: Sorting, pages: Pages) -> list[int]:
    if sorting.name == "step":
        return in_steps(narrowed, sorting)[pages.first : pages.first + pages.rows]
    query = in_order(narrowed.ids, sorting).offset(pages.first).limit(pages.rows)
    return list(db.session.connection().execute(query).scalars())


def in_steps(narrowed: Narrowed, sorting: Sorting) -> list[int]:
    """Started ones by their step, then those that are only listed."""
    by_name = db.session.scalars(in_order(narrowed.ids, Sorting("name"))).all()
    numbers, way = narrowed.step_numbers, -1 if sorting.is_down else 1
    return sorted(by_name, key=lambda id_: (id_ not in numbers, way * numbers.get(id_, 0)))


def in_order(ids: Select, sorting: Sorting) -> Select:
    """What is empty comes last, whichever way; by name within what is alike."""
    by_name = (Organization.sort_name, Organization.id)
    if sorting.name == "name":
        first = Organization.sort_name.desc() if sorting.is_down else Organization.sort_name
        return ids.order_by(first, Organization.id)
    query, value = _value(ids, sorting.name)
    is_empty = value.is_(None) if _is_known_or_null(sorting.name) else value == ""
    return query.order_by(is_empty, value.desc() if sorting.is_down else value, *by_name)


def _is_known_or_null(name: str) -> bool:
    return name in ("last_contact", "standing", "lead", "parent", "members_count", "listed_on")


def _value(ids: Select, name: str):
    """The query with what it needs beside, and the value to sort by."""
    if name == "lead":
        return ids.outerjoin(Person, Person.id == Organization.lead_id), Person.sort_name
    if name == "parent":
        parent = aliased(Organization)
        return ids.outerjoin(parent, parent.id == Organization.parent_id), parent.sort_name
    if name in BESIDE:
        beside = BESIDE[name]().subquery()
        value = list(beside.c)[-1]
        return ids.outerjoin(beside, beside.c.organization_id == Organization.id), value
    return ids, getattr(Organization, name)


BESIDE = {"last_contact": last_contacts, "standing": standings_now}
