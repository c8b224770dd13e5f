import multiprocessing
from time import sleep

import pytest

from coalition_app.storage.lock import Lock

HOW = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def hold(instance, told) -> None:
    lock = Lock(instance)
    told.send(lock.acquire())
    lock.announce("http://127.0.0.1:5597/")
    told.send("announced")
    sleep(60)


@pytest.fixture
def holder(tmp_path):
    """Another process that runs the program for this instance."""
    processes = multiprocessing.get_context(HOW)
    hearing, telling = processes.Pipe()
    process = processes.Process(target=hold, args=(tmp_path, telling))
    process.start()
    assert hearing.recv() is True
    assert hearing.recv() == "announced"
    yield process
    process.kill()
    process.join()


def test_one_program_runs_per_instance(holder, tmp_path):
    assert not Lock(tmp_path).acquire()


def test_the_second_learns_where_the_first_answers(holder, tmp_path):
    assert Lock(tmp_path).address_of_holder() == "http://127.0.0.1:5597/"


def test_the_lock_of_a_dead_process_is_taken_over(holder, tmp_path):
    holder.kill()
    holder.join()
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
