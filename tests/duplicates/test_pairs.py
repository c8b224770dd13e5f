"""The page of likely pairs, and telling two apart."""

from coalition_app.extensions import db as database
from coalition_app.models import Person
from tests import world


def known(name: str, **details) -> Person:
    return world.add(Person(name=name, **details))


def test_a_pair_stands_side_by_side_with_the_reason(organizer):
    league = world.listed()
    world.joins(known("Ana Ruiz", phone="203 555 0101"), league, "president")
    known("Anna Ruíz", phone="203-555-0101")
    page = organizer.get("/duplicates?of=people")
    assert page.one("section.card h2").text == "Names nearly alike, same phone"
    card = page.one("section.card").text
    assert "president, Harbor Valley Civil Rights League" in card
    assert card.count("203 555 0101") == 2


def test_without_pairs_it_says_so(organizer):
    assert "No two people look like the same." in organizer.get("/duplicates?of=people").text
    assert "No two organizations" in organizer.get("/duplicates?of=no-such").text


def test_not_the_same_is_remembered_and_taken_back(organizer):
    known("Ana Ruiz"), known("Anna Ruíz")
    organizer.get("/duplicates?of=people")
    after = organizer.submit("Not the same")
    assert "Ana Ruiz and Anna Ruíz are not the same" in after.text
    assert "No two people" in after.text
    assert "Names nearly alike" in after.submit("Undo").text


def test_the_started_one_is_proposed_to_stay(organizer):
    listed = world.listed("Harbor Tenants Union")
    started = world.started("Harbor Tenants Union, Inc.")
    page = organizer.get("/duplicates")
    link = next(link for link in page.all("a") if link.text.startswith("Merge them"))
    assert link["href"] == f"/duplicates/organizations/{started.id}/{listed.id}"


def test_viewers_do_not_merge(viewer):
    one, other = known("Ana Ruiz"), known("Anna Ruíz")
    assert viewer.get("/duplicates").status == 403
    assert viewer.get(f"/duplicates/people/{one.id}/{other.id}").status == 403
    assert viewer.post(f"/duplicates/people/{one.id}/{other.id}").status == 403
    assert database.session.get(Person, other.id)
