"""Marks the changes of tables in SQLite, so that a reader knows what was written to.

Triggers do it, in the same transaction: whoever writes, by whatever program. A mark is a number
by chance and not a count, which another copy of the database could have reached by other changes.
"""

import sqlite3

from sqlalchemy import BigInteger, Column, Connection, MetaData, String, Table, event

from coalition_app.storage.dialect import is_sqlite

MARKS = "change_mark"
ACTS = ("insert", "update", "delete")


def watch(metadata: MetaData, *names: str) -> None:
    """From their creation on, the changes of these tables are marked."""
    columns = (Column("name", String, primary_key=True), Column("mark", BigInteger, nullable=False))
    Table(MARKS, metadata, *columns)
    metadata.info[MARKS] = names
    event.listen(metadata, "after_create", lambda _, connection, **__: begin(connection, metadata))


def begin(connection: Connection, metadata: MetaData) -> None:
    """Also after migrations: SQLite drops the triggers of a table that is made anew.

    The names are ours: none of these holds anything that somebody typed.
    """
    if not is_sqlite(connection):
        return
    run = connection.exec_driver_sql
    for name in metadata.info.get(MARKS, ()):
        run(f"INSERT OR REPLACE INTO {MARKS} VALUES (?, random())", (name,))
        for act in ACTS:
            run(
                f"CREATE TRIGGER IF NOT EXISTS {name}_{act}_marked AFTER {act} ON {name} BEGIN "
                f"UPDATE {MARKS} SET mark = random() WHERE name = '{name}'; END"
            )


def marks(connection: Connection) -> dict[str, int]:
    """Of each table that is watched, the same as long as nobody wrote to it."""
    driver = connection.connection.dbapi_connection
    try:
        return dict(driver.execute(f"SELECT name, mark FROM {MARKS}").fetchall())
    except sqlite3.OperationalError:  # the registries' file has none
        return {}
