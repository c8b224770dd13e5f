"""Where a person stands: a rating with its date and the act that shows it."""

from datetime import date

import pytest

from coalition_app.models import Standing
from coalition_app.people.columns import COLUMNS
from coalition_app.people.narrowed import CONDITIONS
from tests import world


@pytest.fixture
def elena(db):
    return world.theirs(world.listed())


def rate(client, person, **typed):
    client.get(f"/people/{person.id}/rate")
    return client.submit("Save", **typed)


def test_a_person_is_rated_with_day_and_act(db, organizer, elena):
    page = rate(organizer, elena, value="2", act="Brought six volunteers", rated_on="3/12")
    assert "Standing: 2 supports." in page.text
    assert "Brought six volunteers, Mar 12" in page.one("[aria-labelledby=standing]").text
    assert "Standing 2 supports: Brought six volunteers" in page.one(".log").text


def test_a_rating_sent_twice_is_one(db, organizer, elena):
    for _ in range(2):
        rate(organizer, elena, value="2", act="Brought six volunteers", rated_on="3/12")
    assert len(db.session.scalars(db.select(Standing)).all()) == 1


def test_a_rating_that_was_a_slip_is_taken_back(db, organizer, elena):
    page = rate(organizer, elena, value="5", act="Spoke against us")
    assert "The rating is taken back." in page.submit("Undo").text
    assert db.session.scalars(db.select(Standing)).first() is None


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"act": "Came"}, "value"),
        ({"value": "1"}, "act"),
        ({"value": "1", "act": "Came", "rated_on": "3/20"}, "rated_on"),
    ],
)
def test_a_rating_needs_number_act_and_a_day_that_was(db, organizer, elena, typed, field):
    page = rate(organizer, elena, **typed)
    assert page.status == 422
    assert page.one(f"#{field}-error").text
    assert db.session.scalars(db.select(Standing)).first() is None


def test_what_was_said_before_stays_in_view(organizer, elena):
    for value, day in ((3, 1), (2, 5)):
        rated = {"value": value, "rated_on": date(2026, 3, day), "act": f"Act of March {day}"}
        world.add(Standing(person=elena, **rated))
    text = organizer.get(f"/people/{elena.id}").one("[aria-labelledby=standing]").text
    assert text.index("2 supports") < text.index("Before: 3 undecided, Mar 1: Act of March 1")


def test_a_rating_of_an_organization_is_not_taken_back_here(organizer, elena):
    league = elena.affiliations[0].organization
    rated = world.add(Standing(organization=league, value=2, rated_on=world.DAY, act="Came"))
    assert organizer.post(f"/people/standings/{rated.id}/removal").status == 404


def test_people_are_never_listed_by_their_standing():
    assert not {"standing", "rating"} & set(COLUMNS.by_name)
    assert not {"standing", "rating"} & set(CONDITIONS)
