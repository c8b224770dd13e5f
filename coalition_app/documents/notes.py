"""How much room each question gets on the pages to write on. All measures are points."""

from dataclasses import dataclass
from functools import lru_cache

from coalition_app.documents.measures import USUAL, Measures

FEWEST_LINES = 3
QUESTION = 6  # the space above one
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


def notes_pages(questions: tuple[str, ...], measures: Measures = USUAL) -> tuple[NotesPage, ...]:
    """One page if every question gets three lines there, else as few as need be, well filled."""
    questions = questions or (NO_QUESTION,)
    heights = tuple(_height(question, measures) for question in questions)
    numbered = list(enumerate(questions, 1))
    rooms, cuts = _division(heights, measures)
    pages, start = [], 0
    for room, cut in zip(rooms, cuts, strict=True):
        room_to_write = room - sum(heights[start:cut])
        pages.append(_page(numbered[start:cut], room_to_write, measures.pen))
        start = cut
    return (*pages[:-1], NotesPage(pages[-1].asks, _rows(len(pages))))


def _division(
    heights: tuple[float, ...], measures: Measures
) -> tuple[tuple[float, ...], tuple[int, ...]]:
    """The room on each page, and where each page ends among the questions."""
    for count in range(1, len(heights) + 1):
        rooms = _rooms(count, measures)
        fewest, cuts = _best_cuts(heights, rooms)
        if fewest >= FEWEST_LINES * measures.pen:
            break
    return rooms, cuts


def _height(question: str, measures: Measures) -> float:
    size, leading, number = measures.asked
    return QUESTION + leading * measures.lines(question, measures.width - number, size)


def _rooms(count: int, measures: Measures) -> tuple[float, ...]:
    """The room for questions on each page: the first has a head, the last the commitments."""
    rooms = [measures.page] * count
    rooms[0] -= measures.head
    rooms[-1] -= measures.ending + 2 * _rows(count) * measures.row
    return tuple(rooms)


def _rows(pages: int) -> int:
    return 2 if pages == 1 else 3


@lru_cache(1024)  # the same ends of the list are asked for again and again
def _best_cuts(
    heights: tuple[float, ...], rooms: tuple[float, ...]
) -> tuple[float, tuple[int, ...]]:
    """Where each page ends, such that the worst question has most room; and that much of it."""
    if len(rooms) == 1:
        return _room_each(heights, rooms[0]), (len(heights),)
    options = []
    for cut in range(1, len(heights) - len(rooms) + 2):
        fewest, cuts = _best_cuts(heights[cut:], rooms[1:])
        fewest = min(fewest, _room_each(heights[:cut], rooms[0]))
        options.append((fewest, (cut, *(cut + later for later in cuts))))
    return max(options)


def _room_each(heights: tuple[float, ...], room: float) -> float:
    return (room - sum(heights)) / len(heights)


def _page(numbered: list[tuple[int, str]], room: float, pen: float) -> NotesPage:
    """The lines that fit, dealt out evenly, the first questions getting what is left over."""
    lines = max(int(room // pen), FEWEST_LINES * len(numbered))
    each, left_over = divmod(lines, len(numbered))
    return NotesPage(
        tuple(
            Ask(number, question, each + (place < left_over))
            for place, (number, question) in enumerate(numbered)
        )
    )
