"""A cold call: one press writes what follows from it, and one takes it back."""

import pytest

from coalition_app.models import (
    Commitment,
    Conversation,
    Introduction,
    Organization,
    Pathway,
    Pause,
    facts_of,
)
from tests import world
from tests.keeping import kept


@kept
def league(local):
    return world.researched(phone="203 555 0140")


def press(client, league, outcome: str, **typed):
    client.get(f"/organizations/{league.id}/call")
    return client.post(
        f"/organizations/{league.id}/call", _filled(client) | typed | {"outcome": outcome}
    )


def _filled(client) -> dict:
    names = ("contact", "note", "called_on", "back_on")
    return {name: client.one(f"#{name}").get("value", "") for name in names}


def only(db, model):
    db.session.expire_all()
    return db.session.scalars(db.select(model)).one_or_none()


@pytest.mark.parametrize(
    ("outcome", "opens", "leads_to"),
    [("agreed", True, "/meetings/with/{}"), ("reached", True, "/organizations/{}")],
)
def test_a_call_that_they_took_opens_the_door(
    organizer, db, league, clock, outcome, opens, leads_to
):
    answer = press(organizer, league, outcome, contact="Marcus Hill", note="Likes the forum")
    assert answer.location == leads_to.format(league.id)
    league = db.session.get(Organization, league.id)
    assert bool(Pathway(facts_of(league, clock.today), clock.now).door) == opens
    talk = only(db, Conversation)
    assert (talk.kind, talk.summary, talk.is_two_way) == ("call", "Likes the forum", True)
    assert [person.name for person in talk.people] == ["Marcus Hill"]


def test_to_call_back_is_a_commitment_of_the_caller(organizer, db, league):
    press(organizer, league, "call_back", back_on="3/18")
    promise = only(db, Commitment)
    assert promise.what == "Call Harbor Valley Civil Rights League again"
    assert (promise.owner.name, promise.due_on.day, promise.is_ours) == ("Dori James", 18, True)
    assert only(db, Introduction).is_waiting


def test_call_back_offers_the_next_working_day(organizer, league):
    page = organizer.get(f"/organizations/{league.id}/call")
    assert page.one("#back_on")["value"] == "3/16/2026"  # today is a Saturday


def test_a_message_waits_and_the_second_is_a_reminder(organizer, db, league, clock):
    press(organizer, league, "message")
    clock.forward(days=3)
    press(organizer, league, "message")
    waiting = only(db, Introduction)
    assert waiting.is_waiting
    assert [nudge.nudged_on.day for nudge in waiting.nudges] == [17]


def test_declined_is_a_pause(organizer, db, league):
    press(organizer, league, "declined", note="Too busy this year")
    assert only(db, Pause).reason == "they declined: Too busy this year"
    assert only(db, Introduction).declined_on == world.DAY
    assert not only(db, Conversation).is_two_way


@pytest.mark.parametrize("outcome", ["agreed", "reached", "call_back", "message", "declined"])
def test_pressed_twice_it_is_written_once_and_can_be_taken_back(organizer, db, league, outcome):
    press(organizer, league, outcome)
    organizer.get(press(organizer, league, outcome).location)
    for model in (Conversation, Introduction, Commitment, Pause):
        only(db, model)
    press(organizer, league, outcome)
    page = organizer.get(f"/organizations/{league.id}")
    page.submit(".flash form")
    assert only(db, Conversation) is None


def test_taking_back_the_first_call_leaves_nothing(organizer, db, league):
    page = organizer.get(press(organizer, league, "declined").location)
    page.submit(".flash form")
    for model in (Conversation, Introduction, Commitment, Pause):
        assert only(db, model) is None


def test_an_open_door_gets_no_second_introduction(organizer, db, league):
    world.introduced(league)
    before = only(db, Introduction).id
    press(organizer, league, "reached")
    assert only(db, Introduction).id == before


@pytest.mark.parametrize(
    ("outcome", "typed", "words"),
    [
        ("call_back", {"back_on": "3/2"}, "Type the day on which to call again."),
        ("reached", {"called_on": "3/20"}, "still to come"),
        ("sang", {}, "list"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(
    organizer, db, league, outcome, typed, words
):
    refused = press(organizer, league, outcome, note="by phone", **typed)
    assert refused.status == 422
    assert words in refused.text
    assert refused.one("#note").text == "by phone"
    assert only(db, Conversation) is None


def test_a_viewer_reads_and_prints_but_writes_nothing(viewer, db, league):
    page = viewer.get(f"/organizations/{league.id}/call")
    assert "Hello, my name is Rosa Díaz" in page.text
    assert not page.has("form button[name=outcome]")
    assert viewer.post(f"/organizations/{league.id}/call", {"outcome": "reached"}).status == 403
    printed = viewer.get(f"/organizations/call-sheets.pdf?ids={league.id}")
    assert printed.data.startswith(b"%PDF")


def test_sheets_of_nobody_lead_back_to_the_list(viewer, local):
    assert viewer.get("/organizations/call-sheets.pdf").location == "/organizations"


def test_one_key_is_the_answer(chromium, db, league):
    address = f"/organizations/{league.id}/call"
    db.session.commit()
    chromium.goto(address)
    chromium.locator("#contact").fill("Marcus Hill")
    chromium.keyboard.press("Enter")  # nothing is chosen yet
    assert chromium.url.endswith(address)
    chromium.locator("#went").click()
    chromium.keyboard.press("a")
    chromium.locator(".flash", has_text="When do you meet?").wait_for()
    assert chromium.url.endswith(f"/meetings/with/{league.id}")
    assert only(db, Introduction).made_on
