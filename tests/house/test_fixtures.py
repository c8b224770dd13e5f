"""The fixtures do what every other test relies on."""

import pytest
from sqlalchemy import func, select

from coalition_app.models import Local, Person
from tests import world
from tests.keeping import kept


def test_what_one_test_leaves_behind(db):
    db.session.add(Person(name="Left Behind"))
    db.session.commit()
    assert db.session.scalar(select(func.count(Person.id))) == 1


def test_the_next_one_does_not_find(db):
    assert db.session.scalar(select(func.count(Person.id))) == 0


def test_the_clock_stands_still_until_it_is_moved(clock):
    assert f"{clock():%a %Y-%m-%d %H:%M %Z}" == "Sat 2026-03-14 14:00 UTC"
    clock.move_to("2026-01-19 17:30")
    assert f"{clock():%H:%M}" == "22:30"
    clock.forward(days=2)
    assert clock.today.isoformat() == "2026-01-21"


def test_a_request_sees_what_the_test_has_not_yet_committed(organizer, db, local):
    local.number = "777"
    organizer.get("/nowhere-at-all")
    assert "Local 777" in organizer.last.html
    assert db.session.scalar(select(Local)).number == "777"


@kept
def two(db):
    return [world.ours("Ana Ruiz"), world.listed("Harbor League")]


@pytest.fixture
def stranger_to_them(db) -> Person:
    return world.ours("Rosa Díaz")


@pytest.mark.parametrize("time", ["first", "second"])
def test_what_is_kept_is_there_again_as_it_was(two, db, time):
    ana, league = two
    assert (ana.name, league.name) == ("Ana Ruiz", "Harbor League")
    assert db.session.scalar(select(func.count(Person.id))) == 1
    ana.name = "Changed"
    db.session.commit()


def test_what_was_written_before_stays_beside_what_is_kept(stranger_to_them, two):
    assert stranger_to_them.name == "Rosa Díaz"
    assert two[0].name == "Ana Ruiz"
