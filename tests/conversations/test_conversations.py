"""Logging a contact in one short form."""

from datetime import date

from coalition_app.extensions import db
from coalition_app.models import Conversation, facts_of
from tests import world
from tests.keeping import kept


@kept
def league(local):
    league = world.researched()
    world.theirs(league)
    return league


def test_a_conversation_is_logged_with_people_known_and_new(organizer, league):
    organizer.get(f"/organizations/{league.id}/conversations/new")
    organizer.submit("Log it", names="elena, Marcus Hill", summary="Coffee is set for Thursday.")
    logged = db.session.scalars(db.select(Conversation)).one()
    assert [person.name for person in logged.people] == ["Elena Díaz", "Marcus Hill"]
    assert (logged.kind, logged.held_on, logged.our_person.name) == (
        "call",
        world.DAY,
        "Dori James",
    )


def test_the_new_person_is_one_of_theirs(organizer, league):
    organizer.get(f"/organizations/{league.id}/conversations/new")
    organizer.submit("Log it", names="Marcus Hill", summary="He will call back.")
    league = db.session.scalars(db.select(world.Organization)).one()
    assert "Marcus Hill" in [each.person.name for each in league.current_affiliations]


def test_a_two_way_conversation_makes_us_acquainted(organizer, league):
    organizer.get(f"/organizations/{league.id}/conversations/new")
    organizer.submit("Log it", names="Elena", summary="She wants to meet.")
    assert facts_of(db.session.get(world.Organization, league.id), world.DAY).is_acquainted


def test_nothing_said_is_refused_and_keeps_the_names(organizer, league):
    organizer.get(f"/organizations/{league.id}/conversations/new")
    page = organizer.submit("Log it", names="Elena")
    assert page.status == 422
    assert "Type a few words" in page.text
    assert page.one("#names")["value"] == "Elena"


def test_a_day_ahead_is_refused(organizer, league):
    organizer.get(f"/organizations/{league.id}/conversations/new")
    page = organizer.submit("Log it", summary="Soon.", held_on="4/1/2026")
    assert "still to come" in page.text


def test_a_name_of_ours_that_nobody_has_is_refused(organizer, league):
    organizer.get(f"/organizations/{league.id}/conversations/new")
    page = organizer.submit("Log it", summary="A word.", our_person="Nobody Known")
    assert 'Nobody of ours is called "Nobody Known"' in page.text


def test_an_earlier_day_is_kept(organizer, league):
    organizer.get(f"/organizations/{league.id}/conversations/new")
    organizer.submit("Log it", summary="At the march.", held_on="3/8", kind="event")
    logged = db.session.scalars(db.select(Conversation)).one()
    assert (logged.kind, logged.held_on) == ("event", date(2026, 3, 8))


def test_a_form_sent_twice_is_one_conversation(organizer, league):
    page = organizer.get(f"/organizations/{league.id}/conversations/new")
    for _ in range(2):
        page.submit("Log it", names="Elena and Ana", summary="A word.", follow=False)
    assert len(db.session.scalars(db.select(Conversation)).all()) == 1


def test_somebody_of_ours_is_not_taken_for_one_of_theirs(organizer, league):
    world.ours("Rosa Díaz")
    organizer.get(f"/organizations/{league.id}/conversations/new")
    page = organizer.submit("Log it", names="rosa", summary="A word.", kind="visit")
    assert page.status == 422
    assert "Rosa Díaz is one of ours." in page.one("#names-error").text
    assert page.one("#kind input[checked]")["value"] == "visit"


def test_one_of_theirs_is_not_taken_for_one_of_ours(organizer, league):
    organizer.get(f"/organizations/{league.id}/conversations/new")
    page = organizer.submit("Log it", summary="A word.", our_person="Elena Díaz")
    assert "Elena Díaz is not one of ours." in page.one("#our_person-error").text


def test_somebody_known_from_elsewhere_becomes_theirs_as_well(organizer, league):
    ana = world.theirs(world.listed("Mothers for Safe Streets"), "Ana Torres")
    organizer.get(f"/organizations/{league.id}/conversations/new")
    organizer.submit("Log it", names="Ana Torres", summary="A word.", follow=False)
    assert len(ana.current_affiliations) == 2


def test_a_viewer_logs_nothing(viewer, league):
    assert viewer.get(f"/organizations/{league.id}/conversations/new").status == 403
    assert viewer.post(f"/organizations/{league.id}/conversations").status == 403


def test_an_unknown_organization_is_not_found(organizer, local):
    assert organizer.get("/organizations/99/conversations/new").status == 404
