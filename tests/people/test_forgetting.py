"""The page that forgets a person."""

import pytest

from coalition_app.extensions import db as database
from coalition_app.models import Person
from tests import world


@pytest.fixture
def person(db):
    league = world.listed(structure="Winifred Quill keeps the minutes.")
    return world.theirs(league, "Winifred Quill")


def test_it_asks_first_and_lists_the_texts_that_name_them(organizer, person):
    organizer.get(f"/people/{person.id}")
    link = next(link for link in organizer.all("a") if link.text == "Forget Winifred…")
    page = organizer.get(link["href"])
    assert "1 text names Winifred" in page.text
    link = next(each for each in page.all("a") if "keeps the minutes" in each.text)
    assert link["href"].startswith("/organizations/")


def test_they_are_forgotten_and_the_backups_named(organizer, app, person):
    id_ = person.id
    organizer.get(f"/people/{id_}/forgetting")
    after = organizer.submit("Forget Winifred Quill for good")
    assert "They are forgotten" in after.text
    assert str(app.config["INSTANCE"] / "backups") in after.text
    assert after.title.startswith("A person")
    assert "Quill" not in organizer.get("/people?q=quill&show=archived").one("main").text


@pytest.mark.parametrize(
    ("method", "path"),
    [("get", "edit"), ("get", "forgetting"), ("post", "restoring"), ("post", "affiliations")],
)
def test_nothing_of_them_can_be_changed_afterwards(organizer, person, clock, method, path):
    id_ = person.id
    person.forgotten_on = clock.today
    assert getattr(organizer, method)(f"/people/{id_}/{path}").status == 404
    assert organizer.get(f"/people/{id_}").status == 200


def test_who_leads_a_relationship_hands_it_over_first(organizer, person):
    id_ = person.id
    world.started("Harbor Tenants").lead = person
    page = organizer.get(f"/people/{id_}/forgetting")
    assert "leads the relationship with Harbor Tenants" in page.text
    assert organizer.post(f"/people/{id_}/forgetting").status == 422
    assert database.session.get(Person, id_).name == "Winifred Quill"


def test_who_can_sign_in_closes_the_account_first(administrator, db):
    sam = world.ours("Sam Okafor")
    page = administrator.get(f"/people/{sam.id}/forgetting")
    assert "Sam can sign in: close the account." in page.text


def test_viewers_forget_nobody(viewer, person):
    assert viewer.post(f"/people/{person.id}/forgetting").status == 403
    assert "Forget" not in viewer.get(f"/people/{person.id}").one("main").text
