"""What reading requests find is remembered until somebody writes."""

from functools import partial

import pytest
from sqlalchemy import text

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
        _state, kept = reading.info[memory.KEPT]
        assert len(kept) == 1
