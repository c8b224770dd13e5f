"""Help offered or asked, agreed, given, declined; or nothing needed now."""

from datetime import date

import pytest

from coalition_app.models import Assistance, Commitment
from tests import world
from tests.keeping import kept


@kept
def league(db, local):
    return world.started()


@kept
def offered(league) -> Assistance:
    return world.helped(world.planned(league), league)


def stored(db) -> list[Assistance]:
    db.session.expire_all()
    return list(db.session.scalars(db.select(Assistance)))


def test_an_offer_is_written_down(organizer, db, league):
    organizer.get(f"/organizations/{league.id}/assistances/new")
    page = organizer.submit("Write it down", what="Copies")
    assert page.path == f"/organizations/{league.id}"
    (assistance,) = stored(db)
    assert (assistance.what, assistance.we_give, assistance.state) == ("Copies", True, "proposed")


def test_with_who_and_when_it_is_agreed_and_typed_once(organizer, db, league):
    meeting = world.planned(league)
    organizer.get(f"/organizations/{league.id}/assistances/new?meeting={meeting.id}")
    page = organizer.submit("Write it down", what="Meeting hall", owner_name="me", due_on="4/2")
    assert "Agreed. It is a commitment now." in page.text
    (assistance,) = stored(db)
    made = assistance.commitment
    assert (made.what, made.meeting, made.due_on) == ("Meeting hall", meeting, date(2026, 4, 2))


def test_a_meeting_with_others_is_none_of_theirs(organizer, db, league):
    meeting = world.planned(world.listed("Green Rivers Alliance"))
    path = f"/organizations/{league.id}/assistances/new?meeting={meeting.id}"
    assert organizer.get(path).status == 404


def test_they_may_give_as_well(organizer, db, league):
    organizer.get(f"/organizations/{league.id}/assistances/new")
    organizer.submit("Write it down", what="Bus", side="theirs", owner_name="Ana Ruiz")
    (assistance,) = stored(db)
    assert (assistance.we_give, assistance.commitment.is_ours) == (False, False)
    assert not assistance.commitment.owner.is_ours


def test_nothing_needed_now_is_one_button(organizer, db, league):
    page = organizer.get(f"/organizations/{league.id}/assistances/new")
    for _ in range(2):
        page.submit("We asked, they need nothing now")
    assert [each.state for each in stored(db)] == ["nothing_needed"]


def test_an_offer_of_nothing_is_refused(organizer, db, league):
    organizer.get(f"/organizations/{league.id}/assistances/new")
    page = organizer.submit("Write it down", what="", owner_name="Sam", due_on="4/2")
    assert page.status == 422
    assert "Type what is offered or asked for." in page.text
    assert page.one("[name=owner_name]")["value"] == "Sam"
    assert stored(db) == []


def test_agreeing_makes_the_commitment_once(organizer, db, offered):
    page = organizer.get(f"/assistances/{offered.id}/agree")
    for _ in range(2):
        page.submit("Agreed", owner_name="me", due_on="4/2")
    assert offered.state == "agreed"
    assert db.session.scalar(db.select(db.func.count(Commitment.id))) == 1


def test_a_day_that_is_none_is_refused(organizer, offered):
    organizer.get(f"/assistances/{offered.id}/agree")
    page = organizer.submit("Agreed", owner_name="me", due_on="soon")
    assert page.status == 422
    assert page.one("[name=due_on]")["value"] == "soon"


def test_given_keeps_its_commitment(organizer, db, clock, offered):
    commitment = offered.agree(clock.today, world.ours(), clock.today)
    organizer.post(f"/assistances/{offered.id}/giving")
    assert (offered.state, commitment.kept_on) == ("given", clock.today)


def test_help_may_be_given_without_a_commitment(organizer, clock, offered):
    organizer.post(f"/assistances/{offered.id}/giving")
    assert (offered.state, offered.settled_on) == ("given", clock.today)


def test_declined_drops_its_commitment(organizer, clock, offered):
    commitment = offered.agree(clock.today, world.ours(), clock.today)
    organizer.post(f"/assistances/{offered.id}/declining")
    assert (offered.state, commitment.drop_reason) == ("declined", "declined")


def test_given_help_is_not_declined_afterwards(organizer, clock, offered):
    offered.give(clock.today)
    organizer.post(f"/assistances/{offered.id}/declining")
    assert offered.state == "given"


@pytest.mark.parametrize("act", ["agreeing", "giving", "declining"])
def test_a_viewer_changes_nothing(viewer, offered, act):
    assert viewer.post(f"/assistances/{offered.id}/{act}").status == 403
    assert offered.state == "proposed"


@pytest.mark.parametrize("path", ["/organizations/999/assistances/new", "/assistances/999/agree"])
def test_unknown_ones_are_not_found(organizer, path):
    assert organizer.get(path).status == 404
