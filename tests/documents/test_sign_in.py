"""The sign-in sheet: measures from the PDF, and nothing on it that others should not read."""

import itertools

import pytest

from coalition_app.documents.sign_in import ROWS, SignInSheet, filled_up
from tests import world
from tests.documents import reading

PEOPLE = [(f"Person {n:02}", "Elm Street and Upper Harbor Block Clubs") for n in range(12)]


def sheet(people=()) -> SignInSheet:
    return SignInSheet(
        file_name="Sign-in sheet - 2026-03-19.pdf",
        local="CWA Local 555",
        meeting="Harbor Valley Civil Rights League, " * 4,
        when="Thursday, March 19, 5:30 pm",
        where="Corner Cafe",
        footer="Local 555",
        rows=filled_up(list(people)),
    )


@pytest.fixture
def printed(paper) -> bytes:
    return sheet(PEOPLE).pdf()


def test_rows_are_as_high_as_a_pen_needs(printed):
    numbers = [
        line for line in reading.lines(printed) if line.words in map(str, range(1, ROWS + 1))
    ]
    heights = [below.y - above.y for above, below in itertools.pairwise(numbers)]
    assert [line.words for line in numbers] == [str(n) for n in range(1, ROWS + 1)]
    assert min(heights) >= 0.4


def test_pages_are_whole_and_each_repeats_the_heading(printed):
    assert len(reading.pages(printed)) == 2  # twelve expected, and at least four blank rows
    for page in range(2):
        text = reading.text(printed, page)
        assert "please print" in text
        assert "May we contact you?" in text
    ((width, height),) = reading.page_sizes(printed)
    assert width > height


@pytest.mark.parametrize(("people", "rows"), [(0, 14), (1, 14), (10, 14), (11, 28), (24, 28)])
def test_there_is_room_for_those_whom_nobody_expected(people, rows):
    assert len(filled_up(PEOPLE[:1] * people)) == rows


def test_who_is_expected_stands_there_by_family_name_and_without_numbers(local, db):
    league = world.started()
    meeting = world.planned(league)
    meeting.attendances.clear()
    meeting.expect(world.theirs(league, "Marcus Zuniga"), league)
    meeting.expect(world.ours("Zoe Adams"), None)
    made = SignInSheet.of(meeting, world.DAY, with_expected=True)
    assert [(row.name, row.organization) for row in made.rows[:3]] == [
        ("Zoe Adams", "Local 555"),
        ("Marcus Zuniga", "Harbor Valley Civil Rights League"),
        ("", ""),
    ]
    assert "555 01" not in made.html()
    assert not SignInSheet.of(meeting, world.DAY).rows[0].name
