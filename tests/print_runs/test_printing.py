"""A run is printed once, whole and in order, whatever happens in the middle."""

import errno
import os
from contextlib import contextmanager

from sqlalchemy import event, select

from coalition_app.documents.printer import PrintingFailed
from coalition_app.documents.run_folder import RunFolder
from coalition_app.models import Letter, Merging, PrintRun
from coalition_app.web import clock, jobs
from tests import world
from tests.documents import reading
from tests.print_runs.conftest import BY_ZIP, state

IN_ORDER = ["Ana Silva", "Ben Ortiz", "Cora Lee"]


class Killed(BaseException):
    """Nobody catches it, as nobody catches a kill."""


def names_in(pdf: bytes) -> list[str]:
    """Whom each page greets."""
    return [words.partition("Dear ")[2].partition(":")[0] for words in reading.pages(pdf)]


def names(db, run: PrintRun) -> list[str]:
    query = select(Letter).where(Letter.print_run_id == run.id).order_by(Letter.place_in_run)
    return [letter.addressee for letter in db.session.scalars(query)]


def test_all_letters_are_in_one_file_in_the_order_asked_for(db, run, folder, print_all):
    job = print_all(run)
    assert (job.state, job.words) == ("done", "5 letters on 5 pages are ready to print.")
    assert names_in(folder.whole()) == BY_ZIP
    assert names(db, run) == BY_ZIP
    assert [letter.place_in_run for letter in run.letters] == [0, 1, 2, 3, 4]
    assert not any(letter.is_sent for letter in run.letters)


def test_printed_twice_nothing_is_double(db, run, folder, print_all, organizer):
    print_all(run)
    before = folder.whole()
    organizer.post(f"/print-runs/{run.id}/making")
    assert db.session.get(PrintRun, run.id, populate_existing=True).job.done_count == 0
    print_all(run)
    assert names(db, run) == BY_ZIP
    assert names_in(folder.whole()) == names_in(before)


def test_pressed_twice_it_is_one_job(db, run, organizer, work, printing):
    organizer.post(f"/print-runs/{run.id}/making")
    first = db.session.get(PrintRun, run.id).job_id
    organizer.post(f"/print-runs/{run.id}/making")
    assert db.session.get(PrintRun, run.id).job_id == first
    work()
    assert names(db, run) == BY_ZIP


@contextmanager
def killed_at(step: int, db, monkeypatch):
    """Kills before this commit, or before or after this write to disk, counted together."""
    to_go, replace = iter([False] * step + [True]), os.replace

    def count(*_given) -> None:
        if next(to_go, False):
            raise Killed

    def replacing(*given) -> None:
        count()
        replace(*given)
        count()

    event.listen(db.session, "before_commit", count)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", replacing)
        yield
    event.remove(db.session, "before_commit", count)


def test_killed_at_any_step_and_continued_none_is_missing_or_double(
    db, organizations, app, organizer, work, printing, monkeypatch, clock
):
    """Three letters, two portions; a run for each step, until one gets through."""
    ids, whole = [each.id for each in organizations[:3]], set()
    for step in range(100):
        run = PrintRun.planned("organizations", ids, "3 organizations", clock.now)
        db.session.commit()
        is_killed = killed_once(step, run, db, organizer, work, monkeypatch)
        if is_killed:
            assert run.counts()[1] == 0
            clock.forward(minutes=1)  # what never began is given up after a moment
            organizer.post(f"/print-runs/{run.id}/making")
            work()
        assert names(db, run) == IN_ORDER
        folder = RunFolder(app.config["INSTANCE"], run.id)
        assert list(folder.path.glob(".*")) == []
        assert list(folder.pages()) == [letter.id for letter in run.letters]
        whole.add(folder.whole())
        if not is_killed:
            break
    assert step > 12
    (same,) = whole
    assert names_in(same) == IN_ORDER


def killed_once(step: int, run: PrintRun, db, organizer, work, monkeypatch) -> bool:
    organizer.post(f"/print-runs/{run.id}/making")
    try:
        with killed_at(step, db, monkeypatch):
            work()
    except Killed:
        db.session.rollback()
        return True
    return False


def test_a_full_disk_says_so_and_marks_nothing(db, run, folder, print_all, monkeypatch):
    def full(_descriptor) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        job = print_all(run)
    assert job.state == "failed"
    assert "The disk is full" in job.words
    assert not folder.is_whole
    assert list(folder.path.iterdir()) == []
    assert print_all(run).state == "done"
    assert names_in(folder.whole()) == BY_ZIP


def test_a_canceled_run_goes_on_where_it_was(db, run, folder, organizer, work, printing):
    organizer.post(f"/print-runs/{run.id}/making")
    run = db.session.get(PrintRun, run.id)
    run.job.ask_to_cancel()
    work()
    db.session.expire_all()
    assert state(run) == "canceled"
    organizer.post(f"/print-runs/{run.id}/making")
    work()
    assert names_in(folder.whole()) == BY_ZIP
    assert names(db, run) == BY_ZIP


def test_a_changed_letter_is_printed_anew(db, run, folder, print_all):
    print_all(run)
    run.letters[1].body = "Another text."
    db.session.commit()
    print_all(run)
    assert "Another text." in reading.text(folder.whole(), 1)
    assert names_in(folder.whole()) == BY_ZIP


def test_a_letter_thrown_away_stays_away(db, run, folder, print_all):
    print_all(run)
    db.session.delete(run.letters[0])
    db.session.commit()
    print_all(run)
    assert names_in(folder.whole()) == BY_ZIP[1:]


def merge(into, gone) -> None:
    Merging(into, gone).finish({}, clock.today())


def test_a_letter_follows_a_recipient_who_was_merged_meanwhile(
    db, run, organizations, organizer, work, printing
):
    """One became another that is not in the run; one, with its contact, another that is."""
    organizer.post(f"/print-runs/{run.id}/making")
    anchor, bay, _, dockside, _ = map(db.session.merge, organizations)
    merge(world.listed("Fair Haven Tenants"), anchor)
    merge(dockside.primary_contact, bay.primary_contact)
    merge(dockside, bay)
    db.session.commit()
    work()
    letters = db.session.get(PrintRun, run.id).letters
    assert [letter.addressee for letter in letters] == ["Dan Moss", "Eve Stone", *BY_ZIP[3:]]
    assert letters[-1].organization.name == "Fair Haven Tenants"


def test_while_one_run_prints_another_waits(db, run, organizer, printing):
    lock = jobs.lock_of("print_run")
    assert lock.acquire()
    organizer.post(f"/print-runs/{run.id}/making")
    page = organizer.get(f"/print-runs/{run.id}")
    lock.release()
    assert "Another run is being printed; this one begins when it is done." in page.text
    assert "It begins in a moment." in organizer.get(f"/print-runs/{run.id}").text


class FailingPrinter:
    """Cannot print Cora's letter, nor any other together with hers."""

    def warm(self) -> None:
        pass

    def portions(self, batches, *, tagged):
        for _ in batches:
            raise PrintingFailed("Shorten its texts.")
        yield

    def pdf(self, html: str) -> bytes:
        if "Dear Cora" in html:
            raise PrintingFailed("Shorten its texts.")
        return b""


def test_the_letter_that_cannot_be_printed_is_named(db, run, app, print_all, monkeypatch):
    run.sorting = "name"
    run.choose(ids=run.ids[2:])
    monkeypatch.setitem(app.extensions, "printer", FailingPrinter())
    job = print_all(run)
    assert job.state == "failed"
    assert job.words == "The letter to Cora Lee: Shorten its texts."


def test_the_paper_of_what_went_days_ago_is_thrown_away(
    db, run, folder, print_all, organizer, clock
):
    print_all(run)
    organizer.post(f"/print-runs/{run.id}/sending", {"sent_on": "3/14/2026"})
    clock.forward(days=2)
    other = PrintRun.planned("organizations", run.ids[:1], "another", clock.now)
    print_all(other)
    assert not folder.path.exists()
    assert all(letter.paper for letter in run.letters)


def test_a_machine_that_was_busy_for_a_while_is_tried_again(
    db, run, folder, app, print_all, renderers, monkeypatch
):
    """The first time a portion takes too long; each of its letters alone is well."""
    too_long = [True]

    class Busy(type(renderers)):
        def portions(self, batches, *, tagged):
            for portion in super().portions(batches, tagged=tagged):
                yield portion
                if too_long and too_long.pop():
                    raise PrintingFailed("This page took longer than 30 seconds.")

    monkeypatch.setitem(app.extensions, "printer", Busy(renderers.printer))
    assert print_all(run).state == "done"
    assert names_in(folder.whole()) == BY_ZIP
