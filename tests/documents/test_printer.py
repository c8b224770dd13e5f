"""The child process that prints: what it survives, and what it never does."""

import logging
import os
import select
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from coalition_app.documents.child import Child
from coalition_app.documents.printer import PaperUnavailable, Printer, PrintingFailed
from tests.documents import reading, samples

ROOT = Path(__file__).parents[2]
PAGE = '<html lang="en"><title>Hall</title><h1>Meet in the hall</h1>'
ENDLESS = PAGE + "<table>" + "<tr><td>a<td>b" * 30_000


def worker_of(printer: Printer) -> int:
    """Of the only one: another may be left of a longer run."""
    printer.renderers.rest()
    printer.warm()
    return child_of(printer).pid


def child_of(printer: Printer) -> Child:
    return printer.renderers.all[0].child


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def has_ended(process: int, within: float) -> bool:
    """Waits for a process that is not our child."""
    try:
        end = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    ended, _, _ = select.select([end], [], [], within)
    os.close(end)
    return bool(ended)


def test_a_page_comes_back_as_pdf(printer):
    assert reading.text(printer.pdf(PAGE)) == "Meet in the hall"


def test_one_worker_prints_page_after_page(printer):
    before = worker_of(printer)
    printer.pdf(PAGE)
    printer.pdf(PAGE)
    assert worker_of(printer) == before


def test_threads_take_turns_and_each_gets_its_own_page(printer):
    names = [f"Person {number}" for number in range(12)]
    with ThreadPoolExecutor(6) as threads:
        pages = threads.map(lambda name: printer.pdf(f"<title>-</title><p>{name}"), names)
        assert [reading.text(page) for page in pages] == names


def test_a_worker_that_was_killed_between_jobs_is_replaced_unnoticed(printer):
    killed = worker_of(printer)
    os.kill(killed, signal.SIGKILL)
    child_of(printer)._process.wait()
    assert printer.pdf(PAGE)
    assert worker_of(printer) != killed


def test_a_worker_killed_in_the_middle_fails_one_page_only(printer, caplog):
    with ThreadPoolExecutor(1) as threads:
        worker_of(printer)
        printer.pdf(PAGE)
        before = child_of(printer).jobs
        page = threads.submit(printer.pdf, ENDLESS)
        while child_of(printer).jobs == before:
            assert not page.done()
        os.kill(child_of(printer).pid, signal.SIGKILL)
        with pytest.raises(PrintingFailed, match="could not be printed"):
            page.result()
        assert printer.pdf(PAGE)
    assert "ended in the middle" in caplog.text


def test_a_page_that_takes_too_long_is_stopped_and_the_next_one_prints(printer, monkeypatch):
    printer.pdf(PAGE)
    with monkeypatch.context() as impatient:
        impatient.setattr(printer, "seconds", 0.2)
        with pytest.raises(PrintingFailed, match=r"longer than .* seconds"):
            printer.pdf(ENDLESS)
    assert printer.pdf(PAGE)


def test_who_waits_too_long_is_told_that_the_printer_is_busy():
    printer = Printer(seconds=0.1)
    with (
        printer.renderers.turn(0, in_a_hurry=True),
        pytest.raises(PrintingFailed, match="busy"),
    ):
        printer.pdf(PAGE)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of memory")
def test_a_page_that_wants_too_much_memory_fails_alone():
    with closing(Printer(mebibytes=240)) as printer:
        printer.pdf(PAGE)
        with pytest.raises(PrintingFailed):
            printer.pdf(PAGE + "x" * 60_000_000)
        assert printer.pdf(PAGE)


def test_the_worker_is_replaced_after_its_share_of_jobs():
    with closing(Printer(jobs=2)) as printer:
        first = worker_of(printer)
        printer.pdf(PAGE)
        assert worker_of(printer) == first
        printer.pdf(PAGE)
        assert worker_of(printer) != first


def test_words_that_utf_8_cannot_say_are_replaced(printer):
    assert "Hall ?" in reading.text(printer.pdf("<title>-</title><p>Hall \udcff"))


def test_warming_up_does_not_make_anybody_wait_for_a_job():
    with closing(Printer()) as printer, printer.renderers.turn(0, in_a_hurry=True):
        printer.warm()
        assert child_of(printer) is None


def test_closing_ends_the_worker():
    printer = Printer()
    worker = worker_of(printer)
    printer.close()
    assert not is_running(worker)


def test_a_forgotten_printer_takes_its_worker_along():
    printer = Printer()
    worker = worker_of(printer)
    del printer
    assert not is_running(worker)


# As much of the program as starts a worker: all of it takes a second to load.
SERVER = f"""
import os, sys, types
sys.modules["coalition_app"] = types.ModuleType("coalition_app")
sys.modules["coalition_app"].__path__ = ["coalition_app"]
from coalition_app.documents.child import Child
child = Child(1024, 30)
child.pdf({PAGE!r}, 30)
print(child.pid, flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="waits for another's process")
def test_the_worker_ends_when_the_server_is_killed():
    server = subprocess.run([sys.executable, "-c", SERVER], cwd=ROOT, stdout=subprocess.PIPE)
    worker = int(server.stdout)
    assert has_ended(worker, within=10)


def test_a_machine_without_the_libraries_names_the_one_command(
    new_process, tmp_path, monkeypatch, caplog
):
    lacking = tmp_path / "weasyprint"
    lacking.mkdir()
    (lacking / "__init__.py").write_text("raise OSError('cannot load libpango-1.0')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with closing(Printer()) as printer:
        with pytest.raises(PaperUnavailable, match=r"Run this once: .*pango"):
            printer.pdf(PAGE)
        monkeypatch.delenv("PYTHONPATH")
        assert printer.pdf(PAGE), "once the command was run, no restart is needed"
    assert "libpango" in caplog.text


def test_a_broken_job_is_logged_with_its_reason(printer, caplog):
    with caplog.at_level(logging.ERROR), pytest.raises(PrintingFailed):
        printer.pdf("<b>" * 500)
    assert "Traceback" in caplog.text
    assert printer.pdf(PAGE)


def test_our_own_styles_and_pages_give_the_renderer_nothing_to_complain_of(
    paper, new_process, remembering, capfd
):
    with closing(Printer()) as printer:
        packet = printer.pdf(samples.packet_sheet().html())
        printer.pdf(samples.letter_sheet().html())
    assert capfd.readouterr().err == ""
    forked = remembering.pdf(samples.packet_sheet().html())
    assert packet == forked, "what tests look at is what users get"
