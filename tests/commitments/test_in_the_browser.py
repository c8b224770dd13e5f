"""How the pages of commitments look."""

from datetime import date

import pytest

from tests import world
from tests.browser import accessible, no_sideways_scroll


@pytest.fixture
def commitment_id(db, local) -> int:
    league = world.started("Mothers for Safe Streets of Greater Harbor Valley and the Shore")
    meeting = world.planned(league)
    commitment = world.promised(meeting, league, "Print 500 flyers", by=date(2026, 3, 10))
    commitment.redate(date(2026, 3, 12), date(2026, 3, 10))
    id_ = commitment.id
    db.session.commit()
    return id_


@pytest.mark.parametrize("path", ["", "/new", "/{}/edit", "/{}/drop", "/{}/redate"])
def test_every_page_is_accessible_and_narrow(chromium, commitment_id, path):
    chromium.goto("/commitments" + path.format(commitment_id))
    accessible(chromium)
    no_sideways_scroll(chromium)
