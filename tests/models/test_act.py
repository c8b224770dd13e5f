"""What an organization did lately, as acts for its standing to cite."""

from datetime import date, datetime

import pytest

from coalition_app.models import acts_of
from tests import world
from tests.keeping import kept
from tests.queries import counted
from tests.world import DAY

pytestmark = pytest.mark.usefixtures("db")
MARCH = datetime(2026, 3, 2, 18)


@kept
def league(db):
    return world.started()


def words(league, today: date = DAY) -> list[str]:
    return [act.words for act in acts_of(league, today)]


def their_help(league, what: str = "Volunteers"):
    help_ = world.helped(world.planned(league), league, what)
    help_.we_give = False
    return help_


def test_who_turned_out_is_counted_against_what_was_promised(league):
    help_ = their_help(league)
    help_.count(10, 7)
    help_.give(date(2026, 3, 10))
    assert words(league) == ["7 of 10 came on Mar 10: Volunteers"]


def test_what_they_gave_is_an_act_and_what_they_offer_is_none(league):
    their_help(league, "Sound system").give(date(2026, 3, 10))
    their_help(league, "Hall")
    assert words(league) == ["Gave us on Mar 10: Sound system"]


def test_what_we_gave_and_kept_shows_nothing_of_them(league):
    meeting = world.planned(league)
    world.helped(meeting, league).give(DAY)
    world.promised(meeting, league).keep(DAY)
    assert words(league) == []


def test_their_promises_kept_and_dropped_are_acts(league):
    meeting = world.planned(league)
    world.promised(meeting, league, "List", is_ours=False).keep(date(2026, 3, 11))
    world.promised(meeting, league, "Speaker", is_ours=False).drop(date(2026, 3, 12), "Ill")
    assert words(league) == ["Dropped on Mar 12: Speaker", "Kept on Mar 11: List"]


def test_help_that_was_agreed_is_told_once(league):
    their_help(league).agree(DAY, None, DAY).keep(DAY)
    assert words(league) == ["Gave us on Mar 14: Volunteers"]


def test_those_who_came_and_those_who_stayed_away(league):
    other = world.started("Green Rivers Alliance")
    meeting = world.planned(league, other, at=MARCH)
    world.held(meeting, world.theirs(league), world.ours())
    meeting.party_of(other).stayed_away = True
    assert words(league) == ["1 of them came to the meeting of Mar 2"]
    assert words(other) == ["Stayed away from the meeting of Mar 2"]


def test_a_door_that_they_opened_is_theirs(league):
    other = world.started("Green Rivers Alliance")
    world.introduced(other, "ally", DAY, through_organization=league)
    assert words(league) == ["Introduced us to Green Rivers Alliance on Mar 14"]
    assert words(other) == []


def test_what_is_long_past_is_left_alone(league):
    their_help(league).give(date(2026, 3, 1))
    assert words(league, date(2027, 3, 2)) == []


@pytest.mark.parametrize("count", [1, 20])
def test_the_newest_eight_with_as_many_queries(league, count):
    for number in range(count):
        their_help(league, f"Hall {number}").give(date(2026, 3, 1 + number % 14))
    with counted() as seen:
        acts = acts_of(league, DAY)
    assert len(acts) == min(count, 8)
    assert acts[0].on == max(act.on for act in acts)
    assert len(seen) == 4
