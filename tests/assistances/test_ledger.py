"""Give and take: who helped whom, what is lent when, promised against came."""

from datetime import date

import pytest

from coalition_app.assistances.ledger import Ledger
from coalition_app.models import Assistance, Resource
from tests import world
from tests.queries import counted

TODAY = date(2026, 3, 14)
MAY_14 = date(2026, 5, 14)


@pytest.fixture
def hall(db, local) -> Resource:
    return world.add(Resource(name="Meeting hall"))


def lent(organization, on: date = MAY_14) -> Assistance:
    assistance = Assistance.offer(organization, "Meeting hall", TODAY)
    assistance.agree(TODAY, world.ours(), on)
    return assistance


def test_what_was_given_and_promised_is_counted_by_direction(db, hall):
    league, vecinos = world.started(), world.listed("Vecinos Unidos")
    lent(league).commitment.keep(TODAY)
    lent(league)
    Assistance.offer(vecinos, "Volunteers", TODAY, we_give=False).give(TODAY)
    Assistance.nothing_needed(vecinos, TODAY)
    db.session.flush()
    ledger = Ledger.of_all(TODAY)
    counts = {
        line.organization.name: (line.we_gave, line.we_promised, line.they_gave)
        for line in ledger.lines
    }
    assert counts == {league.name: (1, 1, 0), "Vecinos Unidos": (0, 0, 1)}
    assert (ledger.total.we_gave, ledger.total.they_gave) == (1, 1)


def test_the_hall_promised_twice_for_a_day_is_pointed_out(organizer, db, hall):
    lent(world.started())
    vecinos = world.listed("Vecinos Unidos")
    organizer.get(f"/organizations/{vecinos.id}/assistances/new")
    page = organizer.submit("Write it down", what="meeting hall", owner_name="me", due_on="5/14")
    assert "is promised to Harbor Valley Civil Rights League for the same day as well." in page.text
    page = organizer.get("/assistances")
    assert [tag.text for tag in page.all(".tag")] == ["twice that day"] * 2
    rivers = world.listed("Green Rivers Alliance")
    organizer.get(f"/organizations/{rivers.id}/assistances/new")
    organizer.submit("Write it down", what="meeting hall", owner_name="me", due_on="5/14")
    page = organizer.get("/assistances")
    assert [tag.text for tag in page.all(".tag")] == ["3 times that day"] * 3


def test_another_day_is_no_clash(db, hall):
    lent(world.started())
    assert lent(world.listed("Vecinos Unidos"), on=date(2026, 5, 15)).clashes == []


def test_promised_and_came_are_an_act_to_cite(organizer, db, hall):
    league = world.started()
    assistance = lent(league)
    organizer.get(f"/assistances/{assistance.id}/count")
    page = organizer.submit("Write it down", promised_count="10", came_count="7")
    assert "7 of 10 came: Meeting hall, Mar 14" in page.text
    assert assistance.state == "given"
    assert assistance.commitment.kept_on == TODAY


def test_those_who_came_are_cited_by_a_standing_at_once(organizer, db):
    volunteers = Assistance.offer(world.started(), "Volunteers", TODAY, we_give=False)
    db.session.flush()
    page = organizer.get(f"/assistances/{volunteers.id}/count")
    numbers = {"promised_count": "10", "came_count": "7"}
    page = page.submit("Write it down and rate them by it", numbers)
    assert page.one("#act")["value"] == "7 of 10 came on Mar 14: Volunteers"


@pytest.mark.parametrize(("promised", "came"), [("", "7"), ("ten", "7"), ("10", "")])
def test_both_numbers_are_needed(organizer, db, hall, promised, came):
    assistance = lent(world.started())
    organizer.get(f"/assistances/{assistance.id}/count")
    page = organizer.submit("Write it down", promised_count=promised, came_count=came)
    assert page.status == 422
    assert page.one("[name=promised_count]").get("value", "") == promised


def test_nobody_came_is_a_number_too(organizer, db, hall):
    assistance = lent(world.started())
    organizer.get(f"/assistances/{assistance.id}/count")
    assert (
        "0 of 10 came"
        in organizer.submit("Write it down", promised_count="10", came_count="0").text
    )


def test_it_says_what_to_do_while_there_is_none(viewer, local):
    assert "No help is offered or asked for yet." in viewer.get("/assistances").text


def test_the_queries_do_not_grow_with_the_organizations(db, hall):
    lent(world.started())
    with counted() as few:
        Ledger.of_all(TODAY)
    for number in range(5):
        lent(world.listed(f"Organization {number}"))
    db.session.flush()
    db.session.expire_all()
    with counted() as many:
        Ledger.of_all(TODAY)
    assert len(many) == len(few)


def test_an_old_page_does_not_overwrite_another_count(organizer, db, hall):
    volunteers = lent(world.started())
    page = organizer.get(f"/assistances/{volunteers.id}/count")
    found = db.session.get(Assistance, volunteers.id)
    found.count(12, 9)
    db.session.commit()
    page = page.submit("Write it down", promised_count="10", came_count="7")
    assert page.status == 409
    assert "Now stored: 12" in page.text
    assert "Now stored: 9" in page.text
    again = page.submit("Write it down", follow=False)
    assert again.status == 303
    assert db.session.get(Assistance, volunteers.id, populate_existing=True).came_count == 7
