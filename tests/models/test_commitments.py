"""Commitments, their dates and their assistance."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from coalition_app.models import Assistance, Commitment
from tests import world
from tests.world import DAY

pytestmark = pytest.mark.usefixtures("db")


def promised(**more) -> Commitment:
    values = {"what": "Flyer", "made_on": DAY, "due_on": DAY, "owner": world.ours()}
    return world.add(Commitment(organization=world.started(), **{**values, **more}))


def test_a_commitment_is_late_the_day_after_it_was_due():
    assert [promised().days_late(day) for day in (DAY, date(2026, 3, 16))] == [0, 2]


def test_a_kept_commitment_is_never_late():
    commitment = promised()
    commitment.keep(DAY)
    assert commitment.days_late(date(2026, 5, 1)) == 0


def test_keeping_twice_keeps_the_first_day():
    commitment = promised()
    commitment.keep(DAY)
    commitment.keep(date(2026, 3, 20))
    assert commitment.kept_on == DAY


def test_a_new_date_leaves_the_old_one_in_the_history():
    commitment = promised()
    commitment.redate(date(2026, 3, 20), DAY)
    assert [(row.was_due_on, row.changed_on) for row in commitment.dates] == [(DAY, DAY)]


def test_the_same_date_again_is_no_change():
    commitment = promised()
    commitment.redate(DAY, DAY)
    assert commitment.dates == []


def test_nothing_is_both_kept_and_dropped(db):
    commitment = promised()
    commitment.kept_on = commitment.dropped_on = DAY
    with pytest.raises(IntegrityError):
        db.session.flush()


def offered() -> Assistance:
    meeting = world.held(world.planned(world.started()), world.ours())
    organization = meeting.organizations[0]
    offer = Assistance(organization=organization, meeting=meeting, what="Hall", offered_on=DAY)
    return world.add(offer)


def test_agreeing_an_assistance_creates_its_commitment():
    commitment = offered().agree(DAY, world.ours(), date(2026, 5, 14))
    assert (commitment.what, commitment.is_ours, commitment.owner.name) == (
        "Hall",
        True,
        "Dori James",
    )


def test_agreeing_twice_makes_one_commitment():
    offer = offered()
    assert offer.agree(DAY, world.ours(), DAY) is offer.agree(DAY, world.ours(), DAY)


def test_keeping_its_commitment_makes_the_assistance_given():
    offer = offered()
    offer.agree(DAY, world.ours(), DAY).keep(date(2026, 3, 20))
    assert (offer.state, offer.settled_on) == ("given", date(2026, 3, 20))


def test_reopening_its_commitment_makes_the_assistance_agreed_again():
    offer = offered()
    commitment = offer.agree(DAY, world.ours(), DAY)
    commitment.keep(DAY)
    commitment.reopen()
    assert (offer.state, offer.settled_on) == ("agreed", None)
