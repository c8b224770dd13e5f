"""How the pages of commitments look."""

from datetime import date

import pytest

from tests import world


@pytest.fixture
def commitment_id(db, local) -> int:
    league = world.started("Mothers for Safe Streets of Greater Harbor Valley and the Shore")
    meeting = world.planned(league)
    commitment = world.promised(meeting, league, "Print 500 flyers", by=date(2026, 3, 10))
    commitment.redate(date(2026, 3, 12), date(2026, 3, 10))
    id_ = commitment.id
    db.session.commit()
    return id_
