from datetime import date

import pytest

from coalition_app.models import Introduction, Organization, Pause, Standing
from tests import world
from tests.keeping import kept


@kept
def league(db):
    return world.started()


@pytest.fixture
def listed(db):
    return world.listed()


def fill(client, organization, page, **typed):
    client.get(f"/organizations/{organization.id}/{page}")
    return client.submit("main form", **typed)


def test_starting_takes_a_lead_and_a_day(db, organizer, listed):
    ana = world.ours("Ana Ruiz")
    fill(organizer, listed, "start", lead_id="Ana Ruiz", started_on="3/2/2026")
    started = db.session.get(Organization, listed.id)
    assert (started.lead_id, started.started_on) == (ana.id, date(2026, 3, 2))


@pytest.mark.parametrize("route", ["already_known", "came_to_us"])
def test_an_open_door_is_told_at_the_start(db, organizer, listed, route):
    page = fill(organizer, listed, "start", beginning=route, since="6/1/1985")
    made = db.session.scalars(Introduction.of(listed)).one()
    assert (made.route, made.made_on) == (route, date(1985, 6, 1))
    assert page.all(".path li")[3].text.startswith("4 Introduction done")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"started_on": "soon"}, "started_on"),
        ({"started_on": ""}, "started_on"),
        ({"started_on": "2027-01-01"}, "started_on"),
        ({"started_on": "0001-01-01"}, "started_on"),
        ({"beginning": "already_known"}, "since"),
        ({"beginning": "came_to_us", "since": "2027-01-01"}, "since"),
    ],
)
def test_a_start_without_its_days_is_refused(db, organizer, listed, typed, field):
    page = fill(organizer, listed, "start", **typed)
    assert page.status == 422
    assert page.one(f"#{field}-error").text
    assert not db.session.get(Organization, listed.id).is_started


def test_a_lead_must_be_one_of_ours(db, organizer, listed):
    elena = world.theirs(listed)
    organizer.get(f"/organizations/{listed.id}/start")
    page = organizer.post(
        f"/organizations/{listed.id}/starting",
        {"lead_id": elena.id, "started_on": "3/2/2026", "beginning": "new"},
    )
    assert page.status == 422


def test_starting_twice_changes_nothing(db, organizer, league):
    page = fill(organizer, league, "start", started_on="3/1/2026")
    assert "Started already, Mar 14." in page.text
    assert db.session.get(Organization, league.id).started_on == world.DAY


def test_a_start_can_be_taken_back(db, organizer, listed):
    page = fill(organizer, listed, "start")
    assert "It is only listed again." in page.submit("Undo").text
    assert not db.session.get(Organization, listed.id).is_started


def test_a_pause_has_a_reason_and_a_day(db, organizer, league):
    page = fill(organizer, league, "pause", reason="declined", until="5/1/2026")
    assert "Paused until May 1: declined" in page.text
    assert db.session.scalars(db.select(Pause)).one().until == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"reason": "x", "until": "3/14/2026"}, "until"),
        ({"reason": "x", "until": "5/1/2962"}, "until"),
    ],
)
def test_a_pause_without_reason_or_with_a_past_day_is_refused(organizer, league, typed, field):
    page = fill(organizer, league, "pause", **typed)
    assert page.status == 422
    assert page.one(f"#{field}-error").text


def test_pausing_a_paused_one_changes_its_pause(db, organizer, league):
    fill(organizer, league, "pause", reason="declined")
    fill(organizer, league, "pause", reason="their board turns over")
    assert db.session.scalars(db.select(Pause)).one().reason == "their board turns over"


def test_it_is_taken_up_again(db, organizer, league):
    fill(organizer, league, "pause", reason="declined")
    organizer.get(f"/organizations/{league.id}")
    assert "Taken up again." in organizer.submit("Take it up again").text
    assert db.session.get(Organization, league.id).pause_on(world.DAY) is None


def test_a_rating_has_an_act(db, organizer, league):
    page = fill(organizer, league, "rate", value="2", act="turned out 12 on May 3")
    assert "2 acts with us" in page.text
    standing = db.session.scalars(db.select(Standing)).one()
    assert (standing.rated_on, standing.act) == (world.DAY, "turned out 12 on May 3")


def test_a_rating_cites_an_act_that_is_on_record(db, organizer, league):
    forum = world.helped(world.planned(league), league, "Volunteers at the forum")
    forum.we_give = False
    forum.count(10, 7)
    forum.give(world.DAY)
    organizer.get(f"/organizations/{league.id}/rate")
    page = organizer.get(organizer.one("a[data-shortcut=a]")["href"])
    page.submit("Save", value="2")
    (standing,) = db.session.get(Organization, league.id).standings
    assert standing.act == "7 of 10 came on Mar 14: Volunteers at the forum"


def test_a_rating_without_number_and_act_is_refused(organizer, league):
    page = fill(organizer, league, "rate")
    assert page.status == 422
    assert "Pick a number from 1 to 5." in page.text
    assert "Type the act that proves it" in page.text


def test_archiving_can_be_undone(db, organizer, league):
    organizer.get(f"/organizations/{league.id}")
    page = organizer.submit("Archive it")
    assert page.path == "/organizations"
    assert db.session.get(Organization, league.id).is_archived
    assert "is back." in page.submit("Undo").text
    assert not db.session.get(Organization, league.id).is_archived


def test_an_archived_one_can_be_restored_on_its_page(organizer, league, clock):
    league.archive(clock.now)
    page = organizer.get(f"/organizations/{league.id}")
    assert "Next: nothing; it is archived" in page.text
    assert "is back." in page.submit("Restore it").text


@pytest.mark.parametrize(
    "act", ["starting", "unstarting", "pausing", "resuming", "standing", "archiving", "restoring"]
)
def test_acts_are_for_organizers_and_known_organizations(viewer, organizer, league, act):
    assert viewer.post(f"/organizations/{league.id}/{act}").status == 403
    assert organizer.post(f"/organizations/999/{act}").status == 404


@pytest.mark.parametrize("page", ["start", "pause", "rate"])
def test_an_unknown_one_has_no_forms(organizer, page):
    assert organizer.get(f"/organizations/999/{page}").status == 404
