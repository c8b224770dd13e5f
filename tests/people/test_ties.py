"""A tie in one line, from either side."""

import pytest

from coalition_app.models import Forgetting, Person, Tie
from tests import world


@pytest.fixture
def elena(db):
    return world.theirs(world.started())


@pytest.fixture
def rosa(db):
    return world.ours("Rosa Díaz")


def ties(db):
    found = db.session.scalars(db.select(Tie).order_by(Tie.id))
    return [(tie.person.name, tie.kind, tie.other.name, tie.is_close) for tie in found]


def test_a_line_on_a_persons_page_is_noted_and_the_next_may_follow(db, organizer, rosa, elena):
    organizer.get(f"/people/{rosa.id}")
    page = organizer.submit("Add what you typed", tie="sister Elena Díaz, close, Dori told us")
    assert page.path == f"/people/{rosa.id}?telling=yes"
    assert "Elena Díaz is a sibling of Rosa Díaz: noted." in page.text
    assert "Dori James told us" in page.one("#ties").text
    assert page.one("#tie").has("autofocus") is True
    assert ties(db) == [("Elena Díaz", "sibling", "Rosa Díaz", True)]


def test_a_line_on_an_organizations_page_names_both(db, organizer, rosa, elena):
    league = elena.affiliations[0].organization_id
    organizer.get(f"/organizations/{league}")
    page = organizer.submit("Add what you typed", tie="Rosa Díaz works with Bo Li, treasurer")
    assert page.path == f"/organizations/{league}?telling=yes"
    assert "New among the people: Bo Li." in page.text
    assert "Rosa Díaz coworker of Bo Li treasurer" in page.one("#ways").text


def test_two_enters_make_nobody_twice(db, organizer, rosa):
    page = organizer.get(f"/people/{rosa.id}")
    for _ in range(2):
        page.submit("Add what you typed", tie="neighbor Bo Li", follow=False)
    assert len(db.session.scalars(Person.named("Bo Li")).all()) == len(ties(db)) == 1


def test_which_of_several_is_asked_and_nothing_typed_is_lost(db, organizer, rosa, elena):
    other = world.add(Person(name="Elena Diaz", city="Mill River"))
    organizer.get(f"/people/{rosa.id}")
    page = organizer.submit("Add what you typed", tie="sister Elena Díaz")
    assert page.status == 422
    assert page.one("#tie")["value"] == "sister Elena Díaz"
    assert "Elena Diaz · Mill River" in page.one("#who-1").text
    assert ties(db) == []
    assert page.one("#who-1").has("autofocus")
    page.submit("Add whom you chose", {"who elena diaz": str(other.id)})
    assert ties(db) == [("Elena Diaz", "sibling", "Rosa Díaz", False)]


@pytest.mark.parametrize("typed", ["", "sister of", "x" * 100_000, "sister Al, told by Nobody"])
def test_what_is_not_understood_says_what_to_type(db, organizer, rosa, typed):
    organizer.get(f"/people/{rosa.id}")
    page = organizer.submit("Add what you typed", tie=typed)
    assert page.status == 422
    assert page.one("#tie-error").text
    assert page.one("#tie")["value"] == typed
    assert ties(db) == []


def test_it_says_what_it_understands_before_anything_is_written(db, organizer, rosa):
    asked = {"person": rosa.id, "tie": "goes to church with Bo Li"}
    page = organizer.get("/people/ties/understood", query_string=asked, htmx=True)
    assert "Rosa Díaz is of the same congregation as Bo Li · Enter adds it." in page.text
    assert "Bo Li is new" in page.text
    assert ties(db) == []


def test_a_removed_tie_comes_back_as_it_was(db, organizer, rosa, elena):
    world.tie(rosa, elena, "parent", is_close=True, told_by=rosa)
    organizer.get(f"/people/{elena.id}")
    page = organizer.submit("Remove it")
    assert ties(db) == []
    page.submit("Undo")
    assert ties(db) == [("Rosa Díaz", "parent", "Elena Díaz", True)]
    assert db.session.scalars(db.select(Tie)).one().told_by_id == rosa.id


def test_somebody_without_a_name_says_so(organizer, rosa, elena):
    elena.name, elena.is_unnamed = "Neighbor of Rosa Díaz", True
    world.tie(rosa, elena, "neighbor")
    league = elena.affiliations[0].organization_id
    assert "Name not known yet" in organizer.get(f"/people/{elena.id}").text
    said = "neighbor of somebody name not known yet secretary of"
    assert said in organizer.get(f"/people/{rosa.id}").one("#ties").text
    assert "somebody there" in organizer.get(f"/organizations/{league}").one("#ways").text


def test_a_viewer_reads_ties_and_writes_none(viewer, rosa, elena):
    world.tie(rosa, elena)
    assert not viewer.get(f"/people/{rosa.id}").has("#tie")
    for path in ("/people/ties", f"/people/{rosa.id}/ties/{elena.id}"):
        assert viewer.post(path).status == 403


def test_what_is_not_there_is_not_found(organizer, rosa, elena, clock):
    Forgetting(elena).forget(clock.now)
    for path in (
        "/people/ties?",
        f"/people/{rosa.id}/ties/99",
        f"/people/{rosa.id}/ties/{elena.id}?kind=friend",
        f"/people/{rosa.id}/ties/{rosa.id}",
    ):
        assert organizer.post(path, {"person": 99}).status == 404
