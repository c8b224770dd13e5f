"""The page of a job: a bar while it runs, plain words and what to do when it ended."""

import pytest

from coalition_app.models import Job
from coalition_app.web import clock, jobs


@pytest.fixture
def make(db, app):
    """A job of the kind that loads registries, in any state."""

    def make_one(**given) -> Job:
        job = Job(kind="registry", title="Loading eo_ct.csv", made_at=clock.now(), **given)
        db.session.add(job)
        db.session.commit()
        return job

    return make_one


@pytest.fixture
def somebody_works(app):
    lock = jobs.lock_of("registry")
    assert lock.acquire()
    yield
    lock.release()


def test_a_running_one_shows_how_far_it_is_and_looks_again(organizer, make, somebody_works):
    job = make(state="running", words="Reading the file", done_count=1200, total_count=2400)
    page = organizer.get(f"/jobs/{job.id}")
    bar = page.one("progress")
    assert (bar["value"], bar["max"]) == ("1200", "2400")
    assert "1,200 of 2,400" in page.text
    assert page.one("#job")["hx-get"] == f"/jobs/{job.id}"
    region = organizer.get(f"/jobs/{job.id}", htmx="section#job")
    assert region.has("#job progress")
    assert not region.has("h1")


def test_one_that_is_done_says_so_and_leads_on(organizer, make):
    result = '{"url": "/people", "link": "Look at them"}'
    page = organizer.get(f"/jobs/{make(state='done', words='40 people.', result=result).id}")
    assert "40 people." in page.text
    assert page.one("#job a").text == "Look at them"
    assert not page.one("#job").get("hx-get")


def test_a_cancel_is_passed_on_to_its_process(organizer, make, somebody_works):
    job = make(state="running")
    page = organizer.get(f"/jobs/{job.id}").submit("Cancel")
    assert job.is_canceling
    assert "Stopping." in page.text


def test_a_waiting_one_is_canceled_at_once(organizer, make):
    job = make()
    assert "Canceled." in organizer.get(f"/jobs/{job.id}").submit("Cancel").text
    assert job.state == "canceled"


def test_one_whose_process_is_gone_is_started_again(organizer, make, blank):
    job = make(state="running", done_count=3, total_count=9, words="Reading the file")
    page = organizer.get(f"/jobs/{job.id}")
    assert "It stopped in the middle" in page.text
    assert "Nothing of the file was taken in" in page.text
    page.submit("Start again")
    assert job.state == "waiting"
    assert blank.launched[-1] == job.id


def test_one_that_runs_is_not_started_twice(organizer, make, somebody_works, blank):
    blank.launched.clear()
    job = make(state="running")
    organizer.post(f"/jobs/{job.id}/continuing")
    assert job.state == "running"
    assert not blank.launched


def test_one_that_is_over_is_not_canceled(organizer, make):
    job = make(state="done", words="40 people.")
    organizer.post(f"/jobs/{job.id}/canceling")
    assert (job.state, job.words) == ("done", "40 people.")


def test_a_viewer_has_no_jobs(viewer, make):
    assert viewer.get(f"/jobs/{make().id}").status == 403
    assert viewer.get("/jobs/999").status == 403
