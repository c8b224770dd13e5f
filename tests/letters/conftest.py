import pytest

from tests import world


@pytest.fixture
def league(local):
    return world.researched(
        street="40 Harbor Road", city="Harbor Valley", state="CT", postal_code="06511"
    )


@pytest.fixture
def meeting(league, clock):
    """Held on Thursday, March 19, with Elena Díaz; one promise; it is now the next evening."""
    clock.move_to("2026-03-20 18:00")
    meeting = world.held(world.prepared(world.planned(league)), world.theirs(league))
    world.promised(meeting, league, "Hall on May 14")
    return meeting
