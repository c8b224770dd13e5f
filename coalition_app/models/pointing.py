"""Rows that point to a record, found by the schema itself: a new table cannot be forgotten.

`repoint` makes all that points to one record point to another. Where both have a row of which
there may be only one (attendance of one meeting, a tag), the two rows become one.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    PrimaryKeyConstraint,
    RowMapping,
    Table,
    UniqueConstraint,
    and_,
    delete,
    select,
    update,
)

from coalition_app.extensions import db

# Both said so; of all other marks one is enough.
ONLY_IF_BOTH = frozenset({"stayed_away"})


def keys_to(table: Table) -> Iterator[Column]:
    """Every column of the schema that names a row of this table."""
    for other in table.metadata.sorted_tables:
        for key in sorted(other.foreign_keys, key=lambda key: key.parent.name):
            if key.column.table is table:
                yield key.parent


def repoint(table: Table, kept_id: int, gone_id: int) -> None:
    for key in list(keys_to(table)):
        for row in rows(key.table, key == gone_id):
            twin = _twin(key, row, kept_id)
            if twin is not None:
                join(key.table, twin, row)
        db.session.execute(update(key.table).where(key == gone_id).values({key.name: kept_id}))


def rows(table: Table, condition) -> list[RowMapping]:
    order = list(table.primary_key.columns)
    return list(db.session.execute(select(table).where(condition).order_by(*order)).mappings())


def join(table: Table, kept: RowMapping, gone: RowMapping) -> None:
    """One row of two: what the kept one leaves open is taken from the other."""
    if "id" in table.columns:
        repoint(table, kept["id"], gone["id"])
    db.session.execute(delete(table).where(_is(table, gone)))
    values = {
        column.name: joined(column, kept[column.name], gone[column.name])
        for column in table.columns
        if not column.primary_key and column.name != "version"
    }
    if values:
        db.session.execute(update(table).where(_is(table, kept)).values(values))


def joined(column: Column, kept: Any, gone: Any) -> Any:
    if isinstance(column.type, Boolean) and kept is not None and gone is not None:
        return (kept and gone) if column.name in ONLY_IF_BOTH else (kept or gone)
    return gone if kept is None or kept == "" else kept


def _twin(key: Column, row: RowMapping, kept_id: int) -> RowMapping | None:
    """The kept record's row that leaves no room for this one."""
    for columns in _unique_sets(key):
        beside = [column for column in columns if column is not key]
        if any(row[column.name] is None for column in beside):
            continue
        same = and_(key == kept_id, *(column == row[column.name] for column in beside))
        found = rows(key.table, same)
        if found:
            return found[0]
    return None


def _unique_sets(key: Column) -> Iterator[list[Column]]:
    for constraint in key.table.constraints:
        if isinstance(constraint, UniqueConstraint | PrimaryKeyConstraint):
            columns = list(constraint.columns)
            if key in columns:
                yield columns
    for index in key.table.indexes:
        if index.unique and key in list(index.columns):
            yield list(index.columns)


def _is(table: Table, row: RowMapping):
    return and_(*(column == row[column.name] for column in table.primary_key.columns))
