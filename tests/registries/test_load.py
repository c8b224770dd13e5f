"""Both files load in the browser, as a job, and by `flask registry load FILE`, in plain words."""

import json
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import func, select

from coalition_app import settings, worker
from coalition_app.lib.registry_files import RegistryReader
from coalition_app.models import Job, RegistryEntry, RegistryFile, writing_registry
from coalition_app.registries.loaded import take_in
from coalition_app.web import jobs, uploads
from coalition_app.web.job_process import Processes
from tests.registries import harbor


@pytest.fixture
def load(app, db):
    def run(file):
        db.session.commit()
        return app.test_cli_runner().invoke(args=["registry", "load", str(file)])

    return run


@pytest.fixture
def send(organizer, work):
    """Sends a file in the browser and has it loaded; the page of its job."""

    def upload(file, name="list.csv"):
        organizer.get("/registries/files")
        token = organizer.csrf_token()
        with file.open("rb") as opened:
            page = organizer.open(
                "/registries/files",
                method="POST",
                data={"csrf_token": token, "file": (opened, name)},
            )
        work()
        return organizer.get(page.location)

    return upload


def entries() -> int:
    with writing_registry() as connection:
        return connection.scalar(select(func.count()).select_from(RegistryEntry))


def uploaded(app) -> list:
    folder = app.config["INSTANCE"] / "uploads"
    return list(folder.iterdir()) if folder.exists() else []


def test_the_command_says_what_it_loaded(load, tmp_path):
    result = load(harbor.file_in(tmp_path))
    assert result.exit_code == 0
    assert result.output == ("10 organizations of CT: 10 are new. Search them at Find new ones.\n")


def test_the_command_takes_union_reports_as_well(load, tmp_path):
    assert load(harbor.unions_in(tmp_path)).output.startswith(
        "6 unions, reports of 2025: 6 are new."
    )


def test_the_first_load_makes_the_registry_database(load, db, tmp_path):
    db.drop_all("registry")
    assert load(harbor.file_in(tmp_path)).exit_code == 0
    assert entries() == 10


def test_a_bad_file_is_refused_and_nothing_is_loaded(load, tmp_path):
    file = harbor.file_in(tmp_path)
    file.write_text(file.read_text("utf-8").replace("010000004", "O10000004"), "utf-8")
    result = load(file)
    assert result.exit_code == 1
    assert "Nothing was loaded. Line 5: \u201cO10000004\u201d in EIN." in result.output
    assert entries() == 0


def test_a_file_that_is_not_there_is_said_so(load, tmp_path):
    result = load(tmp_path / "eo_ct.csv")
    assert result.exit_code == 2
    assert "does not exist" in result.output


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        (0, "10 organizations of CT: nothing changed."),
        (1, "9 organizations of CT: 1 is gone."),
        (4, "6 organizations of CT: 4 are gone. That is many: was the file whole?"),
    ],
)
def test_a_newer_file_says_what_it_changed(app, tmp_path, left_out, words):
    harbor.load(harbor.file_in(tmp_path))
    file = harbor.file_in(tmp_path, leave_out=left_out)
    assert take_in(RegistryReader(file), harbor.NIGHT) == words


def test_a_file_sent_in_the_browser_is_loaded_as_a_job(app, send, tmp_path):
    page = send(harbor.unions_in(tmp_path), "C:\\fakepath\\lm_data.txt")
    assert "6 unions, reports of 2025: 6 are new." in page.text
    assert page.one("main #job a")["href"] == "/registries"
    assert "lm_data.txt" in page.title
    assert uploaded(app) == []


def test_a_bad_file_is_named_and_another_one_can_be_chosen(app, send, tmp_path):
    file = harbor.file_in(tmp_path)
    file.write_text(file.read_text("utf-8")[:-40], "utf-8")
    page = send(file)
    assert "Nothing was loaded. Line 11:" in page.text
    assert "Expected 28 values." in page.text
    assert page.one("main #job a")["href"] == "/registries/files"
    assert uploaded(app) == []


def test_without_a_file_it_asks_for_one(organizer):
    organizer.get("/registries/files")
    page = organizer.post("/registries/files", {})
    assert page.status == 422
    assert "Choose a file first." in page.text


def test_a_canceled_load_changes_nothing(app, organizer, work, tmp_path):
    harbor.load(harbor.file_in(tmp_path))
    name = "0123"
    folder = uploads.path_of(name).parent
    folder.mkdir(exist_ok=True)
    harbor.unions_in(folder).rename(uploads.path_of(name))
    job = jobs.start("registry", "Loading", file=name)
    job.ask_to_cancel()
    work()
    assert job.state == "canceled"
    assert entries() == 10
    assert uploaded(app) == []


def test_a_file_that_was_thrown_away_is_asked_for_again(app, work):
    job = jobs.start("registry", "Loading", file="gone")
    work()
    assert (job.state, job.words) == ("failed", "The file is not here any more.")


def test_only_this_route_takes_large_files_and_from_nobody_unknown(app):
    with app.test_request_context("/registries/files", method="POST") as context:
        context.session["_user_id"] = "1"
        assert context.request.max_content_length == 400 * settings.MEGABYTE
    with app.test_request_context("/registries/files", method="POST") as context:
        assert context.request.max_content_length == 8 * settings.MEGABYTE
    with app.test_request_context("/registries/listing", method="POST") as context:
        context.session["_user_id"] = "1"
        assert context.request.max_content_length == 8 * settings.MEGABYTE


@pytest.fixture
def loading(app, db, tmp_path) -> tuple[Path, dict, int]:
    """Where a process works, what it is told, and its job."""
    instance = app.config["INSTANCE"]
    (instance / "uploads").mkdir(exist_ok=True)
    harbor.file_in(tmp_path).rename(instance / "uploads" / "abc")
    job = jobs.start("registry", "Loading", file="abc").id
    db.session.commit()
    return instance, {name: app.config[name] for name in jobs.HANDED_OVER}, job


def test_a_process_of_its_own_does_what_one_that_is_gone_cannot(db, loading, capfd):
    """The very command that a server starts; its settings come through the pipe."""
    instance, given, job = loading
    processes = Processes()
    processes._ready = subprocess.Popen([sys.executable, "-S", "-c", ""], stdin=subprocess.PIPE)
    processes._ready.communicate()
    begun = processes.launch(instance, given, job)
    assert (begun.wait(30), capfd.readouterr().err) == (0, "")
    row = db.session.get(Job, job)
    assert (row.state, row.done_count) == ("done", 11)
    assert [file.entries_count for file in RegistryFile.loaded()] == [10]


def test_a_process_that_was_ready_does_it(db, loading):
    instance, given, job = loading
    processes = Processes()
    processes.make_ready(instance, given)
    ready = processes._ready
    processes.make_ready(instance, given)
    assert processes.launch(instance, given, job) is ready
    assert ready.wait(30) == 0
    assert db.session.get(Job, job).state == "done"


@pytest.mark.parametrize("said", ["", "\n"])
def test_one_that_waits_ends_with_the_server(db, loading, monkeypatch, said):
    instance, given, job = loading
    monkeypatch.setattr(os, "nice", lambda unkindness: unkindness)  # the tests have not ended
    monkeypatch.setattr(sys, "stdin", StringIO(f"{json.dumps(given)}\n{said}"))
    worker.main(str(instance))
    assert db.session.get(Job, job).state == "waiting"


def test_a_viewer_loads_nothing(viewer):
    assert viewer.get("/registries/files").status == 403
    assert viewer.post("/registries/files").status == 403
