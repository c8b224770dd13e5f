"""Rows that go in past the session."""

from sqlalchemy import select

from coalition_app.models import RegistryFile
from coalition_app.storage.new_rows import write_rows


def test_rows_are_written_by_their_columns(db):
    table = RegistryFile.__table__
    columns = ("part", "source", "entries_count", "loaded_at")
    with db.engines["registry"].begin() as connection:
        write_rows(connection, table, columns, [])
        write_rows(connection, table, columns, [("CT", "irs", 7, "2026-03-14 10:00:00.000000")])
        assert connection.execute(select(table.c.source, table.c.entries_count)).all() == [
            ("irs", 7)
        ]
        connection.rollback()
