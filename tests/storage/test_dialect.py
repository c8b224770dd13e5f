import pytest
from flask import Flask
from sqlalchemy import create_engine, event, text
from sqlalchemy.exc import IntegrityError, OperationalError

from coalition_app.settings import sqlite_address
from coalition_app.storage import dialect
from tests.storage.conftest import count


@pytest.fixture
def second(filled, tmp_path):
    """Another process's way to the same file, in a hurry."""
    engine = create_engine(sqlite_address(tmp_path / "small.db"))
    dialect.tune(engine)
    event.listen(
        engine, "connect", lambda connection, _: connection.execute("PRAGMA busy_timeout=1")
    )
    yield engine
    engine.dispose()


@pytest.fixture
def desk():
    return Flask("desk")


def write(engine):
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO parent (name) VALUES ('new')"))


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("busy_timeout", 5000),
        ("foreign_keys", 1),
        ("temp_store", 2),
        ("cache_size", -16384),
        ("trusted_schema", 0),
        ("journal_size_limit", 67108864),
    ],
)
def test_every_connection_is_set_as_measured_best(filled, pragma, value):
    with filled.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_foreign_keys_are_kept(filled):
    with pytest.raises(IntegrityError), filled.begin() as connection:
        connection.execute(text("INSERT INTO child VALUES (9, 999)"))


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_reading_request_cannot_write(filled, desk, method):
    with (
        desk.test_request_context(method=method),
        pytest.raises(OperationalError, match="readonly"),
    ):
        write(filled)
    assert count(filled, "parent") == 3


def test_a_reading_request_waits_for_no_writer(filled, second, desk):
    with filled.begin() as writing, desk.test_request_context(method="GET"):
        writing.execute(text("DELETE FROM child"))
        assert count(second, "child") == 6


def test_a_writing_request_takes_its_turn_before_it_reads(filled, second, desk):
    refusal = pytest.raises(OperationalError, match="locked")
    with desk.test_request_context(method="POST"), filled.begin(), refusal:
        write(second)


def test_a_connection_writes_again_after_a_reading_request(filled, desk):
    with desk.test_request_context(method="GET"):
        count(filled, "parent")
    write(filled)
    assert count(filled, "parent") == 4


def test_a_reading_connection_outside_of_requests_waits_for_no_writer(filled, second):
    with filled.begin(), dialect.reading(second) as connection:
        assert connection.execute(text("SELECT count(*) FROM child")).scalar() == 6


def test_what_fails_is_rolled_back_whole(filled):
    with filled.connect() as connection:
        connection.execute(text("INSERT INTO parent (id) VALUES (9)"))
        with pytest.raises(IntegrityError):
            connection.execute(text("INSERT INTO parent (id) VALUES (9)"))
    assert count(filled, "parent") == 3


def test_a_number_beyond_all_that_there_are_has_an_error_of_its_own(filled):
    asked = text("SELECT name FROM parent WHERE id = :id")
    with filled.connect() as connection:
        with pytest.raises(dialect.NumberTooLarge):
            connection.execute(asked, {"id": 2**63})
        assert connection.execute(asked, {"id": 2**63 - 1}).scalar() is None


def test_nothing_of_this_touches_a_database_server(server):
    assert dialect.tune(server) is None  # SQLAlchemy would refuse to listen to this one
    assert dialect.file_of(server) is None
