import pytest

from coalition_app.models import Person, Tie
from tests import world


@pytest.fixture
def elena(db):
    return world.theirs(world.started())


@pytest.fixture
def rosa(db):
    return world.ours("Rosa Díaz")


def tie(client, person, **typed):
    client.get(f"/people/{person.id}")
    return client.submit("Add tie", **typed)


def test_a_tie_takes_one_line(db, organizer, rosa, elena):
    page = tie(organizer, rosa, kind="sibling", other_name="elena diaz", is_close=True)
    assert "Rosa Díaz, sibling of Elena Díaz: noted." in page.text
    made = db.session.scalars(db.select(Tie)).one()
    assert (made.person_id, made.other_id) == (rosa.id, elena.id)
    assert (made.kind, made.is_close, made.told_by_id) == ("sibling", True, None)


def test_who_told_us_is_kept(db, organizer, rosa, elena):
    tie(organizer, elena, kind="coworker", other_name="Rosa Díaz", told_by_name="Rosa Diaz")
    assert db.session.scalars(db.select(Tie)).one().told_by_id == rosa.id


def test_a_new_name_becomes_a_person(db, organizer, rosa):
    tie(organizer, rosa, kind="neighbor", other_name="Bo Li")
    assert db.session.scalars(Person.named("Bo Li")).one().is_ours is False


def test_a_second_tie_of_two_people_changes_the_first(db, organizer, rosa, elena):
    world.tie(rosa, elena, "sibling")
    tie(organizer, elena, kind="parent", other_name="Rosa Díaz")
    made = db.session.scalars(db.select(Tie)).one()
    assert made.seen_from(db.session.get(Person, elena.id))[0] == "parent"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"other_name": ""}, "other_name"),
        ({"other_name": "Rosa Díaz"}, "other_name"),
        ({"other_name": "Bo Li", "told_by_name": "Nobody Known"}, "told_by_name"),
    ],
)
def test_a_tie_that_cannot_be_is_kept_and_named(db, organizer, rosa, typed, field):
    page = tie(organizer, rosa, kind="neighbor", **typed)
    assert page.status == 422
    assert page.one(f"#{field}-error").text
    assert page.one(f"#{field}")["value"] == typed[field]
    assert page.one("#kind [selected]")["value"] == "neighbor"
    assert db.session.scalars(db.select(Tie)).first() is None


def test_two_of_one_name_are_not_guessed_at(organizer, rosa, elena):
    world.add(Person(name="Elena Díaz"))
    page = tie(organizer, rosa, other_name="Elena Díaz")
    assert "Two people are named Elena Díaz." in page.text


def test_a_tie_is_removed(db, organizer, rosa, elena):
    world.tie(rosa, elena)
    organizer.get(f"/people/{rosa.id}")
    page = organizer.submit("Remove it")
    assert "The tie of Rosa Díaz and Elena Díaz is removed." in page.text
    assert db.session.scalars(db.select(Tie)).first() is None


@pytest.mark.parametrize(
    "path",
    [
        "/people/{}/ties",
        "/people/ties/{}/removal",
    ],
)
def test_acts_are_for_organizers_and_known_records(viewer, organizer, elena, path):
    assert viewer.post(path.format(1)).status == 403
    assert organizer.post(path.format(999)).status == 404
