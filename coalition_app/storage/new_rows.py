"""Many new rows in one statement, and their ids in the order in which they were given."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from coalition_app.storage.dialect import is_sqlite


def add_rows(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> list[int]:
    """SQLite cannot tell which new id is whose, but lets nobody else write meanwhile."""
    if not rows:
        return []
    if not is_sqlite(connection):
        adding = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return list(connection.execute(adding, rows).scalars())
    first = (connection.scalar(select(func.max(table.c.id))) or 0) + 1
    numbered = [{"id": id_, **row} for id_, row in enumerate(rows, first)]
    connection.execute(insert(table), numbered)
    return [row["id"] for row in numbered]


def write_rows(
    connection: Connection, table: Table, columns: Sequence[str], rows: list[tuple]
) -> None:
    """Texts and numbers just as they are: half the work of an insert that looks at each value."""
    if not rows:
        return
    quoted = connection.dialect.identifier_preparer.quote
    names = ", ".join(quoted(name) for name in columns)
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    marks = ", ".join([mark] * len(columns))
    into = f"INSERT INTO {quoted(table.name)} ({names}) VALUES ({marks})"  # noqa: S608 our names
    connection.exec_driver_sql(into, rows)
