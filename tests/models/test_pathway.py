"""Each step's rule, on plain facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coalition_app.models import Pathway
from tests.models.paths import (
    DAY,
    IDENTIFIED,
    NOW,
    RESEARCHED,
    THURSDAY,
    after,
    current,
    held,
    introduction,
    letter,
    meeting,
    offered,
    shared,
    state,
    told,
)


def test_exactly_one_step_is_now_until_all_are_settled():
    states = [step.state for step in Pathway(IDENTIFIED, NOW).steps]
    assert states.count("now") == 1


def test_no_step_is_now_when_all_nine_are_settled():
    assert Pathway(shared(), after()).current is None


@pytest.mark.parametrize("missing", ["kind", "scope"])
def test_identify_waits_for_kind_and_scope(missing):
    assert current(replace(IDENTIFIED, **{missing: ""})) == 1


def test_identify_waits_for_members_or_a_reason():
    assert current(replace(IDENTIFIED, has_members=False)) == 1


def test_a_written_reason_stands_in_for_members():
    assert state(replace(IDENTIFIED, has_members=False, strategic_reason=True), 1) == "done"


def test_research_waits_for_a_review_even_with_a_mission():
    assert current(replace(IDENTIFIED, has_mission=True)) == 2


def test_research_waits_for_a_mission_or_a_campaign_even_when_reviewed():
    assert current(replace(IDENTIFIED, reviewed_on=DAY)) == 2


def test_a_campaign_is_enough_for_research():
    assert state(replace(IDENTIFIED, reviewed_on=DAY, has_campaign=True), 2) == "done"


def test_an_old_review_warns_and_undoes_nothing():
    path = Pathway(replace(RESEARCHED, reviewed_on=DAY - timedelta(days=366)), NOW)
    assert path.steps[1].state == "done"
    assert path.is_review_old


def test_hq_is_not_asked_about_a_local_organization():
    assert state(RESEARCHED, 3) == "not needed"


def test_hq_is_asked_about_a_national_partner():
    assert current(replace(RESEARCHED, goes_through_hq=True)) == 3


def test_hq_is_not_needed_when_one_of_us_knows_somebody_there():
    facts = replace(RESEARCHED, goes_through_hq=True, is_acquainted=True)
    assert state(facts, 3) == "not needed"


def test_when_hq_declines_the_next_way_in_is_tried():
    declined = introduction("hq", made_on=None, declined_on=DAY)
    assert current(replace(RESEARCHED, goes_through_hq=True, introductions=(declined,))) == 4


@pytest.mark.parametrize(("nudges", "step"), [(0, 3), (1, 3), (2, 4)])
def test_hq_is_silent_after_the_second_nudge(nudges, step):
    asked = introduction("hq", made_on=None, nudges=nudges)
    assert current(replace(RESEARCHED, goes_through_hq=True, introductions=(asked,))) == step


def test_hq_that_opens_the_door_makes_the_introduction_not_needed():
    facts = replace(RESEARCHED, goes_through_hq=True, introductions=(introduction("hq"),))
    assert (state(facts, 3), state(facts, 4)) == ("done", "not needed")


@pytest.mark.parametrize("route", ["ally", "member", "cold_call", "came_to_us", "already_known"])
def test_every_other_route_does_the_introduction(route):
    facts = replace(RESEARCHED, goes_through_hq=True, introductions=(introduction(route),))
    assert (state(facts, 3), state(facts, 4)) == ("not needed", "done")


def test_an_introduction_that_is_waiting_opens_nothing():
    assert current(replace(RESEARCHED, introductions=(introduction(made_on=None),))) == 4


def test_a_meeting_held_opens_the_door():
    facts = replace(RESEARCHED, goes_through_hq=True, meetings=(held(),))
    assert (state(facts, 3), state(facts, 4)) == ("not needed", "done")


def test_the_earliest_opening_counts():
    later = introduction("hq", made_on=DAY + timedelta(days=2))
    facts = replace(RESEARCHED, goes_through_hq=True, introductions=(later, introduction("ally")))
    assert state(facts, 4) == "done"


def test_preparing_waits_for_a_meeting():
    assert current(replace(RESEARCHED, introductions=(introduction(),))) == 5


def with_meeting(*meetings, **more):
    return replace(RESEARCHED, introductions=(introduction(),), meetings=meetings, **more)


def test_preparing_waits_for_every_question():
    assert current(with_meeting(meeting(open_questions=1, ours_named=1))) == 5


def test_preparing_waits_for_somebody_of_ours():
    assert current(with_meeting(meeting(open_questions=0, ours_named=0))) == 5


def test_a_prepared_meeting_is_met_next():
    assert current(with_meeting(meeting(ours_named=1))) == 6


def test_a_held_meeting_needs_no_preparation():
    facts = with_meeting(meeting(held=True, open_questions=6))
    assert state(facts, 5, after()) == "done"


def test_a_held_meeting_of_which_nothing_is_recorded_is_still_to_type_up():
    assert current(with_meeting(meeting(held=True)), after()) == 6


def test_a_canceled_meeting_is_no_round():
    assert current(with_meeting(meeting(ours_named=1, is_off=True))) == 5


def test_help_offered_in_the_round_counts():
    met = held()
    assert state(with_meeting(met, assistances=(offered(met),)), 7, after()) == "done"


def test_help_that_only_they_give_does_not_count():
    met = held()
    facts = with_meeting(met, assistances=(offered(met, we_give=False),))
    assert current(facts, after()) == 7


def test_asked_and_nothing_needed_counts():
    met = held()
    nothing = offered(met, we_give=False, state="nothing_needed")
    assert state(with_meeting(met, assistances=(nothing,)), 7, after()) == "done"


EARLIER = THURSDAY - timedelta(days=30)


def test_help_still_open_from_an_earlier_round_counts():
    first, second = held(EARLIER), held()
    promised = offered(first, on=EARLIER.date(), state="agreed")
    assert state(with_meeting(first, second, assistances=(promised,)), 7, after()) == "done"


def test_help_settled_in_an_earlier_round_does_not_count_again():
    first, second = held(EARLIER), held()
    given = offered(first, on=EARLIER.date(), state="given", settled_on=EARLIER.date())
    assert current(with_meeting(first, second, assistances=(given,)), after()) == 7


def test_nothing_needed_in_an_earlier_round_does_not_count_again():
    first, second = held(EARLIER), held()
    nothing = offered(first, on=EARLIER.date(), state="nothing_needed")
    assert current(with_meeting(first, second, assistances=(nothing,)), after()) == 7


def test_a_follow_up_sent_before_the_meeting_is_none():
    met = held()
    facts = with_meeting(met, assistances=(offered(met),), letters=(letter(DAY, met),))
    assert current(facts, after()) == 8


def test_a_follow_up_sent_on_the_day_counts():
    met = held()
    facts = with_meeting(met, assistances=(offered(met),), letters=(letter(met.starts_at.date()),))
    assert state(facts, 8, after()) == "done"


def test_a_follow_up_of_an_earlier_meeting_does_not_count():
    first, second = held(EARLIER), held()
    facts = with_meeting(first, second, letters=(letter(date(2026, 3, 25), first),))
    assert state(facts, 8, after()) != "done"


def ready_to_share(met, **more):
    sent = (letter(met.starts_at.date(), met),)
    return with_meeting(met, assistances=(offered(met),), letters=sent, **more)


def test_sharing_waits_for_the_board_or_the_membership():
    assert current(ready_to_share(held(has_no_next=True)), after()) == 9


def test_the_lpat_call_alone_is_not_enough():
    facts = ready_to_share(held(has_no_next=True), tolds=(told(date(2026, 3, 20), "lpat"),))
    assert current(facts, after()) == 9


def test_telling_before_the_meeting_does_not_count():
    facts = ready_to_share(held(has_no_next=True), tolds=(told(DAY),))
    assert current(facts, after()) == 9


def test_sharing_waits_for_an_activist():
    facts = ready_to_share(held(), tolds=(told(date(2026, 3, 20)),))
    assert current(facts, after()) == 9


def test_told_and_none_planned_is_shared():
    assert current(shared(), after()) is None


def test_told_before_the_letter_is_done_already():
    met = held(has_no_next=True)
    facts = with_meeting(met, assistances=(offered(met),), tolds=(told(date(2026, 3, 20)),))
    assert (current(facts, after()), state(facts, 9, after())) == (8, "done")


def test_the_round_stays_with_the_held_meeting_until_its_follow_up_is_sent():
    met, coming = held(), meeting(after(days=14))
    assert with_meeting(met, coming).round == met


def test_the_round_moves_to_the_next_planned_meeting_once_the_follow_up_is_sent():
    met, coming = held(), meeting(after(days=14))
    assert replace(ready_to_share(met), meetings=(met, coming)).round == coming


def test_the_round_stays_when_nothing_else_is_planned():
    met = held()
    assert ready_to_share(met).round == met


def test_a_third_round_begins_like_the_first():
    first, second, third = held(EARLIER), held(), meeting(after(days=14), open_questions=6)
    letters = (letter(EARLIER.date(), first), letter(THURSDAY.date(), second))
    assert current(with_meeting(first, second, third, letters=letters), after()) == 5


def test_nobody_left_whom_we_know_is_a_warning_and_no_step_back():
    path = Pathway(with_meeting(meeting(ours_named=1)), NOW)
    assert path.current.number == 6
    assert path.is_nobody_left


@pytest.mark.parametrize(
    ("standing", "days"), [(1, 30), (2, 60), (3, 90), (None, 90), (4, None), (5, None)]
)
def test_the_cadence_follows_the_standing(standing, days):
    expected = date(2026, 3, 20) + timedelta(days=days) if days else None
    assert shared(standing=standing).quiet_after == expected


def test_a_cadence_of_its_own_overrides_the_standing():
    assert shared(standing=1, cadence_days=10).quiet_after == date(2026, 3, 30)
