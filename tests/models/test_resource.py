"""What we can lend, and which of it an offer is about."""

from datetime import date

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


@pytest.mark.parametrize(
    ("said", "is_same"),
    [
        ("meeting space on may 14.", True),
        ("Meeting space", True),
        ("Meeting space on May 14, all day", True),
        ("Meeting space on June 3", False),
        ("Meeting", False),
        ("Copies", False),
    ],
)
def test_what_is_agreed_may_have_been_offered_in_other_words(db, said, is_same):
    for name in ("Meeting space", "Copies"):
        world.add(Resource(name=name))
    league, others = world.listed(), world.listed("Green Rivers Alliance")
    offered = Assistance.offer(league, "Meeting space on May 14", world.DAY)
    for organization, we_give in ((others, True), (league, False)):
        Assistance.offer(organization, said, world.DAY, we_give=we_give)
    agreed = Assistance.to_agree(league, said, world.DAY, None)
    assert (agreed is offered) == is_same


def test_another_day_that_was_agreed_today_stays_another(db):
    world.add(Resource(name="Meeting space"))
    league = world.listed()
    first = Assistance.offer(league, "Meeting space", world.DAY)
    first.agree(world.DAY, world.ours(), date(2026, 4, 2))
    again = Assistance.to_agree(league, "Meeting space on May 14", world.DAY, date(2026, 5, 14))
    assert again is not first
    first.decline(world.DAY)
    assert Assistance.to_agree(league, "Meeting space", world.DAY, None) is not first
