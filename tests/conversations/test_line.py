"""Any contact in one line, from anywhere."""

from datetime import date

import pytest

from coalition_app.models import Commitment, Conversation, Person
from tests import world
from tests.keeping import kept


@kept
def league(db, local):
    return world.started()


def log(client, line: str):
    client.get("/conversations/new")
    return client.submit("Log it", said=line)


def logged(db) -> list[Conversation]:
    return list(db.session.scalars(db.select(Conversation)))


def test_a_name_is_enough_to_know_the_organization(organizer, db, league):
    elena = world.theirs(league)
    page = log(organizer, "called elena yesterday: likes the forum; again in 2 weeks")
    assert "Logged with Elena Díaz." in page.text
    (talk,) = logged(db)
    assert (talk.organization, talk.people, talk.kind) == (league, [elena], "call")
    assert (talk.held_on, talk.summary) == (date(2026, 3, 13), "likes the forum")
    assert talk.our_person.name == "Dori James"
    again = db.session.scalars(db.select(Commitment)).one()
    assert (again.what, again.due_on) == ("Get in touch again with Elena Díaz", date(2026, 3, 28))


def test_several_people_of_two_organizations_are_two_conversations(organizer, db, league):
    world.theirs(league)
    world.theirs(world.listed("Vecinos Unidos"), "Ana Ruiz")
    world.ours("Sam Okafor")
    log(organizer, "saw Elena, Ana Ruiz and Sam Okafor: the hearing")
    assert [each.organization.name for each in logged(db)] == [league.name, "Vecinos Unidos"]
    assert {each.our_person.name for each in logged(db)} == {"Sam Okafor"}


def test_a_new_name_with_its_organization_becomes_a_person(organizer, db, league):
    log(organizer, "emailed Marcus Hill of Harbor Valley: hello")
    marcus = db.session.scalars(db.select(Person).where(Person.name == "Marcus Hill")).one()
    assert [each.organization for each in marcus.affiliations] == [league]


def test_two_quick_enters_log_it_once(organizer, db, league):
    world.theirs(league)
    page = organizer.get("/conversations/new")
    page.submit("Log it", said="Elena: hello; again fri")
    page.submit("Log it", said="Elena: hello; again fri")
    assert len(logged(db)) == 1
    assert len(db.session.scalars(db.select(Commitment)).all()) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "Type who it was with"),
        ("yesterday", "Begin like"),
        ("Zed", "Nobody is called Zed. Say where: “Zed of …”, and they are added."),
        ("Elena tomorrow: hello", "still to come"),
        ("Dori James: hello", "Name somebody of theirs"),
        ("Ana of Nowhere", "may be nobody on the list"),
    ],
)
def test_what_is_not_clear_says_what_to_type(organizer, db, league, line, words):
    world.theirs(league)
    page = log(organizer, line)
    assert page.status == 422
    assert words in page.text
    assert page.one("#said").get("value", "") == line
    assert logged(db) == []


def test_a_name_that_two_bear_is_asked_about(organizer, league):
    world.theirs(league, "Ana Ruiz")
    world.theirs(world.listed("Vecinos Unidos"), "Ana Ruiz")
    page = log(organizer, "Ana Ruiz: hello")
    assert "Ana Ruiz (Vecinos Unidos)" in page.one("#said-error").text


def test_what_was_understood_is_said_before_enter(organizer, league):
    world.theirs(league)
    answer = organizer.get(
        "/conversations/understood", query_string={"said": "saw Elena fri"}, htmx="p"
    )
    assert "Fri, Mar 20" not in answer.data.decode()
    answer = organizer.get(
        "/conversations/understood", query_string={"said": "saw Elena yesterday"}, htmx="p"
    )
    assert answer.data.decode().strip() == (
        "Event · Fri, Mar 13 · Elena Díaz, Harbor Valley Civil Rights League · Enter logs it"
    )
