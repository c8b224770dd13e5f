"""What the agenda of a day says, and what it keeps silent about."""

from datetime import date, datetime

import pytest

from coalition_app.models import Agenda, Letter, Pause, PrintRun, facts_of_started
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
    assert len(seen) == 11


def test_what_is_to_do_changes_when_a_meeting_begins_though_nobody_wrote():
    league = world.researched()
    world.introduced(league)
    world.prepared(world.planned(league, at=datetime(2026, 3, 14, 17, 30)))
    facts = list(facts_of_started(DAY).values())
    hours = (datetime(2026, 3, 14, 17, 29), datetime(2026, 3, 14, 17, 30), NOW)
    kinds = [[each.kind for each in Agenda.of(facts, [], hour).today] for hour in hours]
    later = Agenda.of(facts, [], datetime(2026, 3, 15, 17, 31))
    assert kinds == [["meet"], [], ["meet"]]
    assert [each.kind for each in later.late] == ["did_it_happen"]


def test_who_is_as_before_has_the_same_facts_and_who_changed_has_others():
    league, other = world.researched(), world.researched("Green Rivers Alliance")
    before = facts_of_started(DAY)
    world.held(world.planned(league), world.ours())
    after = facts_of_started(DAY)
    assert after[other.id] is before[other.id]
    assert after[league.id] != before[league.id]
    assert before[league.id].meetings == ()


def test_a_letter_in_draft_takes_the_place_of_writing_it():
    league = world.researched()
    meeting = world.held(world.planned(league, at=datetime(2026, 3, 13, 17)), world.ours())
    world.helped(meeting, league)
    world.add(Letter(organization=league, meeting=meeting, dated_on=DAY, body="Thank you."))
    day = Agenda.at(NOW)
    assert [(each.kind, each.due_at) for each in day.soon] == [
        ("send_letter", datetime(2026, 3, 15, 17))
    ]
    assert day.today == []


def test_letters_of_a_print_run_are_not_told_one_by_one():
    run = world.add(PrintRun(title="May forum", made_at=NOW))
    for print_run in (None, run):
        world.add(Letter(kind="general", dated_on=DAY, body="Come.", print_run=print_run))
    assert [each.shape for each in Agenda.at(NOW).today] == ["letter"]


def test_a_printed_run_asks_until_nothing_of_it_waits(db):
    run = world.add(PrintRun(title="two allies", kind="general", made_at=NOW))
    letters = [
        world.add(Letter(kind="general", dated_on=DAY, body="Come.", print_run=run))
        for _ in range(2)
    ]
    assert Agenda.at(NOW).today == []
    run.finish_printing(NOW)
    for waiting in (2, 1):
        (item,) = Agenda.at(NOW).today
        assert (item.what, item.printed_on, item.waiting) == ("letter to two allies", DAY, waiting)
        letters.pop().send(DAY, "mail", world.ours())
        db.session.flush()
    assert Agenda.at(NOW).today == []
