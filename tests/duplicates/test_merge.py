"""The page that merges two."""

import sqlite3
from pathlib import Path

import pytest

from coalition_app.extensions import db as database
from coalition_app.models import Organization, Person
from tests import world


@pytest.fixture
def pair(db):
    league = world.listed()
    kept = world.theirs(league, "Ana Ruiz")
    gone = world.add(Person(name="Anna Ruíz", phone="203 555 0199", email="ana@post.example"))
    return kept.id, gone.id


def backups_in(app) -> set[Path]:
    """Other tests' too: the folder is the same for all."""
    return set((app.config["INSTANCE"] / "backups").glob("merge-*.db"))


def test_it_shows_what_differs_and_what_is_taken(organizer, pair):
    page = organizer.get("/duplicates/people/{}/{}".format(*pair))
    assert [row.one("th").text for row in page.all("tbody tr")] == ["Name", "Phone"]
    assert "Email: ana@post.example" in page.text


def test_two_people_become_one_and_a_backup_is_named(organizer, app, pair):
    before = backups_in(app)
    organizer.get("/duplicates/people/{}/{}".format(*pair))
    after = organizer.submit("Merge them", name="kept", phone="gone")
    (copy,) = backups_in(app) - before
    assert f"Ana Ruiz and Anna Ruíz are one now. A backup was made first: {copy.name}" in after.text
    with sqlite3.connect(copy) as backup:
        assert backup.execute("SELECT count(*) FROM person WHERE id = ?", pair[1:]).fetchone()[0]
    backup.close()
    kept = database.session.get(Person, pair[0])
    assert (kept.name, kept.phone, kept.email) == ("Ana Ruiz", "203 555 0199", "ana@post.example")
    assert database.session.get(Person, pair[1]) is None


def test_the_old_address_leads_to_the_kept_one(organizer, pair):
    kept, gone = pair
    organizer.get(f"/duplicates/people/{kept}/{gone}")
    organizer.submit("Merge them")
    assert organizer.get(f"/people/{gone}").location.endswith(f"/people/{kept}")
    assert organizer.get("/people/99999").status == 404


def test_the_other_one_may_be_kept(organizer):
    one, other = world.listed("Harbor Tenants"), world.listed("Harbor Tenants Inc")
    ids = one.id, other.id
    organizer.get("/duplicates/organizations/{}/{}".format(*ids))
    link = next(each for each in organizer.all("a") if each.text == "Keep the other one")
    organizer.get(link["href"])
    organizer.submit("Merge them")
    kept = database.session.get(Organization, ids[1])
    assert kept.former_names == "Harbor Tenants"


def test_a_change_meanwhile_is_shown_before_anything_is_merged(organizer, pair):
    organizer.get("/duplicates/people/{}/{}".format(*pair))
    database.session.get(Person, pair[1]).phone = "203 555 0177"
    database.session.commit()
    page = organizer.submit("Merge them", phone="kept")
    assert page.status == 409
    assert "One of the two was changed meanwhile." in page.text
    assert "203 555 0177" in page.text
    assert page.one("[name=phone][checked]")["value"] == "kept"
    assert "are one now" in page.submit("Merge them").text


def test_a_choice_that_is_none_is_refused(organizer, pair):
    address = "/duplicates/people/{}/{}".format(*pair)
    versions = {"kept_version": "1", "gone_version": "1", "name": "kept"}
    page = organizer.post(address, {**versions, "phone": "neither"})
    assert page.status == 422
    assert "Pick one of these." in page.text
    assert database.session.get(Person, pair[1])


@pytest.mark.parametrize("path", ["people/{0}/{0}", "people/{0}/9999", "letters/{0}/{1}"])
def test_what_cannot_be_merged_is_not_found(organizer, pair, path):
    assert organizer.get(f"/duplicates/{path.format(*pair)}").status == 404
