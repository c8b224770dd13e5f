"""Whatever is written, a page that remembers shows the same as one that asks for all anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from random import Random

import pytest
from sqlalchemy import Boolean, Date, Table, text
from sqlalchemy.exc import IntegrityError

from coalition_app.extensions import db
from coalition_app.models import WATCHED, Agenda, facts_of_started, meetings_coming
from coalition_app.storage import dialect, memory
from tests import sample_local

EACH = 4
TABLES = db.metadatas[None].tables


def shown() -> tuple:
    facts = facts_of_started(sample_local.TODAY)
    day = Agenda.at(sample_local.NOW)
    coming = meetings_coming(sample_local.NOW, sample_local.at(14, 0))
    return facts, day.late, day.today, day.soon, day.next_steps, coming


@contextmanager
def reading(app) -> Iterator[None]:
    """As a page reads: in a transaction of its own that remembers."""
    db.session.commit()
    with app.test_request_context("/"):
        yield
        db.session.rollback()


def write(table: Table, chance: Random) -> None:
    """A row goes, or a day or a yes of it becomes another."""
    keys = list(table.primary_key)
    row = chance.choice(db.session.execute(table.select()).all())
    place = [key == row._mapping[key] for key in keys]
    values = {}
    for column in table.columns:
        value = row._mapping[column]
        if isinstance(column.type, Boolean) and chance.random() < 0.5:
            values[column.name] = not value
        elif isinstance(column.type, Date):
            values[column.name] = (value or sample_local.TODAY) + timedelta(chance.randint(-9, 9))
    goes = not values or chance.random() < 0.2
    change = table.delete() if goes else table.update().values(values)
    db.session.execute(change.where(*place))


@pytest.mark.usefixtures("sample")
def test_what_is_remembered_is_what_is_so(app):
    kept, chance = [], Random(555)  # noqa: S311
    for name in WATCHED * EACH:
        table = TABLES[name]
        try:
            write(table, chance)
        except (IntegrityError, IndexError):  # refused by the schema, or nothing left in it
            db.session.rollback()
            continue
        with reading(app):
            kept.append(len(still_known()))
            remembered = shown()
        assert remembered == shown(), table.name
    assert len(kept) > len(WATCHED) * EACH / 2
    assert kept.count(0) < 5  # a connection that read nothing before


def still_known() -> dict:
    """What a reader of now knows before it asks."""
    connection = db.session.connection()
    memory.remembered(connection, "anything", date.today)
    known = connection.info[memory.KEPT].kept
    return {key: tables for key, (_, tables) in known.items() if tables}


@pytest.mark.usefixtures("sample")
def test_all_that_is_remembered_by_tables_reads_only_watched_ones(app):
    with reading(app):
        shown()
        read = {name for tables in still_known().values() for name in tables}
    assert read
    assert read <= set(WATCHED)


def test_every_watched_table_has_its_triggers(app):
    with dialect.reading(db.engine) as connection:
        query = text("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger'")
        found = list(connection.execute(query).scalars())
    assert sorted(found) == sorted(WATCHED * 3)
