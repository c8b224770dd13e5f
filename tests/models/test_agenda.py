"""What the agenda of a day says, and what it keeps silent about."""

from datetime import date, datetime

import pytest

from coalition_app.models import Agenda, Pause, facts_of_started
from tests import world
from tests.queries import counted
from tests.world import DAY

pytestmark = pytest.mark.usefixtures("db")
NOW = datetime(2026, 3, 14, 10)


def agenda(now=NOW) -> Agenda:
    return Agenda.of(list(facts_of_started(now.date()).values()), [], now)


def test_a_paused_organization_is_silent_on_today():
    world.researched().pauses.append(Pause(reason="They declined.", paused_on=DAY))
    assert agenda().next_steps == []


def test_a_pause_ends_by_itself_on_its_day():
    pause = Pause(reason="After their convention", paused_on=DAY, until=date(2026, 4, 1))
    world.researched().pauses.append(pause)
    assert len(agenda(datetime(2026, 4, 1, 9)).next_steps) == 1


def test_a_listed_organization_says_nothing():
    world.listed("Jobs with Justice", scope="national", is_national_partner=True)
    assert agenda().next_steps == []


def test_twenty_old_allies_on_the_first_day_ask_for_nothing_today():
    for number in range(20):
        world.introduced(world.researched(f"Ally {number}"), "already_known", date(2019, 5, 1))
    first_day = agenda()
    assert first_day.count == 0
    assert {action.kind for action in first_day.next_steps} == {"plan"}


@pytest.mark.parametrize("count", [1, 40])
def test_the_facts_take_the_same_number_of_queries_for_many(count):
    for number in range(count):
        world.held(world.planned(world.researched(f"Ally {number}")), world.ours())
    with counted() as seen:
        facts_of_started(DAY)
    assert len(seen) == 13
