import signal
import socket
import stat
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from coalition_app.storage.lock import Lock
from tests.commands.conftest import started


@pytest.fixture(scope="module")
def instance(tmp_path_factory):
    return tmp_path_factory.mktemp("first")


@pytest.fixture(scope="module")
def first(instance):
    """A program that runs, for all who only look at it."""
    with started(instance) as process:
        yield process


def address_in(line):
    return next(word for word in line.split() if word.startswith("http"))


def test_the_first_start_says_where_it_is_open_and_answers(first):
    assert first.welcome.startswith("Coalition Desk is open at http://127.0.0.1:")
    with closing(HTTPConnection(urlsplit(address_in(first.welcome)).netloc)) as connection:
        connection.request("GET", "/")
        answer = connection.getresponse()
    assert answer.status in (200, 303)
    assert answer.getheader("Server") == "Coalition Desk"


def test_a_second_start_finds_the_first(first, instance, start):
    second = start(COALITION_INSTANCE=str(instance))
    assert second.stdout == f"Coalition Desk is already open at {address_in(first.welcome)}\n"
    assert second.returncode == 0


def test_the_first_start_makes_a_database_and_a_key_for_its_owner_only(first, instance):
    for name in ("coalition.db", "secret_key"):
        assert stat.S_IMODE((instance / name).stat().st_mode) == 0o600, name


def test_a_friendly_end_leaves_nothing_behind(tmp_path):
    with started(tmp_path) as ending:
        ending.send_signal(signal.SIGTERM)
        assert ending.wait() == 0
    assert not (tmp_path / "coalition.db-wal").exists()
    lock = Lock(tmp_path)
    assert lock.acquire()
    lock.release()


def test_after_a_crash_it_starts_again(tmp_path):
    with started(tmp_path) as crashing:
        crashing.kill()
    with started(tmp_path) as next_one:
        assert next_one.welcome.startswith("Coalition Desk is open at")


def test_a_port_that_another_program_has_is_named(start):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        refused = start(COALITION_PORT=port)
    assert refused.stderr.startswith(f"Port {port} cannot be used")
    assert "COALITION_PORT=" in refused.stderr
    assert refused.returncode == 1
