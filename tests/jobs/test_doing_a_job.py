"""A job is done in portions; it says how far it is, notices a cancel, and ends in plain words."""

from contextlib import contextmanager
from datetime import timedelta

import pytest

from coalition_app.models import Import, Job, Resource
from coalition_app.web import clock, jobs, progress


@pytest.fixture
def kinds(app):
    """Kinds of work that a test invents."""
    known = dict(app.extensions["jobs"])
    yield app.extensions["jobs"]
    app.extensions["jobs"].clear()
    app.extensions["jobs"].update(known)


@pytest.fixture
def do(app, db, kinds, work):
    """Starts the function as a job, does it, and gives its row."""

    def run(function, **given) -> Job:
        kinds["count"] = jobs.Work(function, stopped="Half of it is there.", again="Continue")
        job = jobs.start("count", "Counting", **given)
        work()
        return db.session.get(Job, job.id, populate_existing=True)

    return run


@contextmanager
def somebody_works_on(kind: str):
    lock = jobs.lock_of(kind)
    assert lock.acquire()
    yield
    lock.release()


def resources(db) -> list[str]:
    return [resource.name for resource in db.session.query(Resource)]


def test_it_ends_with_what_came_of_it(do):
    job = do(lambda running: jobs.Outcome("Counted to 3.", url="/people", kept={"last": 3}))
    assert (job.state, job.words) == ("done", "Counted to 3.")
    assert job.result_values == {"url": "/people", "link": "Look at it", "last": 3}
    assert job.ended_at == clock.now()


def test_it_gets_what_it_was_started_with(do):
    job = do(lambda running: jobs.Outcome(f"To {running.given['last']}."), last=12)
    assert job.words == "To 12."


def test_a_portion_is_saved_together_with_how_far_it_is(do, db):
    def half(running):
        running.begin(2)
        db.session.add(Resource(name="first portion"))
        running.report(1, "Half of it")
        db.session.add(Resource(name="second portion"))
        db.session.flush()
        raise jobs.Failed("Line 2: what is that?", url="/people", link="Choose another file")

    job = do(half)
    assert (job.state, job.words) == ("failed", "Line 2: what is that?")
    assert (job.done_count, job.total_count) == (1, 2)
    assert resources(db) == ["first portion"]
    assert not jobs.can_start_again(job)


def test_without_a_portion_it_tells_some_times_a_second_only(do, db):
    told = []

    def count(running):
        running.begin(1000)
        for number in range(1000):
            running.report(number)
        told.append(db.session.get(Job, running.id).done_count)
        return jobs.Outcome("Counted.")

    job = do(count)
    assert told == [0]
    assert job.done_count == 1000


def test_what_it_tells_is_shown_at_once_and_changes_nothing_in_the_database(do, db, monkeypatch):
    monkeypatch.setattr(jobs, "BETWEEN_WORDS", 0)
    seen = []

    def telling(running):
        running.begin(10, "Printing")
        running.tell(4, "Binding")
        job = db.session.get(Job, running.id)
        shown = jobs.shown(job)
        seen.append((shown.done, shown.words, job.done_count, job.words))
        return jobs.Outcome("Printed.")

    job = do(telling)
    assert seen == [(4, "Binding", 0, "Printing")]
    assert (jobs.shown(job).done, jobs.shown(job).words) == (10, "Printed.")


def test_a_cancel_is_noticed_when_it_tells_something(do, db, monkeypatch):
    monkeypatch.setattr(jobs, "BETWEEN_WORDS", 0)

    def canceled_in_the_middle(running):
        running.begin(2)
        db.session.get(Job, running.id).ask_to_cancel()
        db.session.commit()
        running.tell(1)
        raise AssertionError("went on")

    assert do(canceled_in_the_middle).state == "canceled"


def test_what_is_half_told_or_of_another_job_is_not_shown(app):
    instance = app.config["INSTANCE"]
    progress.tell(instance, "count", progress.Progress(7, 4, "Łódź"))
    assert progress.told(instance, "count", 7) == (7, 4, "Łódź")
    assert progress.told(instance, "count", 8) is None
    (instance / "job-count.progress").write_text('[7, 4, "Ł')
    assert progress.told(instance, "count", 7) is None


def test_a_cancel_is_noticed_at_the_next_portion(do, db):
    def canceled_in_the_middle(running):
        running.begin(2)
        db.session.get(Job, running.id).ask_to_cancel()
        running.report(1)
        raise AssertionError("went on")

    job = do(canceled_in_the_middle)
    assert (job.state, job.words) == ("canceled", "Canceled.")


def test_what_breaks_says_so_and_may_be_tried_again(do, db, caplog):
    def breaking(running):
        db.session.add(Resource(name="never saved"))
        db.session.flush()
        return 1 / 0

    job = do(breaking)
    assert job.state == "failed"
    assert "broke on our side" in job.words
    assert "ZeroDivisionError" in caplog.text
    assert resources(db) == []
    assert jobs.can_start_again(job)


def test_one_that_was_canceled_before_its_turn_is_never_done(db, kinds, work):
    kinds["count"] = jobs.Work(lambda running: 1 / 0, stopped="")
    job = jobs.start("count", "Counting")
    job.cancel("Canceled.", clock.now())
    work()
    assert job.state == "canceled"


def test_a_record_has_its_job_before_that_begins(app, db, kinds, monkeypatch):
    file = Import(file_name="list.csv", made_at=clock.now())
    db.session.add(file)
    stored = []

    def look(id_: int) -> None:
        db.session.rollback()
        stored.append(db.session.get(Import, file.id).job_id == id_)

    monkeypatch.setitem(app.config, "LAUNCH", look)
    jobs.start("count", "Counting", file)
    assert stored == [True]


def test_it_goes_on_where_it_was(db, kinds, work):
    seen = []
    kinds["count"] = jobs.Work(
        lambda running: seen.append(running.done) or jobs.Outcome("Done."), stopped=""
    )
    job = jobs.start("count", "Counting")
    job.progress(40, 100, "Counting", clock.now())
    work()
    assert seen == [40]


def test_a_running_job_without_a_process_has_stopped(db, app):
    job = Job(kind="count", title="Counting", made_at=clock.now())
    job.take(1, clock.now())
    with somebody_works_on("count"):
        assert jobs.state_of(job) == "running"
    assert jobs.state_of(job) == "stopped"


def test_a_waiting_job_has_a_moment_to_begin(db, app):
    job = Job(kind="count", title="Counting", made_at=clock.now(), state="waiting")
    assert jobs.state_of(job) == "waiting"
    job.made_at -= timedelta(minutes=1)
    assert jobs.state_of(job) == "stopped"


def test_what_another_process_left_behind_ends_when_the_next_one_begins(do, db):
    left = Job(kind="count", title="Left", made_at=clock.now(), state="running")
    db.session.add(left)
    do(lambda running: jobs.Outcome("Done."))
    assert left.state == "failed"
    assert jobs.can_start_again(left)


def test_a_page_of_the_slice_shows_what_is_unfinished(app, kinds):
    kinds["count"] = jobs.Work(lambda running: jobs.Outcome("Done."), stopped="Half of it.")
    assert jobs.unfinished("count") is None
    job = jobs.start("count", "Counting")
    assert jobs.unfinished("count").title == "Counting"
    job.fail("No.", {}, clock.now())
    assert jobs.unfinished("count") is None
