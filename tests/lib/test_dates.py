"""Days and times as people type them; today is Saturday, March 14, 2026."""

from datetime import date, datetime, time

import pytest

from coalition_app.lib.dates import parse_day, parse_moment, parse_time, show_day, show_moment

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3/19/2026", (2026, 3, 19)),
        ("03/19/26", (2026, 3, 19)),
        ("3-19-2026", (2026, 3, 19)),
        ("2026-03-19", (2026, 3, 19)),
        ("3/19", (2026, 3, 19)),
        ("March 19", (2026, 3, 19)),
        ("mar. 19th, 2027", (2027, 3, 19)),
        ("Sept 9", (2026, 9, 9)),
        (" MAY 1 ", (2026, 5, 1)),
        ("today", (2026, 3, 14)),
        ("Tomorrow", (2026, 3, 15)),
        ("yesterday", (2026, 3, 13)),
        ("thu", (2026, 3, 19)),
        ("Saturday", (2026, 3, 14)),
        ("2/29/2028", (2028, 2, 29)),
    ],
)
def test_a_day_is_understood(typed, meant):
    assert parse_day(typed, TODAY) == date(*meant)


@pytest.mark.parametrize(
    ("typed", "today", "meant"),
    [
        ("1/5", date(2026, 12, 20), (2027, 1, 5)),
        ("12/28", date(2026, 1, 3), (2025, 12, 28)),
        ("2/29", date(2027, 12, 1), (2028, 2, 29)),
    ],
)
def test_without_a_year_the_nearest_is_meant(typed, today, meant):
    assert parse_day(typed, today) == date(*meant)


@pytest.mark.parametrize(
    "typed",
    [
        "the 40th",
        "2/30/2026",
        "2026-13-01",
        "13/1",
        "ma 3",
        "19",
        "0/0",
        "1/1/1820",
        "9999-01-01",
        "t",
        "３/１９ x",
    ],
)
def test_what_is_no_day_says_what_to_type(typed):
    with pytest.raises(ValueError, match="Type a date like"):
        parse_day(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5:30 pm", time(17, 30)),
        ("5:30PM", time(17, 30)),
        ("5 p.m.", time(17)),
        ("17:30", time(17, 30)),
        ("12 am", time(0)),
        ("12:15 pm", time(12, 15)),
        ("noon", time(12)),
        ("9", time(9)),
        ("6", time(18)),
        ("06:00", time(6)),
        ("0:30", time(0, 30)),
    ],
)
def test_a_time_is_understood(typed, meant):
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "25:00", "5:75", "13 pm", "0 am", "soon", "5:3", "5 m", "1 5"]
)
def test_what_is_no_time_says_what_to_type(typed):
    with pytest.raises(ValueError, match="Type a time like"):
        parse_time(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "3/19/2026 5:30 pm",
        "2026-03-19T17:30",
        "2026-03-19 17:30:00",
        "Thursday at 5:30pm",
        "March 19, 5:30 p.m.",
        "3/19 17:30",
    ],
)
def test_a_day_and_a_time_are_understood_in_one_line(typed):
    assert parse_moment(typed, TODAY) == datetime(2026, 3, 19, 17, 30)


def test_noon_is_a_time_in_a_line_too():
    assert parse_moment("thu noon", TODAY) == datetime(2026, 3, 19, 12)


@pytest.mark.parametrize("typed", ["5:30 pm", "3/19", "march 19", "soon 5 pm", "3/19 25:00"])
def test_half_a_moment_is_refused(typed):
    with pytest.raises(ValueError, match="Type a"):
        parse_moment(typed, TODAY)


def test_what_a_field_shows_is_read_back_the_same():
    moment = datetime(2026, 3, 9, 0, 5)
    assert show_moment(moment) == "3/9/2026 12:05 am"
    assert parse_moment(show_moment(moment), TODAY) == moment
    assert parse_day(show_day(moment), TODAY) == moment.date()
