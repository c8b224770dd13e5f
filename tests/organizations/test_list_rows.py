"""A row of the list as fields, and which columns are in view."""

import pytest

from coalition_app.models import Account, Organization
from tests import world


@pytest.fixture
def league(db) -> int:
    return world.listed("Harbor League", city="Milford").id


def edit(client, league, htmx=None, **typed):
    client.get(f"/organizations/{league}/row")
    return client.submit(f"#fields-{league}", htmx=htmx, **typed)


def test_a_row_is_saved_and_comes_back_alone(db, organizer, league):
    page = edit(organizer, league, htmx="tr", city="Elm City", field="housing")
    assert page.html.lstrip().startswith(f'<tr id="row-{league}">')
    assert "Elm City" in page.text
    saved = db.session.get(Organization, league)
    assert (saved.city, saved.field, saved.name) == ("Elm City", "housing", "Harbor League")


def test_without_a_script_the_row_leads_back_to_the_list(organizer, league):
    page = edit(organizer, league, city="Elm City")
    assert page.path == "/organizations"
    assert "Harbor League: saved." in page.text


def test_an_error_stands_in_the_row_and_nothing_typed_is_lost(db, organizer, league):
    page = edit(organizer, league, htmx="tr", name="", city="Elm City")
    assert page.status == 422
    assert "Type the organization's name." in page.one(f"#error-name-{league}").text
    assert page.one(f"#city-{league}")["value"] == "Elm City"
    assert db.session.get(Organization, league).city == "Milford"


def test_what_somebody_else_changed_is_shown_beside(db, organizer, league):
    organizer.get(f"/organizations/{league}/row")
    db.session.get(Organization, league).city = "Norwich"
    page = organizer.submit(f"#fields-{league}", city="Elm City", htmx="tr")
    assert page.status == 409
    assert "Norwich" in page.one(f"#stored-city-{league}").text
    organizer.submit(f"#fields-{league}", htmx="tr")
    assert db.session.get(Organization, league).city == "Elm City"


def test_columns_are_chosen_and_remembered(db, organizer, league):
    organizer.get("/organizations?kind=community")
    page = organizer.submit("Show these", columns=["phone", "contact"])
    assert page.path == "/organizations?kind=community"
    assert [each.text for each in page.all("thead th")] == ["Organization", "Contact", "Phone"]
    account = db.session.get(Account, organizer.account_id)
    assert account.organization_columns == "contact,phone"
    assert {each.get("name") for each in edit_fields(organizer, league)} == {
        *("name", "chapter", "phone")
    }


def edit_fields(client, league):
    page = client.get(f"/organizations/{league}/row")
    return page.all(f"#row-{league} .cell input")


def test_every_column_can_be_shown_and_edited(db, organizer, league):
    world.theirs(db.session.get(Organization, league))
    page = organizer.get("/organizations")
    boxes = [each["value"] for each in page.all("[name=columns]")]
    page = organizer.submit("Show these", columns=boxes)
    assert "Elena Díaz" in page.text
    page = edit(organizer, league, htmx="tr", members_count="1,200", shared_issues="Jobs, voting")
    assert "1,200" in page.text
    assert "Jobs, voting" in page.text


@pytest.mark.parametrize("column", ["name", "step", "last_contact", "lead", "city"])
@pytest.mark.parametrize("way", ["", "-"])
def test_what_is_empty_sorts_last_both_ways(db, organizer, column, way):
    meeting = world.held(world.planned(world.started("Zebra", city="Elm", members_count=9)))
    meeting.canceled_on = None
    world.listed("Alpha")
    page = organizer.get(f"/organizations?sort={way}{column}")
    names = [each.text for each in page.all("tbody th a")]
    expected = ["Alpha", "Zebra"] if (column, way) == ("name", "") else ["Zebra", "Alpha"]
    assert names == expected
    assert page.one("[aria-sort]")["aria-sort"] == ("descending" if way else "ascending")


@pytest.mark.parametrize("column", ["state", "members_count", "kind", "standing", "parent"])
def test_each_further_column_sorts(organizer, league, column):
    page = organizer.get(f"/organizations?sort={column}")
    assert "Harbor League" in page.text


def test_a_viewer_edits_no_row(viewer, league):
    assert viewer.get(f"/organizations/{league}/row").status == 403
    assert not viewer.get("/organizations").has("[data-open]")


def test_a_row_that_is_gone_is_not_found(organizer):
    assert organizer.get("/organizations/99/row").status == 404
