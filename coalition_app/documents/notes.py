"""How much room each question gets on the pages to write on. All measures are points."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from coalition_app.documents import glyphs

LINE = 20  # what a pen needs
FEWEST_LINES = 3
PAGE = 692  # between the margins of the paper (print/base.css), less a rounding
HEAD = 46  # what this page is, and its heading
ROW = 25  # one commitment
ENDING = 127  # headings of the commitments, who was there, next conversation, who comes along
QUESTION = 6  # the space above one
WIDTH = 486  # of its words, beside the number
SIZE, LEADING = 11, 14.3
WIDER = 1.1  # than the face that is measured
NO_QUESTION = "What was said?"


@dataclass(frozen=True)
class Ask:
    """A question with its number on the screen, and how many lines stand under it."""

    number: int
    question: str
    lines: int


@dataclass(frozen=True)
class NotesPage:
    """`rows`: empty rows for the commitments of each side; none but on the last page."""

    asks: tuple[Ask, ...]
    rows: int = 0


def notes_pages(questions: tuple[str, ...]) -> tuple[NotesPage, ...]:
    """One page if every question gets three lines there, else as few as need be, well filled."""
    questions = questions or (NO_QUESTION,)
    heights = tuple(_height(question) for question in questions)
    numbered = list(enumerate(questions, 1))
    rooms, cuts = _division(heights)
    pages, start = [], 0
    for room, cut in zip(rooms, cuts, strict=True):
        pages.append(_page(numbered[start:cut], heights[start:cut], room))
        start = cut
    return (*pages[:-1], NotesPage(pages[-1].asks, _rows(len(pages))))


def _division(heights: tuple[float, ...]) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """The room on each page, and where each page ends among the questions."""
    for count in range(1, len(heights) + 1):
        rooms = _rooms(count)
        fewest, cuts = _best_cuts(heights, rooms)
        if fewest >= FEWEST_LINES:
            break
    return rooms, cuts


def _height(question: str) -> float:
    lines = ceil(glyphs.width(question, SIZE) * WIDER / WIDTH)
    return QUESTION + LEADING * max(lines, 1)


def _rooms(count: int) -> tuple[float, ...]:
    """The room for questions on each page: the first has a head, the last the commitments."""
    rooms = [float(PAGE)] * count
    rooms[0] -= HEAD
    rooms[-1] -= ENDING + 2 * _rows(count) * ROW
    return tuple(rooms)


def _rows(pages: int) -> int:
    return 2 if pages == 1 else 3


@lru_cache(1024)  # the same ends of the list are asked for again and again
def _best_cuts(
    heights: tuple[float, ...], rooms: tuple[float, ...]
) -> tuple[float, tuple[int, ...]]:
    """Where each page ends, such that the worst question has most lines; and that many lines."""
    if len(rooms) == 1:
        return _lines_each(heights, rooms[0]), (len(heights),)
    options = []
    for cut in range(1, len(heights) - len(rooms) + 2):
        fewest, cuts = _best_cuts(heights[cut:], rooms[1:])
        fewest = min(fewest, _lines_each(heights[:cut], rooms[0]))
        options.append((fewest, (cut, *(cut + later for later in cuts))))
    return max(options)


def _lines_each(heights: tuple[float, ...], room: float) -> float:
    return (room - sum(heights)) / LINE / len(heights)


def _page(numbered: list[tuple[int, str]], heights: tuple[float, ...], room: float) -> NotesPage:
    """The lines that fit, dealt out evenly, the first questions getting what is left over."""
    lines = max(int((room - sum(heights)) // LINE), FEWEST_LINES * len(numbered))
    each, left_over = divmod(lines, len(numbered))
    return NotesPage(
        tuple(
            Ask(number, question, each + (place < left_over))
            for place, (number, question) in enumerate(numbered)
        )
    )
