"""The list of people, a hundred a page, by a fixed number of queries."""

from dataclasses import replace

from sqlalchemy import func, select

from coalition_app.extensions import db
from coalition_app.models import recall
from coalition_app.people.columns import COLUMNS, rows_of
from coalition_app.people.narrowed import in_order, narrowed
from coalition_app.web.sheet import Column, Pages, Sorting, address


class Listing:
    """One page of whom is wanted, in its order, as far as it is in view."""

    def __init__(
        self,
        wanted: dict,
        sorting: Sorting,
        page: int,
        columns: tuple[Column, ...],
        chosen: frozenset[int] = frozenset(),
    ):
        self.wanted, self.sorting = wanted, sorting
        self.columns, self.all_columns = columns, COLUMNS.all
        key = "people", *wanted.items(), sorting, page
        self.pages, ids = recall(*key, find=lambda: _found(wanted, sorting, page))
        rows = rows_of(ids, columns)
        self.rows = [replace(row, is_chosen=True) if row.id in chosen else row for row in rows]

    @property
    def address(self) -> dict:
        return address(self.wanted, self.sorting, COLUMNS)


def _found(wanted: dict, sorting: Sorting, page: int) -> tuple[Pages, list[int]]:
    ids = narrowed(wanted)
    pages = Pages(page, db.session.scalar(select(func.count()).select_from(ids.subquery())))
    shown = in_order(ids, sorting).offset(pages.first).limit(pages.rows)
    return pages, list(db.session.scalars(shown))
