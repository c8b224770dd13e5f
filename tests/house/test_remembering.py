"""An answer is taken from memory where all is as it was when it was given, and nowhere else."""

import sqlite3

import pytest

from coalition_app.extensions import db
from tests import world


@pytest.fixture
def opened(organizer, blank, local):
    """The answer to a test, which is given to another one that knows these names."""
    cookies = dict(organizer._cookies)

    def opened(*names: str, path: str = "/people"):
        blank.memory.serve(names)
        organizer._cookies = dict(cookies)
        return organizer.get(path).response

    return opened


def test_the_same_is_answered_once(opened, organizer):
    first = opened()
    after = dict(organizer._cookies)
    assert opened() is first
    assert organizer._cookies == after
    assert opened(path="/people?q=Nobody") is not first


def test_within_a_test_each_is_answered_anew(opened, organizer):
    first = opened()
    assert organizer.get("/people").response is not first
    assert organizer.get("/people").response is not organizer.get("/people").response


def test_a_test_that_changes_the_program_or_listens_is_answered_itself(opened):
    first = opened()
    for name in ("monkeypatch", "caplog", "capsys", "counted", "live"):
        assert opened("app", name) is not first


def test_other_rows_are_answered_anew(opened, blank):
    held = blank.writings.now()
    first = opened()
    world.ours("Ana Torres")
    db.session.rollback()
    taken_back = blank.writings.now()
    assert opened() is not first
    blank.writings.begin(held)
    world.ours("Ana Torres")
    db.session.commit()
    assert blank.writings.now() not in (held, taken_back)
    assert "Ana Torres" in opened().text


def test_an_answer_that_wrote_is_not_kept(blank, local):
    matters = blank.memory.all_that_matters({}, now=None, request={})
    world.ours("Ana Torres")
    db.session.commit()
    blank.memory.keep(matters, "a page", {})
    blank.memory.serve(())
    assert blank.memory.recall(matters) is None


def test_what_is_written_past_the_program_is_noticed(opened):
    first = opened()
    with sqlite3.connect(db.engine.url.database) as database:
        database.execute("UPDATE local SET name = 'Another'")
    database.close()
    assert opened() is not first


def test_another_time_file_or_visitor_is_answered_anew(opened, clock, app, viewer, blank):
    first = opened()
    clock.forward(minutes=1)
    second = opened()
    (app.config["INSTANCE"] / "logo.txt").write_text("Hall")
    third = opened()
    blank.memory.serve(())
    assert len({id(first), id(second), id(third), id(viewer.get("/people").response)}) == 4
    (app.config["INSTANCE"] / "logo.txt").unlink()
