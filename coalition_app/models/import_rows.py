"""Many rows of one table at once, past the session: ten times as fast as record by record."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from coalition_app.extensions import db
from coalition_app.storage.new_rows import add_rows

AT_ONCE = 500
# Not what somebody filled in: counted, derived, or whose it is.
UNTOLD = {"id", "version", "sort_name", "person_id", "organization_id"}
Noun = type[db.Model]
Values = dict[str, Any]


def rows_of(noun: Noun, ids: Iterable[int]) -> dict[int, Values]:
    """The columns of these rows as they are now, by id."""
    table, found = noun.__table__, {}
    for portion in portions(ids):
        query = select(*table.columns).where(table.c.id.in_(portion))
        found |= {row["id"]: dict(row) for row in db.session.execute(query).mappings()}
    return found


def portions(ids: Iterable[int]) -> Iterator[list[int]]:
    every = sorted(ids)
    return (every[start : start + AT_ONCE] for start in range(0, len(every), AT_ONCE))


def blank(noun: Noun) -> Values:
    """Every column of a new row as it is by default."""
    return {
        column.name: column.default.arg if column.default and column.default.is_scalar else None
        for column in noun.__table__.columns
        if column.name != "id"
    }


def add_all(noun: Noun, rows: list[Values]) -> list[int]:
    """The ids of the new rows, in their order."""
    return add_rows(db.session.connection(), noun.__table__, rows)


def change_all(noun: Noun, changes: Mapping[int, Values]) -> None:
    """Sets these fields of each row, and counts its version."""
    table, alike = noun.__table__, defaultdict(list)
    for id_, values in changes.items():
        if values:
            alike[tuple(sorted(values))].append({**values, "_id": id_})
    for names, rows in alike.items():
        changing = update(table).where(table.c.id == bindparam("_id"))
        changing = changing.values({name: bindparam(name) for name in names})
        if "version" in table.c:
            changing = changing.values(version=table.c.version + 1)
        db.session.connection().execute(changing, rows)


def remove_all(noun: Noun, ids: Iterable[int]) -> None:
    for portion in portions(ids):
        db.session.connection().execute(
            delete(noun.__table__).where(noun.__table__.c.id.in_(portion))
        )


def snapshot(values: Mapping[str, Any]) -> Values:
    """All that is filled in, to notice later whether somebody has changed it since."""
    return {
        name: told(value)
        for name, value in values.items()
        if name not in UNTOLD and value not in ("", None, False)
    }


def told(value: Any) -> Any:
    """As JSON keeps it."""
    return value.isoformat() if isinstance(value, date) else value
