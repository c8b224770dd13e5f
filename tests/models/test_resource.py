"""What we can lend, and which of it an offer is about."""

import pytest

from coalition_app.models import Assistance, Resource
from tests import world


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("meeting space", "Meeting space"),
        ("Meeting space on May 14", "Meeting space"),
        ("Meeting space for elders, Friday", "Meeting space for elders"),
        ("Meeting spaces", None),
        ("The meeting space", None),
    ],
)
def test_an_offer_is_about_what_it_begins_with(db, said, meant):
    for name in ("Meeting space", "Meeting space for elders", "Copies"):
        world.add(Resource(name=name))
    offered = Assistance.offer(world.listed(), said, world.DAY)
    assert (offered.resource and offered.resource.name) == meant
