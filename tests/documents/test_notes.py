"""How the pages to write on are divided among the questions."""

import pytest

from coalition_app.documents.notes import FEWEST_LINES, notes_pages

QUESTION = "What are their priorities for the near future?"


@pytest.mark.parametrize("count", [1, 3, 5, 6, 7, 8, 9, 12, 20, 40])
def test_every_question_is_there_once_in_order_with_room(count):
    pages = notes_pages((QUESTION,) * count)
    asks = [ask for page in pages for ask in page.asks]
    assert [ask.number for ask in asks] == list(range(1, count + 1))
    assert min(ask.lines for ask in asks) >= FEWEST_LINES


@pytest.mark.parametrize("count", [6, 7, 8, 9])
def test_questions_on_two_pages_get_about_the_same_room(count):
    lines = [ask.lines for page in notes_pages((QUESTION,) * count) for ask in page.asks]
    assert max(lines) - min(lines) <= 4


def test_the_commitments_stand_on_the_last_page_only():
    rows = [page.rows for page in notes_pages((QUESTION,) * 8)]
    assert rows == [0, 3]


def test_a_question_of_many_lines_takes_room_from_the_others():
    short = notes_pages((QUESTION,) * 3)
    long = notes_pages((QUESTION * 12, QUESTION, QUESTION))
    assert long[0].asks[1].lines < short[0].asks[1].lines


def test_without_questions_there_is_room_for_what_was_said():
    (page,) = notes_pages(())
    assert page.asks[0].lines > 10


def test_a_question_longer_than_a_page_ends():
    assert notes_pages((QUESTION * 200, QUESTION))
