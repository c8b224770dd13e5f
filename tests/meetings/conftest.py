"""A meeting of the league on Thursday, March 19, 5:30 pm, with Elena Díaz and Dori James."""

import pytest

from coalition_app.models import Meeting, Organization
from tests import world
from tests.keeping import kept


@kept
def league(db, local) -> Organization:
    return world.researched()


@kept
def meeting(league) -> Meeting:
    meeting = world.planned(league, place="Main St, Harbor Valley")
    meeting.expect(world.theirs(league), league)
    meeting.expect(world.ours())
    return meeting


@pytest.fixture
def after(clock):
    """The evening of the meeting."""
    clock.move_to("2026-03-19 20:00")


@kept
def held(meeting, after) -> Meeting:
    return world.held(meeting)


@kept
def table(league) -> Meeting:
    """Three organizations at one table."""
    others = (world.started("Vecinos Unidos"), world.listed("Mothers for Safe Streets"))
    return world.planned(league, *others, kind="working")
