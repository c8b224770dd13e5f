"""A meeting planned in one line, on Saturday, March 14, 2026."""

from datetime import datetime

import pytest

from coalition_app.lib.dates import parse_end
from coalition_app.lib.plan_line import read_plan

NOW = datetime(2026, 3, 14, 10)
THURSDAY = datetime(2026, 3, 19, 17, 30)


@pytest.mark.parametrize(
    ("line", "place", "kind"),
    [
        ("thu 5:30pm", "", ""),
        ("thu 5:30pm coffee at Corner Café", "coffee at Corner Café", ""),
        ("thu 5:30 at 12 Main Street", "12 Main Street", ""),
        ("3/19 17:30, Union hall", "Union hall", ""),
        ("thursday at 5:30 pm call", "", "call"),
        ("thu 5:30pm phone call, 203 555 0142", "203 555 0142", "call"),
        ("thu 5:30pm house meeting at Elena's", "Elena's", "house"),
        ("thu 5:30pm working meeting at the union hall", "the union hall", "working"),
        ("thu 5:30pm first meeting", "", "first"),
        ("thu 5:30pm callbox café", "callbox café", ""),
    ],
)
def test_when_where_and_the_kind(line, place, kind):
    assert read_plan(line, NOW) == (THURSDAY, None, place, kind)


@pytest.mark.parametrize(
    "line",
    ["thu 5:30-7pm hall", "thu 5:30 to 7 pm hall", "thu 5:30pm - 7pm hall", "thu 17:30–19 hall"],
)
def test_until_when(line):
    assert read_plan(line, NOW) == (THURSDAY, datetime(2026, 3, 19, 19), "hall", "")


def test_a_day_with_a_hyphen_is_no_span():
    assert read_plan("3-19 5:30pm hall", NOW).starts_at == THURSDAY


@pytest.mark.parametrize("line", ["", "coffee", "thu coffee", "soon 5pm", "thu 25:00 hall"])
def test_without_a_moment_it_says_what_to_type(line):
    with pytest.raises(ValueError, match="Type a date and a time"):
        read_plan(line, NOW)


@pytest.mark.parametrize(
    ("typed", "end"),
    [("7", 19), ("7 pm", 19), ("20:00", 20), ("90 minutes", 19), ("in 90 minutes", 19)],
)
def test_an_end_is_a_time_or_a_length(typed, end):
    assert parse_end(typed, THURSDAY) == datetime(2026, 3, 19, end)


@pytest.mark.parametrize(("typed", "words"), [("5 pm", "before it begins"), ("late", "like")])
def test_an_end_that_is_none_says_so(typed, words):
    with pytest.raises(ValueError, match=words):
        parse_end(typed, THURSDAY)
