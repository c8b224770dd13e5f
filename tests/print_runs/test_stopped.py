"""A run that stopped in the middle is not forgotten: Letters and Today say so."""

import pytest

from coalition_app.models import Job, PrintRun
from coalition_app.web import clock, jobs, progress


@pytest.fixture
def begun(app, db, run) -> PrintRun:
    """Its process is gone after two of five letters, as it told in its file."""
    values = {"state": "running", "done_count": 2, "total_count": 5, "made_at": clock.now()}
    given = f'{{"run_id": {run.id}}}'
    run.job = Job(kind="print_run", title=run.heading, given=given, **values)
    run.choose(recipients=[], dated_on="2026-03-14")
    db.session.commit()
    progress.tell(app.config["INSTANCE"], "print_run", progress.Progress(run.job_id, 2, ""))
    return run


def test_the_letters_say_how_far_it_came_and_go_on(organizer, db, begun):
    page = organizer.get("/letters")
    row = page.one("section[aria-labelledby=runs] li")
    assert "stopped in the middle" in row.text
    assert "2 of 5 letters printed." in row.text
    page = organizer.submit("Go on")
    assert page.path == f"/print-runs/{begun.id}"
    assert db.session.get(Job, begun.job_id).state == "waiting"


def test_today_says_it_until_it_is_printed(organizer, db, begun):
    row = organizer.get("/").one(f"#run-{begun.id}")
    assert row.text.startswith("Go on printing: first letter to 5 organizations")
    assert row.one("a")["href"] == f"/print-runs/{begun.id}"
    db.session.get(Job, begun.job_id).state = "done"
    db.session.commit()
    assert not organizer.get("/").has(f"#run-{begun.id}")


@pytest.mark.parametrize(
    ("state", "words"), [("failed", "The disk is full."), ("canceled", "2 of 5 letters printed.")]
)
def test_one_that_failed_or_was_stopped_by_hand_can_go_on_as_well(organizer, begun, state, words):
    """Its row knows no more than how far it was when it began."""
    begun.job.state, begun.job.words, begun.job.done_count = state, "The disk is full.", 0
    page = organizer.get("/letters")
    assert words in page.one("section[aria-labelledby=runs] li").text
    assert page.has("section[aria-labelledby=runs] button")


def test_while_it_is_printed_nothing_stopped(organizer, begun):
    lock = jobs.lock_of("print_run")
    assert lock.acquire()
    page, today = organizer.get("/letters"), organizer.get("/")
    lock.release()
    assert "It is being printed." in page.one("section[aria-labelledby=runs] li").text
    assert not page.has("section[aria-labelledby=runs] button")
    assert not today.has(f"#run-{begun.id}")
