"""Counts the SQL statements that a block of a test causes."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from coalition_app.extensions import db


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent to the main database while the block runs, transactions left out."""
    seen: list[str] = []

    def note(connection, cursor, statement, *rest):
        if statement.lstrip().upper().startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")):
            seen.append(statement)

    db.session.flush()
    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
