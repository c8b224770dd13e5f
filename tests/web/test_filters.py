"""Words that templates make of values; the clock stands on Saturday, March 14, 2026."""

from datetime import date, datetime, time

import pytest

from coalition_app.lib import wording
from coalition_app.web import clock as wall
from coalition_app.web import filters

THURSDAY = datetime(2026, 3, 19, 17, 30)


def test_a_day_of_this_year_needs_no_year(app):
    assert filters.day(THURSDAY) == "Mar 19"
    assert filters.weekday(THURSDAY) == "Thu, Mar 19"
    assert filters.long_day(THURSDAY) == "Thursday, March 19"
    assert filters.moment(THURSDAY) == "Thu, Mar 19, 5:30 pm"


def test_a_day_of_another_year_says_which(app):
    assert filters.day(date(2025, 12, 3)) == "Dec 3, 2025"
    assert filters.long_day(date(2025, 12, 3)) == "Wednesday, December 3, 2025"


@pytest.mark.parametrize(
    ("value", "words"),
    [(time(0, 5), "12:05 am"), (time(12), "12:00 pm"), (THURSDAY, "5:30 pm"), (None, "")],
)
def test_a_time_is_told_as_people_do(value, words):
    assert filters.clock_time(value) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (14, "today"),
        (13, "yesterday"),
        (15, "tomorrow"),
        (9, "5 days ago"),
        (19, "in 5 days"),
    ],
)
def test_near_days_are_counted(app, day, words):
    assert filters.ago(date(2026, 3, day)) == words


def test_far_days_are_named(app):
    assert filters.ago(date(2025, 11, 2)) == "Nov 2, 2025"
    assert filters.ago(datetime(2026, 3, 14, 23, 59)) == "today"
    assert filters.ago(None) == "never"


def test_nothing_is_no_word(app):
    for made in (filters.day, filters.weekday, filters.long_day, filters.moment):
        assert made(None) == ""


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 people"), (1, "1 person"), (1200, "1,200 people")]
)
def test_counts_take_the_right_form(count, words):
    assert wording.plural(count, "person", "people") == words


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2035550142", "203 555 0142"),
        ("(203) 555-0142", "203 555 0142"),
        ("+1 203.555.0142", "203 555 0142"),
        ("203 555 0142 ext. 5", "203 555 0142 ext. 5"),
        ("ask Rosa", "ask Rosa"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_phone_number_reads_evenly(typed, shown):
    assert filters.phone(typed) == shown


def test_the_clock_is_the_one_on_the_locals_wall(app, local, clock):
    local.time_zone = "America/Los_Angeles"
    clock.move_to("2026-03-14 00:30")
    assert wall.now() == datetime(2026, 3, 13, 21, 30)
    assert wall.today() == date(2026, 3, 13)


def test_a_local_not_yet_set_up_has_a_clock_too(app, clock):
    assert wall.now() == clock.now
