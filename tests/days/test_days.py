"""The month, and how a typed day is read back before it is sent."""

from datetime import date, datetime

import pytest

from tests import world


def test_a_meeting_stands_on_its_day(viewer, db):
    world.planned(world.started(), at=datetime(2026, 3, 19, 17, 30))
    page = viewer.get("/days")
    day = page.one(".month td:has(li)")
    assert day.one("time")["datetime"] == "2026-03-19"
    assert "5:30 pm Harbor Valley Civil Rights League" in day.text


def test_what_is_due_and_our_board_stand_there_too(organizer, db, local):
    league = world.started()
    world.promised(world.planned(league), league, by=date(2026, 3, 25))
    local.next_board_on = date(2026, 3, 26)
    page = organizer.get("/days")
    assert "We: " in page.text
    assert "Our board meets" in page.text


@pytest.mark.parametrize(
    ("asked", "title"),
    [("", "March 2026"), ("2026-02", "February 2026"), ("2199-12", "December 2199")],
)
def test_any_month_may_be_opened(viewer, asked, title):
    assert viewer.get(f"/days?month={asked}").one("h1").text == title


@pytest.mark.parametrize("asked", ["x", "2026-13", "0000-00", "9999-99", "9999-12", "0001-01"])
def test_what_is_no_month_is_this_one(viewer, asked):
    assert viewer.get(f"/days?month={asked}").one("h1").text == "March 2026"


def test_an_empty_month_says_so(viewer):
    assert "Nothing is planned or due" in viewer.get("/days?month=2026-07").text


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("day", "next fri", "Friday, March 20"),
        ("day", "fri 5pm", ""),
        ("day", "fr", ""),
        ("moment", "thu 5:30", "Thu, Mar 19, 5:30 pm"),
        ("moment", "thu", "Thursday, March 19, at what time?"),
        ("moment", "", ""),
    ],
)
def test_what_is_typed_is_read_back(viewer, kind, typed, words):
    answer = viewer.get(
        f"/days/understood/{kind}", query_string={"due_on": typed}, htmx="p#due_on-understood"
    )
    assert answer.data.decode().strip() == words


def test_without_htmx_there_is_the_month(viewer):
    assert viewer.get("/days/understood/day?x=fri").location == "/days"
