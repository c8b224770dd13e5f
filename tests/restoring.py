"""SQLite databases that hold again what they held before."""

import sqlite3
from pathlib import Path


def hurry(connection: sqlite3.Connection, _record: object = None) -> None:
    """No test's database outlives a loss of power: waiting for the disk cost half the time."""
    connection.execute("PRAGMA synchronous = OFF")


class Restorable:
    """A database and what it held at moments that have a name."""

    def __init__(self, file: Path):
        self.copies: dict[str, sqlite3.Connection] = {}
        self.database = sqlite3.connect(file)
        hurry(self.database)
        self.schema = self.schema_now
        self.keep("")

    @property
    def version(self) -> int:
        """Another one as soon as another connection wrote."""
        return self.database.execute("PRAGMA data_version").fetchone()[0]

    @property
    def name(self) -> str | None:
        """Of what it holds; none if that was changed."""
        name, version = self.held
        return name if version == self.version else None

    @property
    def schema_now(self) -> int:
        return self.database.execute("PRAGMA schema_version").fetchone()[0]

    def keep(self, name: str) -> None:
        assert self.schema == self.schema_now, "what tests begin with has the same tables for all"
        self.copies[name] = sqlite3.connect(":memory:")
        self.database.backup(self.copies[name])
        self.held = name, self.version

    def restore(self, name: str) -> None:
        if self.name != name:
            before = self.schema_now
            self.copies[name].backup(self.database)
            self.settle_schema(before)
            self.held = name, self.version

    def settle_schema(self, before: int) -> None:
        """A backup says that all tables are new; other connections would read and prepare anew."""
        if before == self.schema:
            self.database.execute(f"PRAGMA schema_version = {before}")
        else:  # a test has changed them
            self.schema = self.schema_now

    def close(self) -> None:
        for copy in self.copies.values():
            copy.close()
        self.database.close()
