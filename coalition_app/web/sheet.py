"""Lists that work like a sheet: columns to choose, sorting, pages, rows that become fields.

The address holds what narrows, sorts and pages; the account remembers the columns.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from flask import current_app
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from coalition_app.web.forms import VersionedForm
from coalition_app.web.search_form import SearchForm

PAGE_ROWS = 100


@dataclass(frozen=True, eq=False)
class Column:
    """`fields` are what its cell becomes while the row is edited; none: it is only read."""

    name: str
    label: str
    fields: tuple[str, ...] = ()
    is_usual: bool = False
    is_sortable: bool = True


class Columns:
    """All that a list has; the first, the name, is always shown."""

    def __init__(self, *columns: Column):
        self.all = columns
        self.by_name = {column.name: column for column in columns}

    def chosen(self, stored: str) -> tuple[Column, ...]:
        """In the list's own order; the usual ones for an account that never chose."""
        names = stored.split(",")
        first, *others = self.all
        shown = [each for each in others if (each.name in names if stored else each.is_usual)]
        return (first, *shown)

    def stored(self, names: Iterable[str]) -> str:
        """What the account keeps; names that are unknown fall away."""
        known = set(names)
        return ",".join(each.name for each in self.all[1:] if each.name in known) or "none"


class Sorting(NamedTuple):
    """By which column; written '-city' for the other way round."""

    name: str
    is_down: bool = False

    @classmethod
    def read(cls, given: str, columns: Columns) -> "Sorting":
        """The list's first column for what nobody could have picked."""
        name = given.removeprefix("-")
        column = columns.by_name.get(name)
        if column is None or not column.is_sortable:
            return cls(columns.all[0].name)
        return cls(name, given.startswith("-"))

    def turned(self, column: Column) -> str:
        """What a press on that column's heading asks for."""
        is_down = column.name == self.name and not self.is_down
        return f"-{column.name}" if is_down else column.name

    def direction(self, column: Column) -> str:
        """As aria-sort says it; empty for the other columns."""
        if column.name != self.name:
            return ""
        return "descending" if self.is_down else "ascending"


class Cell(NamedTuple):
    column: Column
    shown: str


@dataclass(frozen=True)
class Row:
    """As templates/shared/_row.html shows it; with a form, as _row_fields.html does."""

    id: int
    url: str
    name: str
    cells: list[Cell]
    name_fields: tuple[str, ...] = ()
    is_editable: bool = False
    is_chosen: bool = False
    is_choosable: bool = True
    form: VersionedForm | None = None

    def with_fields(self, form: VersionedForm) -> "Row":
        return replace(self, form=form)

    @cached_property
    def markup(self) -> Markup:
        """As the list shows it."""
        marks = (self.is_editable, self.is_chosen, self.is_choosable)
        return _written(self.id, self.url, self.name, tuple(self.cells), *marks)


@lru_cache(maxsize=5000)
def _written(id_: int, url: str, name: str, cells: tuple[Cell, ...], *marks: bool) -> Markup:
    """A row that looks just as it did before is not written again."""
    template = current_app.jinja_env.get_template("shared/_row.html")
    is_editable, is_chosen, is_choosable = marks
    row = Row(id_, url, name, cells, (), is_editable, is_chosen, is_choosable)
    return Markup(template.render(row=row))  # noqa: S704 the template escaped it


class Pages:
    """Where one is among so many rows."""

    def __init__(self, page: int, count: int, rows: int = PAGE_ROWS):
        self.count, self.rows = count, rows
        self.last = max(-(-count // rows), 1)
        self.page = min(max(page, 1), self.last)

    @property
    def first(self) -> int:
        """How many rows stand on the pages before."""
        return (self.page - 1) * self.rows


class RowForm(VersionedForm):
    """The fields of one row. Only those of the columns in view stay; each id is the row's own."""

    def __init__(self, record, columns: Iterable[Column], **given):
        super().__init__(obj=record, **given)
        kept = {"version", "seen", "csrf_token"}
        kept.update(name for column in columns for name in column.fields)
        for field in list(self):
            if field.name in kept:
                field.id = field.label.field_id = f"{field.name}-{record.id}"
            else:
                del self[field.name]
        if not self.is_submitted():
            self.seen.data = self.marks_now


class Asked(NamedTuple):
    """What the address of a list, or a form that keeps it, asks for."""

    filters: SearchForm
    sorting: Sorting
    page: int
    columns: Columns

    @classmethod
    def of(cls, given: MultiDict, filters: SearchForm, columns: Columns) -> "Asked":
        sorting = Sorting.read(given.get("sort", ""), columns)
        return cls(filters, sorting, given.get("page", 1, type=int), columns)

    @property
    def wanted(self) -> dict:
        """Only what narrows."""
        return self.filters.address

    @property
    def address(self) -> dict:
        page = {"page": self.page} if self.page > 1 else {}
        return {**address(self.wanted, self.sorting, self.columns), **page}


def address(wanted: Mapping, sorting: Sorting, columns: Columns) -> dict:
    """What a link to another page or order of the same list must hold."""
    usual = Sorting(columns.all[0].name)
    order = ("-" if sorting.is_down else "") + sorting.name
    return {**wanted, **({} if sorting == usual else {"sort": order})}
