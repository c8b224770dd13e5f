"""The registry: a database of its own, that may be thrown away and loaded again."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial

from sqlalchemy import Connection, inspect, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from coalition_app.extensions import db
from coalition_app.lib.registry_record import IRS
from coalition_app.storage import dialect
from coalition_app.storage.memory import remembered

BIND = "registry"


class RegistryFile(db.Model):
    """What was loaded of one state (IRS) or one year (union reports), and when."""

    __bind_key__ = BIND

    source: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    entries_count: Mapped[int]
    loaded_at: Mapped[datetime]

    @classmethod
    def loaded(cls) -> list["RegistryFile"]:
        """Empty, too, where no registry was ever loaded, or by another version of this program."""
        with reading() as session:
            if not session:
                return []
            return list(session.scalars(select(cls).order_by(cls.source, cls.part)))

    @property
    def is_of_a_state(self) -> bool:
        return self.source == IRS and bool(self.part)

    @property
    def place(self) -> str:
        """'CT', 'unions 2021'."""
        if self.source == IRS:
            return self.part or "places outside the states"
        return f"union reports of {self.part}"


@contextmanager
def reading() -> Iterator[Session | None]:
    """Waits for nobody: a newer file may be loading just now. None where there is no registry."""
    with dialect.reading(db.engines[BIND]) as connection:
        if not remembered(connection, "shape", partial(has_our_shape, connection)):
            yield None
            return
        with Session(connection) as session:
            yield session


@contextmanager
def writing() -> Iterator[Connection]:
    """One transaction: a file is loaded whole or not at all. An older shape is made anew."""
    with db.engines[BIND].begin() as connection:
        if not has_our_shape(connection):
            db.metadatas[BIND].drop_all(connection)
            db.metadatas[BIND].create_all(connection)
        yield connection


def is_outdated() -> bool:
    """Another version of this program loaded it: what it holds cannot be read any more."""
    with dialect.reading(db.engines[BIND]) as connection:
        return bool(inspect(connection).get_table_names()) and not has_our_shape(connection)


def has_our_shape(connection: Connection) -> bool:
    inspector = inspect(connection)
    return all(
        inspector.has_table(table.name)
        and {column["name"] for column in inspector.get_columns(table.name)} == set(table.c.keys())
        for table in db.metadatas[BIND].tables.values()
    )
