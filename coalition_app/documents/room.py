"""How much room is left to write on the people sheet and beside a call."""

from coalition_app.documents.measures import Measures
from coalition_app.documents.packet_parts import Attendee, Party, Remark, Room

NAME, KNOWN = 0.36, 0.6  # of the width: the columns of the people sheet
OFFICE = 0.5
PARTY = 1.6  # lines that the head of a table takes
SPARE = 3  # lines that the reckoning may be wrong by
CELL = 4.7  # around the text of a row
FEWEST_ROWS, USUAL_ROWS, MOST_ROWS = 3, 7, 20
MOST_LINES_EACH = 10
FEWEST_LINES, MOST_LINES = 3, 14
SCRIPT, SCRIPT_LEADING = 1.2, 1.8  # its size, and its leading, as a part of the usual size
RESULTS = 4  # rows of what came of a call
HEADINGS = 3


def on_people_sheet(theirs: tuple[Party, ...], ours: Party | None, measures: Measures) -> Room:
    """What fills the sheet if those expected leave room on its first page."""
    used = measures.head + sum(_party(each, measures) for each in theirs)
    if ours:
        used += PARTY * measures.leading
        used += sum(_of_ours(each, measures) for each in ours.people)
    left = measures.page - used - SPARE * measures.leading
    expected = max(sum(len(each.people) for each in theirs), 1)
    lines = int((left - USUAL_ROWS * measures.row) // (expected * measures.pen))
    lines = min(max(lines, 0), MOST_LINES_EACH)
    rows = int((left - lines * expected * measures.pen) // measures.row)
    return Room(lines, min(rows, MOST_ROWS) if rows >= FEWEST_ROWS else 0)


def _party(party: Party, measures: Measures) -> float:
    return PARTY * measures.leading + sum(_of_theirs(each, measures) for each in party.people)


def _of_theirs(person: Attendee, measures: Measures) -> float:
    about = [f"{person.name} {person.pronouns}", f"{person.role} · {person.phone}"]
    known = [f"{each.lead} {each.text}" for each in person.known] + [f"Last talk {person.talk}"]
    sides = ((about, measures.width * NAME - 14), (known, measures.width * KNOWN))
    heights = (sum(measures.height(text, width) for text in side if text) for side, width in sides)
    return CELL + max(heights)


def _of_ours(person: Attendee, measures: Measures) -> float:
    return CELL + measures.height(person.name, measures.width * OFFICE - 14)


def call_lines(script: str, numbers: tuple[Remark, ...], about_us: str, measures: Measures) -> int:
    script_lines = measures.lines(script, measures.width - 12, measures.size * SCRIPT)
    used = measures.head + script_lines * measures.size * SCRIPT_LEADING
    used += len(numbers) * measures.leading + measures.height(about_us, measures.width)
    used += RESULTS * measures.row + HEADINGS * 2.6 * measures.leading
    return int(min(max((measures.page - used) // measures.pen, FEWEST_LINES), MOST_LINES))
