"""What a started organization asks of us, when, and when it is late."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from coalition_app.models import Pathway, actions_of
from tests.models.paths import (
    DAY,
    IDENTIFIED,
    NOW,
    RESEARCHED,
    THURSDAY,
    after,
    held,
    introduction,
    letter,
    meeting,
    offered,
    shared,
    told,
)


def kinds(facts, now=NOW):
    return [action.kind for action in actions_of(Pathway(facts, now))]


def first(facts, now=NOW):
    return actions_of(Pathway(facts, now))[0]


def test_identify_says_what_is_missing():
    action = first(replace(IDENTIFIED, kind="", has_members=False))
    assert action.detail.startswith("Missing: labor or community and whether it has members")


def test_hq_is_asked_first():
    assert kinds(replace(RESEARCHED, goes_through_hq=True)) == ["ask_hq"]


def asked_hq(**more):
    asked = introduction("hq", made_on=None, nudge_due_on=date(2026, 3, 21), **more)
    return replace(RESEARCHED, goes_through_hq=True, introductions=(asked,))


@pytest.mark.parametrize(
    ("day", "kind"), [(date(2026, 3, 20), "wait"), (date(2026, 3, 21), "nudge")]
)
def test_hq_is_reminded_on_the_seventh_day_and_not_before(day, kind):
    assert kinds(asked_hq(), datetime.combine(day, NOW.time())) == [kind]


def test_a_reminder_is_late_the_day_after():
    action = first(asked_hq(), datetime(2026, 3, 22, 9))
    assert action.is_late(datetime(2026, 3, 22, 9))
    assert not action.is_late(datetime(2026, 3, 21, 23))


def test_after_two_reminders_another_way_in_is_looked_for():
    silent = introduction("ally", made_on=None, nudges=2, nudge_due_on=None)
    assert kinds(replace(RESEARCHED, introductions=(silent,))) == ["find_way_in"]


OPEN = replace(RESEARCHED, introductions=(introduction(),))


def test_without_a_meeting_one_is_planned():
    assert kinds(OPEN) == ["plan"]


def test_after_a_canceled_meeting_a_new_date_is_set():
    assert kinds(replace(OPEN, meetings=(meeting(is_off=True),))) == ["new_date"]


def test_preparing_counts_the_blank_questions():
    action = first(replace(OPEN, meetings=(meeting(open_questions=2),)))
    assert action.headline == "Finish preparing for Thu, 5:30 pm"
    assert action.detail == "2 questions are blank. Nobody of ours is named to come along yet."


def test_a_prepared_meeting_asks_to_be_met():
    assert kinds(replace(OPEN, meetings=(meeting(ours_named=1),))) == ["meet"]


@pytest.mark.parametrize("ours_named", [0, 1])
def test_once_its_hour_has_passed_we_ask_whether_it_happened(ours_named):
    facts = replace(OPEN, meetings=(meeting(ours_named=ours_named),))
    assert kinds(facts, THURSDAY + timedelta(hours=1)) == ["did_it_happen"]


def test_a_held_meeting_is_typed_up():
    assert kinds(replace(OPEN, meetings=(meeting(held=True),)), after()) == ["type_up"]


def test_a_meeting_is_typed_up_although_an_earlier_step_is_open():
    facts = replace(OPEN, has_mission=False, meetings=(meeting(held=True),))
    assert kinds(facts, after()) == ["research", "type_up"]


def test_a_meeting_that_passed_is_asked_about_although_an_earlier_step_is_open():
    facts = replace(OPEN, has_mission=False, meetings=(meeting(),))
    assert kinds(facts, after()) == ["research", "did_it_happen"]


MET = held()


def test_help_is_offered_then():
    assert kinds(replace(OPEN, meetings=(MET,)), after())[0] == "offer_help"


def followed(**more):
    values = {"meetings": (MET,), "assistances": (offered(MET),), **more}
    return replace(OPEN, **values)


def test_the_follow_up_is_due_two_days_after_at_the_same_wall_time():
    action = first(followed(), after())
    assert action.due_at == datetime(2026, 3, 21, 17, 30)


def test_the_follow_up_keeps_its_wall_time_over_the_clock_change():
    before_change = held(datetime(2026, 3, 7, 17, 30))
    facts = replace(OPEN, meetings=(before_change,), assistances=(offered(before_change),))
    assert first(facts, datetime(2026, 3, 8, 12)).due_at == datetime(2026, 3, 9, 17, 30)


def test_a_follow_up_past_its_hour_is_late():
    now = datetime(2026, 3, 21, 17, 31)
    assert first(followed(), now).is_late(now)


def test_the_board_is_told():
    facts = followed(letters=(letter(THURSDAY.date(), MET),))
    assert kinds(facts, after()) == ["tell"]


def test_then_the_next_conversation_is_set():
    facts = followed(letters=(letter(THURSDAY.date(), MET),), tolds=(told(THURSDAY.date()),))
    assert kinds(facts, after()) == ["next"]


def test_an_earlier_round_still_asks_to_be_told():
    first_met, second = held(THURSDAY - timedelta(days=30)), MET
    facts = followed(meetings=(first_met, second), letters=(letter(THURSDAY.date(), second),))
    tells = [each for each in actions_of(Pathway(facts, after())) if each.kind == "tell"]
    assert [each.headline for each in tells] == [
        "Tell the board about the meeting of Mar 19",
        "Tell the board about the meeting of Feb 17",
    ]


def test_an_earlier_round_asks_who_comes_along_to_the_planned_one():
    coming = meeting(after(days=14), ours_named=1)
    facts = followed(
        meetings=(MET, coming),
        letters=(letter(THURSDAY.date(), MET),),
        tolds=(told(THURSDAY.date()),),
    )
    assert kinds(facts, after()) == ["meet", "name_activist"]


def test_commitments_changed_since_the_note_offer_a_second_one():
    facts = followed(
        letters=(letter(date(2026, 3, 20), MET),), commitments_changed_on=date(2026, 3, 22)
    )
    assert "second_note" in kinds(facts, after(days=4))


def test_a_second_note_settles_the_change():
    facts = followed(
        letters=(letter(date(2026, 3, 20), MET), letter(date(2026, 3, 22), MET)),
        commitments_changed_on=date(2026, 3, 22),
    )
    assert "second_note" not in kinds(facts, after(days=4))


def test_a_quiet_relationship_asks_for_a_word_after_ninety_days():
    action = first(shared(), after())
    assert (action.kind, action.due_at.date()) == ("stay_in_touch", date(2026, 6, 18))


def test_a_second_reminder_comes_fourteen_days_later():
    assert "Second reminder." in first(shared(), datetime(2026, 7, 2, 9)).detail


def test_an_opponent_is_left_alone():
    assert kinds(shared(standing=5), after()) == []


def test_an_old_plan_that_nobody_answered_asks_still():
    forgotten = meeting(datetime(2026, 3, 2, 9))
    facts = followed(meetings=(forgotten, MET))
    assert "did_it_happen" in kinds(facts, after())


def test_a_review_started_without_a_mission_says_so():
    action = first(replace(IDENTIFIED, reviewed_on=DAY))
    assert "mission" in action.detail
