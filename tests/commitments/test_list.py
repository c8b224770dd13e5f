"""One list over all commitments."""

from datetime import date

import pytest

from tests import world
from tests.keeping import kept


@kept
def four(db, local):
    """Ours late, theirs late, ours in time, ours kept; seen from March 14."""
    league = world.started()
    meeting = world.planned(league)
    world.promised(meeting, league, "Print flyers", by=date(2026, 3, 10))
    elena = world.theirs(league)
    world.promised(
        meeting, league, "Volunteer list", by=date(2026, 3, 11), is_ours=False, owner=elena
    )
    world.promised(meeting, league, "Hall on May 14")
    world.promised(meeting, league, "Send the bill", by=date(2026, 3, 1)).keep(date(2026, 3, 2))


def shown(page) -> list[str]:
    return [each.text for each in page.all("tbody th > a:first-child")]


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("", ["Print flyers", "Volunteer list", "Hall on May 14"]),
        ("ours", ["Print flyers", "Hall on May 14"]),
        ("theirs", ["Volunteer list"]),
        ("late", ["Print flyers", "Volunteer list"]),
        ("week", ["Print flyers", "Volunteer list"]),
        ("all", ["Send the bill", "Hall on May 14", "Volunteer list", "Print flyers"]),
    ],
)
def test_it_shows_what_is_asked_for(organizer, show, expected):
    assert shown(organizer.get(f"/commitments?show={show}")) == expected


@pytest.mark.usefixtures("four")
def test_red_is_only_what_we_owe_and_theirs_is_a_reminder(organizer):
    page = organizer.get("/commitments")
    assert page.one(".late").text == "4 days late"
    assert page.one(".soon").text == "remind them"
    assert "1 commitment of ours late" in page.text


@pytest.mark.usefixtures("four")
def test_a_viewer_reads_it_without_buttons(viewer):
    page = viewer.get("/commitments?show=all")
    assert "Print flyers" in page.text
    assert not page.has("main td form, main td .btn")


@pytest.mark.parametrize(
    ("show", "words"),
    [
        ("", "No open commitment yet."),
        ("ours", "We owe nobody anything now."),
        ("theirs", "Nobody owes us anything now."),
        ("late", "Nothing is late."),
        ("all", "No commitment yet."),
    ],
)
def test_an_empty_list_says_so_in_words(viewer, show, words):
    assert words in viewer.get(f"/commitments?show={show}").text


def test_a_hundred_stand_on_a_page(viewer, db):
    league = world.started()
    meeting = world.planned(league)
    for number in range(101):
        world.promised(meeting, league, f"Flyer {number}")
    page = viewer.get("/commitments")
    assert len(page.all("tbody tr")) == 100
    assert len(viewer.get("/commitments?page=2").all("tbody tr")) == 1


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("flyers", ["Print flyers"]),
        ("ELENA diaz", ["Volunteer list"]),
        ("harbor list", ["Volunteer list"]),
        ("100%", []),
    ],
)
def test_it_is_searched_by_what_who_and_with_whom(organizer, typed, expected):
    page = organizer.get("/commitments", query_string={"q": typed})
    assert shown(page) == expected
    assert page.one("#q")["value"] == typed


@pytest.mark.usefixtures("four")
def test_a_search_finds_what_was_kept_too(organizer):
    assert shown(organizer.get("/commitments?show=all&q=bill")) == ["Send the bill"]
