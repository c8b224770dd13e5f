"""The "Who do you know?" sheet on paper matches the grid on which it is entered."""

import itertools

from coalition_app.documents.acquaintances import AcquaintancesSheet, Line
from coalition_app.models import BOXES, sheet_organizations
from tests import world
from tests.documents.reading import LETTER, lines, page_sizes, pages

SHEET = AcquaintancesSheet(
    file_name="Who do you know - 2026-03-14.pdf",
    local="Local 555",
    footer="Local 555 · March 14, 2026",
    boxes=tuple(box.label for box in BOXES),
    lines=tuple(Line(chr(65 + n // 2), f"Alliance {n:02}", str(n + 1)) for n in range(30)),
)


def test_it_is_letter_size_and_every_page_has_the_headings_and_a_name(paper):
    pdf = SHEET.pdf()
    assert page_sizes(pdf) == {LETTER}
    assert len(pages(pdf)) == 2
    for words in pages(pdf):
        assert "Your name, please print" in words
        assert all(box.label in words for box in BOXES)
    assert "May we tell them that you know them?" in pages(pdf)[-1]


def test_the_rows_stand_in_order_with_their_numbers_and_room_for_a_pen(paper):
    found = lines(SHEET.pdf())
    rows = [line for line in found if line.words.startswith("Alliance")]
    assert [line.words for line in rows] == sorted(line.words for line in rows)
    steps = [below.y - above.y for above, below in itertools.pairwise(rows)]
    assert min(steps) >= 0.25
    assert "12" in [line.words for line in found]


def test_paper_and_grid_have_the_same_rows(local, db):
    world.started("The Zebra Club")
    world.listed("Bread and Roses")
    world.listed("Éclair Makers")
    sheet = AcquaintancesSheet.of(world.DAY)
    on_screen = sheet_organizations()
    assert [line.number for line in sheet.lines] == [str(each.id) for each in on_screen]
    assert [line.letter for line in sheet.lines] == ["B", "E", "T"]
    assert sheet.boxes == ("Member", "Family", "Worship", "Neighbor", "Friend", "Coworker")


def test_everybody_may_print_it(viewer):
    answer = viewer.get("/acquaintances/sheet.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    named = 'inline; filename="Who do you know - 2026-03-14.pdf"'
    assert answer.headers["Content-Disposition"] == named
    assert viewer.get("/acquaintances/sheet.pdf", htmx=True).status == 204
