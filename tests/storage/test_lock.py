import subprocess
import sys

import pytest

from coalition_app.storage.lock import Lock

HOLDER = """
import sys
from pathlib import Path
from coalition_app.storage.lock import Lock
lock = Lock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
lock.announce("http://127.0.0.1:5597/")
print("announced", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """Another process that runs the program for this instance."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout.readline() == "True\n"
        assert process.stdout.readline() == "announced\n"
        yield process
        process.kill()


def test_one_program_runs_per_instance(holder, tmp_path):
    assert not Lock(tmp_path).acquire()


def test_the_second_learns_where_the_first_answers(holder, tmp_path):
    assert Lock(tmp_path).address_of_holder() == "http://127.0.0.1:5597/"


def test_the_lock_of_a_dead_process_is_taken_over(holder, tmp_path):
    holder.kill()
    holder.wait()
    lock = Lock(tmp_path)
    assert lock.acquire()
    assert lock.address_of_holder() is None
    lock.release()


def test_a_released_lock_is_free(tmp_path):
    first, second = Lock(tmp_path), Lock(tmp_path)
    assert first.acquire()
    first.release()
    assert second.acquire()
    second.release()
