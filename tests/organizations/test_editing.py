import pytest

from coalition_app.models import Organization
from tests import world
from tests.keeping import kept


@kept
def league(db):
    return world.started(website="www.example.org")


def edit(client, league, **typed):
    client.get(f"/organizations/{league.id}/edit")
    return client.submit("main form", **typed)


def test_all_of_the_card_is_saved(db, organizer, league):
    page = edit(
        organizer,
        league,
        acronym="HVCRL",
        ein="6-1234567",
        file_number="012-345",
        members_count="1,200",
        street="12 Dock Street",
        city="Harbor Valley",
        goes_through_hq=True,
        cadence_days="45",
        nickname="The League",
        visiting_address="3 Pier Road, upstairs",
        reach_lines="office 203 555 0142\nexample.org/events",
        private_notes="Not before June.",
        has_members="no",
        strategic_reason="It decides on zoning",
    )
    assert "Saved." in page.text
    saved = db.session.get(Organization, league.id)
    assert (saved.members_count, saved.cadence_days, saved.has_members) == (1200, 45, False)
    assert (saved.goes_through_hq, saved.private_notes) == (True, "Not before June.")
    assert (saved.ein, saved.file_number) == ("061234567", "12345")
    assert saved.website == "www.example.org"
    assert (saved.nickname, saved.visiting_address) == ("The League", "3 Pier Road, upstairs")
    assert saved.reach_lines == "office 203 555 0142\nexample.org/events"


def test_nothing_unknown_becomes_none_or_empty_words(db, organizer, league):
    edit(organizer, league)
    saved = db.session.get(Organization, league.id)
    assert (saved.members_count, saved.cadence_days, saved.acronym) == (None, None, "")
    assert (saved.ein, saved.file_number) == (None, None)
    assert "None" not in organizer.get(f"/organizations/{league.id}/edit").one("main").text


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("email", "no address"),
        ("members_count", "many"),
        ("ein", "12"),
        ("file_number", "twelve"),
        ("ein", "99-0000001"),
        ("file_number", "777"),
        ("cadence_days", "99999"),
        ("parent_name", "Harbor Valley Civil Rights League"),
        ("reach_lines", "ask Ana about it"),
    ],
)
def test_bad_input_is_kept_and_named(organizer, league, field, typed):
    world.listed("Its Twin", ein="990000001", file_number="777")
    page = edit(organizer, league, **{field: typed})
    assert page.status == 422
    assert page.has(f"#{field}-error")
    assert typed in (page.one(f"#{field}").get("value"), page.one(f"#{field}").text)


def test_a_file_number_of_another_shape_that_was_here_before_stays(db, organizer, league):
    league.file_number = "LM-12"
    edit(organizer, league, city="Derby")
    assert (league.file_number, league.city) == ("LM-12", "Derby")


def test_a_chapter_cannot_be_its_parents_parent(organizer, league):
    chapter = world.listed("Harbor Youth", parent=league)
    page = edit(organizer, league, parent_name="Harbor Youth")
    assert "It cannot be a chapter of itself." in page.text
    assert chapter.parent_id == league.id


def test_the_parent_is_changed_by_name(db, organizer, league):
    parent = world.listed("NAACP")
    edit(organizer, league, parent_name="NAACP")
    assert db.session.get(Organization, league.id).parent_id == parent.id
    edit(organizer, league, parent_name="")
    assert db.session.get(Organization, league.id).parent_id is None


def test_a_new_name_that_is_taken_is_pointed_out(organizer, league):
    world.listed("Harbor Youth")
    page = edit(organizer, league, name="Harbor Youth")
    assert "Harbor Youth is here already." in page.text


def test_one_goes_on_typing_where_step_1_lacks_something(organizer, league):
    league.scope, league.has_members = "", None
    page = organizer.get(f"/organizations/{league.id}/edit")
    assert [each["name"] for each in page.all("main [autofocus]")] == ["scope"]


def test_the_old_name_is_no_twin_of_itself(organizer, league):
    assert edit(organizer, league, city="Milford").status == 200


def test_a_started_one_keeps_a_lead(organizer, league):
    page = organizer.get(f"/organizations/{league.id}/edit")
    assert "nobody yet" not in [option.text for option in page.all("#lead_id option")]


def test_two_people_see_each_others_version(db, organizer, league):
    organizer.get(f"/organizations/{league.id}/edit")
    form = organizer.last
    league.city, league.name = "Milford", "Harbor Valley League"
    page = form.submit("main form", city="New Haven")
    assert page.status == 409
    assert "Somebody else changed this while you were typing" in page.text
    assert page.one("#city")["value"] == "New Haven"
    assert "Milford" in page.one("#city-stored").text
    saved = page.submit("main form", name="Harbor Valley League")
    assert saved.status == 200
    assert db.session.get(Organization, league.id).city == "New Haven"


def test_an_unknown_one_is_not_found(organizer):
    assert organizer.get("/organizations/999/edit").status == 404
    assert organizer.post("/organizations/999").status == 404


def test_a_viewer_may_not_edit(viewer, league):
    assert viewer.get(f"/organizations/{league.id}/edit").status == 403
    assert viewer.post(f"/organizations/{league.id}", {"name": "T"}).status == 403
