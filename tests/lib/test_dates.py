"""Days and times as people type them; today is Saturday, March 14, 2026."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_app.lib.dates import parse_day, parse_moment, show_day, show_moment, understand
from tests.any_text import any_text

TODAY = date(2026, 3, 14)
NOW = datetime(2026, 3, 14, 10)


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
        ("Saturday", (2026, 3, 21)),
        ("this saturday", (2026, 3, 14)),
        ("12/28", (2026, 12, 28)),
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
        ("today", "2026-03-14"),
        ("tomorrow", "2026-03-15"),
        ("tom", "2026-03-15"),
        ("yesterday", "2026-03-13"),
        ("mon", "2026-03-16"),
        ("monday", "2026-03-16"),
        ("fri", "2026-03-20"),
        ("sat", "2026-03-21"),
        ("this fri", "2026-03-20"),
        ("next fri", "2026-03-20"),
        ("next monday", "2026-03-16"),
        ("last thursday", "2026-03-12"),
        ("in 2 weeks", "2026-03-28"),
        ("in two weeks", "2026-03-28"),
        ("in 10 days", "2026-03-24"),
        ("in a month", "2026-04-14"),
        ("2 weeks", "2026-03-28"),
        ("+10d", "2026-03-24"),
        ("+3w", "2026-04-04"),
        ("3 days ago", "2026-03-11"),
        ("a week ago", "2026-03-07"),
        ("next week", "2026-03-16"),
        ("next month", "2026-04-01"),
        ("end of month", "2026-03-31"),
        ("end of next month", "2026-04-30"),
        ("end of the week", "2026-03-20"),
        ("eow", "2026-03-20"),
        ("3/19", "2026-03-19"),
        ("3/19/26", "2026-03-19"),
        ("3/19/2026", "2026-03-19"),
        ("3-19", "2026-03-19"),
        ("2/1", "2026-02-01"),
        ("12/1", "2026-12-01"),
        ("2026-04-02", "2026-04-02"),
        ("march 19", "2026-03-19"),
        ("mar 19", "2026-03-19"),
        ("19 march", "2026-03-19"),
        ("march 19th", "2026-03-19"),
        ("mar. 19, 2026", "2026-03-19"),
        ("april 2", "2026-04-02"),
        ("may 1st", "2026-05-01"),
        ("the 20th", "2026-03-20"),
        ("the 3rd", "2026-04-03"),
        ("first monday of may", "2026-05-04"),
        ("last friday of april", "2026-04-24"),
        ("2nd thursday", "2026-04-09"),
        ("thanksgiving", "2026-11-26"),
        ("labor day", "2026-09-07"),
        ("may day", "2026-05-01"),
        ("election day", "2026-11-03"),
        ("WED", "2026-03-18"),
        ("  fri  ", "2026-03-20"),
        ("Fri.", "2026-03-20"),
        ("feb 29", "2028-02-29"),
        ("0 days", "2026-03-14"),
        ("5th friday", "2026-05-29"),
        ("third thursday of next month", "2026-04-16"),
        ("last friday of the month", "2026-03-27"),
        ("1st of may", "2026-05-01"),
        ("the 31st", "2026-03-31"),
        ("this saturday", "2026-03-14"),
        ("last saturday", "2026-03-07"),
        ("in a year", "2027-03-14"),
        ("end of the year", "2026-12-31"),
        ("end of next week", "2026-03-20"),
        ("memorial day", "2026-05-25"),
        ("a couple of weeks", "2026-03-28"),
    ],
)
def test_plain_words_for_a_day(typed, meant):
    assert understand(typed, NOW) == date.fromisoformat(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thu 5:30pm", "2026-03-19T17:30"),
        ("thu 5:30", "2026-03-19T17:30"),
        ("thursday at 5:30 pm", "2026-03-19T17:30"),
        ("tomorrow noon", "2026-03-15T12:00"),
        ("tomorrow 9", "2026-03-15T09:00"),
        ("next tue 3pm", "2026-03-17T15:00"),
        ("mon 9am", "2026-03-16T09:00"),
        ("mon 9:00", "2026-03-16T09:00"),
        ("3/19 5:30p", "2026-03-19T17:30"),
        ("3/19 17:30", "2026-03-19T17:30"),
        ("march 19 at 7", "2026-03-19T19:00"),
        ("today 11am", "2026-03-14T11:00"),
        ("tonight", "2026-03-14T19:00"),
        ("tonight at 8", "2026-03-14T20:00"),
        ("fri morning", "2026-03-20T09:00"),
        ("fri afternoon", "2026-03-20T14:00"),
        ("fri evening", "2026-03-20T18:00"),
        ("in 3 hours", "2026-03-14T13:00"),
        ("5:30pm", "2026-03-14T17:30"),
        ("noon", "2026-03-14T12:00"),
        ("2026-04-02 18:00", "2026-04-02T18:00"),
        ("noon tomorrow", "2026-03-15T12:00"),
        ("5pm on friday", "2026-03-20T17:00"),
        ("thursday evening at 7", "2026-03-19T19:00"),
        ("fri 10 in the morning", "2026-03-20T10:00"),
        ("in 30 minutes", "2026-03-14T10:30"),
        ("sat 5", "2026-03-21T17:00"),
        ("mon 12:15 a.m.", "2026-03-16T00:15"),
        ("mon 06:00", "2026-03-16T06:00"),
        ("midnight", "2026-03-14T00:00"),
    ],
)
def test_plain_words_for_a_moment(typed, meant):
    assert understand(typed, NOW) == datetime.fromisoformat(meant)


@pytest.mark.parametrize(
    "typed",
    [
        "wednes",
        "thrusday",
        "april 31",
        "13/13",
        "32 march",
        "25:00",
        "fri 5:75",
        "soon",
        "asap",
        "when we meet",
        "next",
        "a",
        "5",
        "99/99/99",
        "-",
        "next next",
        "the 32nd",
        "friday friday",
        "03/2026",
        "1 2 3 4",
        "tuesday 25 o'clock",
        "mañana",
        "in -3 days",
        "",
        "5 m",
        "13 pm",
        "0 am",
        "fri 5:3",
        "fri 5 5",
        "5th monday of february 2026",
        "first monday of may 0000",
        "thanksgiving 0000",
        "in 999 years",
        "3/19/1820",
    ],
)
def test_what_means_nothing_is_refused_with_a_word_of_help(typed):
    with pytest.raises(ValueError, match=r"Type a (date|time) like"):
        understand(typed, NOW)


@given(st.text(alphabet="0123456789/-:. @adefhimnoprstuwxy'", max_size=30) | any_text(max_size=30))
def test_any_text_is_a_day_a_moment_or_refused_in_words(typed):
    answer = understood_or_refused(typed)
    assert isinstance(answer, date) or "Type a" in answer


def understood_or_refused(typed: str) -> date | str:
    try:
        return understand(typed, NOW)
    except ValueError as refusal:
        return str(refusal)


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
    assert parse_moment(typed, NOW) == datetime(2026, 3, 19, 17, 30)


def test_noon_is_a_time_in_a_line_too():
    assert parse_moment("thu noon", NOW) == datetime(2026, 3, 19, 12)


@pytest.mark.parametrize("typed", ["3/19", "march 19", "soon 5 pm", "3/19 25:00"])
def test_half_a_moment_is_refused(typed):
    with pytest.raises(ValueError, match="Type a"):
        parse_moment(typed, NOW)


def test_what_a_field_shows_is_read_back_the_same():
    moment = datetime(2026, 3, 9, 0, 5)
    assert show_moment(moment) == "3/9/2026 12:05 am"
    assert parse_moment(show_moment(moment), NOW) == moment
    assert parse_day(show_day(moment), TODAY) == moment.date()
