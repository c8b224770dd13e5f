import gc
import os
import signal
import socket
import stat
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from coalition_app import create_app, serving
from coalition_app.storage.lock import Lock
from tests.commands.conftest import running, serve, started


@pytest.fixture(scope="module")
def instance(tmp_path_factory):
    return tmp_path_factory.mktemp("first")


@pytest.fixture(scope="module")
def loads(tmp_path_factory):
    return tmp_path_factory.mktemp("loads") / "loads.txt"


@pytest.fixture(scope="module")
def first(instance, loads):
    """A program that runs, for all who only look at it."""
    with started(instance, loads) as process:
        yield process


@pytest.fixture
def start(monkeypatch):
    """Starts the program in this process, to the words that it ends with."""
    monkeypatch.setenv("CI", "1")
    before = os.umask(0o077), signal.getsignal(signal.SIGTERM)

    def start(instance: Path, **settings) -> str | int:
        app = create_app({"INSTANCE": instance, "SECRET_KEY": "for tests only", **settings})
        ended = serving.run(app, lambda app: None)
        serving.close_databases(app)
        return ended

    yield start
    os.umask(before[0])
    signal.signal(signal.SIGTERM, before[1])


def address_in(line):
    return next(word for word in line.split() if word.startswith("http"))


def test_the_first_start_says_where_it_is_open_and_answers(first):
    assert first.welcome.startswith("Coalition Desk is open at http://127.0.0.1:")
    with closing(HTTPConnection(urlsplit(address_in(first.welcome)).netloc)) as connection:
        connection.request("GET", "/")
        answer = connection.getresponse()
    assert answer.status in (200, 303)
    assert answer.getheader("Server") == "Coalition Desk"


def test_a_second_start_finds_the_first(first, instance, start, capsys):
    assert start(instance) == 0
    assert capsys.readouterr().out == (
        f"Coalition Desk is already open at {address_in(first.welcome)}\n"
    )


def test_the_first_start_makes_a_database_and_a_key_for_its_owner_only(first, instance):
    for name in ("coalition.db", "secret_key"):
        assert stat.S_IMODE((instance / name).stat().st_mode) == 0o600, name


def test_the_server_never_loads_weasyprint(first, loads):
    loaded = packages_in(loads.read_text())
    assert {"coalition_app", "waitress", "sqlite3"} <= loaded
    assert "weasyprint" not in loaded


def test_a_program_that_loads_weasyprint_is_noticed():
    told = "import time:       328 |        328 |   weasyprint.css.utils\nWatch out | for this\n"
    assert packages_in(told) == {"weasyprint"}


def packages_in(told: str) -> set[str]:
    """By what `-X importtime` says."""
    lines = [line for line in told.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_after_a_crash_it_starts_again_and_a_friendly_end_leaves_nothing_behind(first, instance):
    first.kill()
    first.wait()
    with running(serve, instance) as ending:
        assert serving.answering_address(Lock(instance), 30) not in (
            None,
            address_in(first.welcome),
        )
        assert (instance / "coalition.db-wal").exists()
        ending.terminate()
        ending.join(30)
        assert ending.exitcode == 0
    assert not (instance / "coalition.db-wal").exists()
    lock = Lock(instance)
    assert lock.acquire()
    lock.release()


def test_garbage_is_looked_for_once_all_is_loaded():
    gc.disable()
    serving.settle()
    assert gc.isenabled()


def test_a_host_that_is_not_here_is_named(start, tmp_path):
    assert start(tmp_path, HOST="no-such-host.invalid").startswith(
        "COALITION_HOST is “no-such-host"
    )


@pytest.mark.filterwarnings("ignore:unclosed|Exception ignored")  # waitress: the process ends
def test_a_port_that_another_program_has_is_named(start, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = start(tmp_path, PORT=port)
    assert refused.startswith(f"Port {port} cannot be used")
    assert "COALITION_PORT=" in refused
    gc.collect()
