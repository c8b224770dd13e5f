from datetime import date

import pytest

from coalition_app.models import Commitment, Conversation, Person, Standing
from tests import world
from tests.keeping import kept
from tests.queries import counted


@kept
def elena(db):
    return world.theirs(world.started())


def show(client, person):
    return client.get(f"/people/{person.id}")


def test_the_page_says_how_to_reach_somebody(organizer, elena):
    elena.email, elena.street, elena.city = "elena@example.org", "12 Dock Street", "Milford"
    page = show(organizer, elena)
    assert page.one("a[href^=tel]").text == "203 555 0142"
    assert page.one("a[href^=mailto]").text == "elena@example.org"
    assert "12 Dock Street" in page.text


def test_who_asked_for_no_calls_and_mail_has_no_link_for_it(organizer, elena):
    elena.email, elena.do_not_call, elena.do_not_mail = "elena@example.org", True, True
    page = show(organizer, elena)
    assert "203 555 0142 do not call" in page.text
    assert "elena@example.org do not mail" in page.text
    assert not page.has("a[href^=tel], a[href^=mailto]")


def test_a_long_history_is_folded_until_it_is_asked_for(organizer, elena):
    league = elena.affiliations[0].organization
    for day in range(1, 14):
        call = {"organization": league, "held_on": date(2026, 3, day), "summary": f"Call {day}."}
        world.add(Conversation(**call, people=[elena]))
    page = show(organizer, elena)
    assert len(page.all(".log > li")) == 12
    whole = organizer.get(page.one("[aria-labelledby=history] .btn")["href"])
    assert len(whole.all(".log > li")) == 13


def test_the_page_asks_the_same_queries_whatever_there_is(db, organizer, elena):
    """Of each kind one, then many."""
    asked = []
    show(organizer, elena)  # the name of our local stays as it is
    for round_ in range(2):
        for number in range(1 + 4 * round_):
            fill(elena, world.started(f"League {round_}{number}"))
        db.session.commit()
        with counted() as seen:
            show(organizer, elena)
        asked.append(len(seen))
    assert asked[0] == asked[1] < 30


def fill(person, organization):
    """One of each kind with the person."""
    world.joins(person, organization)
    world.tie(person, world.theirs(organization, "Bo Li"), told_by=world.ours())
    world.introduced(organization, through_person=world.ours(), contact=person)
    meeting = world.held(world.planned(organization), person)
    world.promised(meeting, organization, owner=person, is_ours=False)
    world.add(Standing(person=person, value=2, rated_on=world.DAY, act="Came"))
    call = Conversation(organization=organization, held_on=world.DAY, people=[person])
    world.add(call)


def test_roles_current_and_past_are_told(organizer, elena, clock):
    past = world.joins(elena, world.listed("Green Rivers Alliance"), "treasurer")
    past.end(date(2025, 5, 1))
    text = show(organizer, elena).one("[aria-labelledby=roles-title] .rows").text
    assert "Harbor Valley Civil Rights League Secretary" in text
    assert "Treasurer, Green Rivers Alliance, until 2025" in text


def test_a_tie_is_seen_from_either_side(organizer, elena):
    rosa = world.ours("Rosa Díaz")
    world.tie(rosa, elena, "parent", is_close=True, told_by=rosa)
    assert "parent of Elena Díaz close" in show(organizer, rosa).one("#ties").text
    text = show(organizer, elena).one("#ties").text
    assert "child of Rosa Díaz close" in text
    assert "Rosa Díaz told us" in text


def test_conversations_and_meetings_stand_on_one_line(db, organizer, elena):
    league = elena.affiliations[0].organization
    call = Conversation(organization=league, held_on=date(2026, 3, 12), summary="Coffee is set.")
    call.people = [elena]
    db.session.add(call)
    world.held(world.planned(league), elena)
    lines = [line.text for line in show(organizer, elena).all(".log > li")]
    assert lines == [
        "Mar 19 First meeting with Harbor Valley Civil Rights League",
        "Mar 12 Call with Harbor Valley Civil Rights League: Coffee is set.",
    ]


def test_what_one_of_ours_holds_and_owes_is_shown(db, organizer):
    league = world.started()
    dori = world.ours()
    due_on = date(2026, 3, 10)
    db.session.add(
        Commitment(organization=league, what="Flyer", owner=dori, due_on=due_on, made_on=world.DAY)
    )
    page = show(organizer, dori)
    assert "Holds the relationship with Harbor Valley Civil Rights League" in page.text
    assert page.one(".tag.late").text == "Mar 10"


def test_private_notes_are_for_organizers(organizer, viewer, elena):
    elena.private_notes, elena.notes = "Her job is at risk.", "Speaks Spanish."
    assert "Her job is at risk." in show(organizer, elena).text
    page = show(viewer, elena)
    assert "Her job is at risk." not in page.html
    assert "Speaks Spanish." in page.text
    assert not page.has("main form")


def test_an_unknown_person_is_not_found(organizer):
    assert organizer.get("/people/999").status == 404


def test_archiving_can_be_undone(db, organizer, elena):
    show(organizer, elena)
    page = organizer.submit("Archive")
    assert "Elena Díaz is archived." in page.text
    assert "Elena Díaz is back." in page.submit("Undo").text
    assert not db.session.get(Person, elena.id).is_archived


def test_an_archived_person_can_be_restored(organizer, clock, elena):
    elena.archive(clock.now)
    show(organizer, elena)
    assert "is back." in organizer.submit("Restore").text


@pytest.mark.parametrize("act", ["archiving", "restoring", "affiliations", "standing"])
def test_acts_are_for_organizers_and_known_people(viewer, organizer, elena, act):
    assert viewer.post(f"/people/{elena.id}/{act}").status == 403
    assert organizer.post(f"/people/999/{act}").status == 404
