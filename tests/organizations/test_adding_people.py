import pytest

from coalition_app.models import Person
from tests import world
from tests.keeping import kept


@kept
def league(db):
    return world.started()


def add(client, league, line, **options):
    client.get(f"/organizations/{league.id}")
    return client.submit("Add the person", line=line, **options)


def test_one_line_adds_a_person_with_role_and_phone(organizer, league):
    page = add(organizer, league, "Elena Díaz, secretary, 203 555 0142")
    assert "Elena Díaz is added." in page.text
    assert "Elena Díaz Secretary · 203 555 0142 not met" in page.one("#people .rows").text


def test_without_javascript_the_focus_comes_back_to_the_line(organizer, league):
    page = add(organizer, league, "Elena Díaz")
    assert page.one("#line").has("autofocus")
    assert page.one("#line")["value"] == ""


def test_with_htmx_only_the_people_are_answered(organizer, league):
    page = add(organizer, league, "Elena Díaz", htmx="section#people")
    assert not page.has("h1")
    assert page.one("section#people #line").has("autofocus")
    assert "Elena Díaz is added." in page.text


@pytest.mark.parametrize("line", ["", "203 555 0142", "x" * 301])
def test_a_line_without_a_name_is_kept_and_refused(organizer, league, line):
    page = add(organizer, league, line)
    assert page.status == 422
    assert page.one("#line")["value"] == line
    assert page.one("#line-error").text


def test_a_refused_line_comes_back_in_its_place(organizer, league):
    page = add(organizer, league, "203 555 0142", htmx="section#people")
    assert page.status == 422
    assert not page.has("h1")
    assert "Begin with the name" in page.text


def test_somebody_known_is_said_to_be_known_and_can_be_undone(db, organizer, league):
    rosa = world.ours("Rosa Díaz")
    page = add(organizer, league, "rosa diaz, member")
    assert "Rosa Díaz was among People already" in page.text
    assert page.one("#people .tag").text == "ours"
    page.submit("Undo")
    assert db.session.get(Person, rosa.id).affiliations == []


def test_a_person_of_theirs_who_was_met_is_not_tagged(organizer, league):
    elena = world.theirs(league)
    world.held(world.planned(league), elena)
    page = organizer.get(f"/organizations/{league.id}")
    assert not page.has("#people .tag")


def test_a_name_on_record_is_only_text(organizer, league):
    league.listed_contact = "Jane Roe (treasurer)"
    page = organizer.get(f"/organizations/{league.id}")
    assert "A name on record there: Jane Roe (treasurer)." in page.text


def test_a_viewer_may_not_add(viewer, league):
    assert viewer.post(f"/organizations/{league.id}/people", {"line": "Ana"}).status == 403


def test_an_unknown_organization_is_not_found(organizer):
    assert organizer.post("/organizations/999/people", {"line": "Ana"}).status == 404
