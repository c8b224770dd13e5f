"""What was deleted leaves the database's file as well: SQLite only marks it as free."""

import sqlite3
from contextlib import closing

from sqlalchemy import Connection, Engine

from coalition_app.storage import dialect


def overwrite(connection: Connection) -> None:
    """From now on this connection writes zeros over what it deletes; call before deleting."""
    if dialect.is_sqlite(connection):
        connection.exec_driver_sql("PRAGMA secure_delete = ON")


def sweep(engine: Engine) -> bool:
    """After the commit: the file is written anew, without the remains of earlier changes.

    False when somebody else used the file for too long; what `overwrite` took care of is gone
    nevertheless.
    """
    file = dialect.file_of(engine)
    if file is None or not file.is_file():
        return True
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as database:
            database.execute(f"PRAGMA busy_timeout = {dialect.BUSY_MILLISECONDS}")
            database.execute("VACUUM")
            busy, *_ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    return not busy
