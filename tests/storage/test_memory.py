"""What reading requests find is remembered until somebody writes."""

from functools import partial

import pytest
from sqlalchemy import text, update

from coalition_app.models import Meeting, Organization
from coalition_app.storage import dialect, memory
from coalition_app.storage.memory import remembered
from tests import world

HOW_MANY = text("SELECT count(*) FROM organization")


@pytest.fixture
def reading(db, local):
    """A connection of a reading request; each `count` begins and ends a transaction."""
    with dialect.reading(db.engine) as connection:
        yield connection


def count(connection) -> int:
    with connection.begin():
        return remembered(connection, "how many", partial(asked, connection))


def asked(connection) -> int:
    connection.info["asked"] = connection.info.get("asked", 0) + 1
    return connection.execute(HOW_MANY).scalar()


def test_what_nobody_changed_is_asked_once(reading):
    assert [count(reading), count(reading), reading.info.pop("asked")] == [0, 0, 1]


def test_what_somebody_else_wrote_is_seen_at_once(db, reading):
    assert count(reading) == 0
    world.listed()
    db.session.commit()
    assert count(reading) == 1


def test_what_the_same_connection_wrote_is_seen_at_once(db, reading):
    assert count(reading) == 0
    driver = reading.connection.dbapi_connection
    driver.execute("PRAGMA query_only = OFF")
    driver.execute("INSERT INTO issue (name, folded_name, is_ours) VALUES ('Jobs', 'jobs', 1)")
    reading.info["asked"] = 0
    assert [count(reading), reading.info.pop("asked")] == [0, 1]


def test_a_writer_remembers_nothing(db):
    connection = db.session.connection()
    remembered(connection, "how many", partial(asked, connection))
    world.listed()
    db.session.flush()
    assert remembered(connection, "how many", partial(asked, connection)) == 1


def test_no_more_is_remembered_than_fits(reading):
    with reading.begin():
        for number in range(memory.MOST + 1):
            remembered(reading, number, lambda: "found")
        assert len(reading.info[memory.KEPT].kept) < memory.MOST


@pytest.mark.parametrize(("written_to", "times"), [(Meeting, 1), (Organization, 2)])
def test_what_reads_other_tables_is_not_asked_again(db, reading, written_to, times):
    world.planned(world.researched())
    reading.info["asked"] = 0
    for _ in range(2):
        db.session.commit()
        with reading.begin():
            remembered(reading, "how many", partial(asked, reading), of=frozenset({"organization"}))
        db.session.execute(update(written_to).values(version=written_to.version + 1))
    assert reading.info.pop("asked") == times
