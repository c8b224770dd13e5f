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

    def keep(self, name: str) -> None:
        self.copies[name] = sqlite3.connect(":memory:")
        self.database.backup(self.copies[name])
        self.held = name, self.version

    def restore(self, name: str) -> None:
        if self.name != name:
            self.copies[name].backup(self.database)
            self.held = name, self.version

    def close(self) -> None:
        for copy in self.copies.values():
            copy.close()
        self.database.close()
