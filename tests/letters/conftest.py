import pytest

from coalition_app.documents.printer import Pictures
from tests import world
from tests.keeping import kept


@kept
def league(local):
    local.signer = world.ours()
    return world.researched(
        street="40 Harbor Road", city="Harbor Valley", state="CT", postal_code="06511"
    )


@pytest.fixture
def meeting(past, clock):
    """It is now the next evening."""
    clock.move_to("2026-03-20 18:00")
    return past


@kept
def past(league):
    """Held on Thursday, March 19, with Elena Díaz; one promise."""
    meeting = world.held(world.prepared(world.planned(league)), world.theirs(league))
    world.promised(meeting, league, "Hall on May 14")
    return meeting


@pytest.fixture
def shown(app, monkeypatch) -> list[str]:
    """The pages that were asked for as pictures; nothing is printed."""
    pages = []

    class Printer:
        def pictures(self, source):
            pages.append(source)
            return Pictures(1, ("data:image/png;base64,page",))

    monkeypatch.setitem(app.extensions, "printer", Printer())
    return pages
