"""Step 9: noting what was told, and seeing what is still to tell."""

from datetime import date, datetime

import pytest

from coalition_app.extensions import db
from coalition_app.models import Assistance, Commitment, Told
from tests import world
from tests.keeping import kept


@kept
def league(local):
    """Met and followed up on March 19; step 9 is now."""
    league = world.researched()
    elena = world.theirs(league)
    world.introduced(league)
    meeting = world.held(world.planned(league), world.ours(), elena)
    made = {"made_on": world.DAY, "due_on": date(2026, 4, 2), "owner": world.ours()}
    world.add(Commitment(organization=league, meeting=meeting, what="Flyer", **made))
    offer = {"organization": league, "meeting": meeting, "what": "Hall"}
    world.add(Assistance(offered_on=date(2026, 3, 19), **offer))
    world.sent(meeting, league, date(2026, 3, 20))
    return league


@pytest.fixture(autouse=True)
def the_day_after(clock):
    clock.move_to("2026-03-20 18:00")


def test_what_is_still_to_tell_stands_first(organizer, league):
    page = organizer.get("/reports")
    assert "Tell the board about the meeting of Mar 19" in page.one("section .rows").text


def test_nothing_told_says_what_to_do(organizer):
    assert "Nothing was told yet." in organizer.get("/reports").text


def test_the_words_are_filled_in_from_the_records(organizer, league):
    page = organizer.get(f"/organizations/{league.id}/told/new")
    assert page.one("textarea").text == (
        "We met Harbor Valley Civil Rights League on Mar 19 (Elena Díaz). We will: Flyer by Apr 2."
    )


def test_the_words_name_the_next_conversation(organizer, league):
    coming = world.planned(league, at=datetime(2026, 4, 9, 18))
    coming.expect(world.ours("Rosa Díaz")).comes_along = True
    page = organizer.get(f"/organizations/{league.id}/told/new")
    assert page.one("textarea").text.endswith("We talk again on Apr 9. 1 activist will come along.")


def test_noting_it_puts_it_on_record(organizer, league):
    organizer.get(f"/organizations/{league.id}/told/new")
    organizer.submit("Note it", audience="membership", told_on="3/20", what="A good start.")
    told = db.session.scalars(db.select(Told)).one()
    assert (told.audience, told.told_on, told.what, told.teller.name) == (
        "membership",
        date(2026, 3, 20),
        "A good start.",
        "Dori James",
    )


def test_a_day_ahead_is_refused_and_keeps_what_was_typed(organizer, league):
    organizer.get(f"/organizations/{league.id}/told/new")
    page = organizer.submit("Note it", told_on="3/27/2026", what="A good start.")
    assert page.status == 422
    assert "still to come" in page.text
    assert page.one("textarea").text == "A good start."


def test_after_telling_only_the_next_conversation_is_left(organizer, league):
    organizer.get(f"/organizations/{league.id}/told/new")
    organizer.submit("Note it")
    assert "Set the next conversation" in organizer.get("/reports").one("section .rows").text


def test_another_organizations_meeting_is_not_told_here(organizer, league):
    rivers = world.researched("Green Rivers Alliance")
    page = organizer.get(f"/organizations/{rivers.id}/told/new?meeting=1")
    assert page.one("textarea").text == ""


def test_a_viewer_reads_what_was_told(viewer, league):
    world.add(Told(organization=league, audience="board", told_on=world.DAY, what="Heard."))
    page = viewer.get("/reports")
    assert "Heard." in page.text
    assert not page.has("section .rows .btn")


def test_a_form_sent_twice_is_told_once(organizer, league):
    page = organizer.get(f"/organizations/{league.id}/told/new")
    page.submit("Note it", follow=False)
    page.submit("Note it", follow=False)
    assert len(db.session.scalars(db.select(Told)).all()) == 1


def test_an_unknown_organization_is_not_found(organizer, local):
    assert organizer.get("/organizations/99/told/new").status == 404
