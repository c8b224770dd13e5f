"""Labels lie in their cells, whatever stands on them; inches from the sheet's top left."""

from datetime import date

import pytest
from flask import current_app

from coalition_app.documents.labels import LabelsSheet
from coalition_app.lib.label_formats import FORMATS, LEAST_PADDING
from tests.documents import reading, samples

DAY = date(2026, 3, 14)
LONGEST = (
    "Bartholomew Okonkwo-Featherstonehaugh",
    samples.LONG_NAME,
    "1500 Martin Luther King Junior Boulevard Apt 1204B",
    "Rancho Santa Margarita CA  92688-1234",
)
SHORT = ("Dori James", "12 Main St", "New Haven CT  06510")
BADGE = ("Bartholomew Okonkwo-Featherstonehaugh", samples.LONG_NAME)
DOTS = 144
MILLIMETER = 1 / 25.4


def longest(kind):
    if kind.name == "5167":  # a return label holds our own address, of three lines
        return (*LONGEST[1:2], *LONGEST[3:])
    return BADGE if kind.name == "5395" else LONGEST


def cell(kind, index: int) -> tuple[float, float, float, float]:
    left, top = kind.place(index)
    return left, top, left + kind.width, top + kind.height


@pytest.mark.parametrize("kind", FORMATS.values(), ids=list(FORMATS))
def test_the_longest_text_stays_in_its_cell(paper, kind):
    """In the first and the last cell: what is printed keeps its distance from the edges."""
    last = kind.per_sheet - 1
    between = [("x",)] * (last - 1)
    sheet = LabelsSheet.of(kind, [longest(kind), *between, longest(kind)], DAY)
    assert (sheet.too_long, len(sheet.sheets)) == ((), 1)
    shown = reading.picture(sheet.pdf(), dots=DOTS)
    for index in (0, last):
        left, top, right, bottom = cell(kind, index)
        pad = LEAST_PADDING
        inner = reading.ink(cut(shown, left + pad, top + pad, right - pad, bottom - pad), DOTS)
        whole = reading.ink(cut(shown, left, top, right, bottom), DOTS)
        assert size(inner) == pytest.approx(size(whole), abs=1.5 / DOTS)


def cut(shown, *inches: float):
    return shown.crop(tuple(round(each * DOTS) for each in inches))


def size(box: tuple[float, ...]) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


@pytest.mark.parametrize("kind", FORMATS.values(), ids=list(FORMATS))
def test_every_block_lies_in_its_cell(kind):
    sheet = LabelsSheet.of(kind, [longest(kind)] * kind.per_sheet, DAY)
    blocks = iter(sheet.sheets[0])
    for index in range(kind.per_sheet):
        left, top, right, bottom = cell(kind, index)
        for _ in range(2 if kind.name == "5395" else 1):
            block = next(blocks)
            lines = block.text.count("\n") + 1
            assert block.left / 72 >= left + LEAST_PADDING - 0.001
            assert block.top / 72 >= top + LEAST_PADDING - 0.001
            assert (block.left + block.width) / 72 <= right - LEAST_PADDING + 0.001
            assert (block.top + lines * block.points * 1.2) / 72 <= bottom - LEAST_PADDING + 0.001


def test_a_half_used_sheet_begins_at_its_next_label(paper):
    """From the seventh: the first six stay empty, and the order is kept over the sheets."""
    names = [f"Person {number}" for number in range(1, 27)]
    sheet = LabelsSheet.of(FORMATS["5160"], [(name, *SHORT[1:]) for name in names], DAY, start=7)
    pdf = sheet.pdf()
    assert len(reading.pages(pdf)) == 2
    first, second = (reading.lines(pdf, page) for page in (0, 1))
    seventh = next(line for line in first if line.words.startswith("Person 1"))
    left, top = FORMATS["5160"].place(6)
    assert left < seventh.x < left + 0.3
    assert top < seventh.y < top + 1
    assert all(line.y > top for line in first)
    printed = [line.words.split("\n")[0] for line in (*first, *second) if "Person" in line.words]
    assert printed == names


def test_a_nudge_moves_all_of_it(paper):
    plain, moved = (
        LabelsSheet.of(FORMATS["5160"], [SHORT], DAY, nudge=nudge).sheets[0][0]
        for nudge in ((0, 0), (1.5, -0.5))
    )
    assert (moved.left - plain.left) / 72 == pytest.approx(1.5 * MILLIMETER, abs=0.001)
    assert (moved.top - plain.top) / 72 == pytest.approx(-0.5 * MILLIMETER, abs=0.001)


def test_a_name_is_set_smaller_rather_than_wrapped():
    block = LabelsSheet.of(FORMATS["5160"], [("Bartholomew Featherstonehaugh-Li", *SHORT[1:])], DAY)
    assert block.sheets[0][0].text.count("\n") == 2


def test_what_fits_no_label_is_left_out_and_named():
    texts = [SHORT, ("W" * 400, *SHORT[1:]), SHORT, ()]
    sheet = LabelsSheet.of(FORMATS["5160"], texts, DAY)
    assert (sheet.too_long, sheet.count, len(sheet.sheets[0])) == ((1, 3), 2, 2)


def test_many_sheets_are_one_file_in_order(printer, paper, monkeypatch):
    monkeypatch.setitem(current_app.extensions, "printer", printer)
    texts = [(f"Person {number}", *SHORT[1:]) for number in range(1, 84)]
    pdf = LabelsSheet.of(FORMATS["5163"], texts, DAY).pdf()
    assert len(reading.pages(pdf)) == 9
    assert "Person 1 " in reading.text(pdf, 0)
    assert "Person 83 " in reading.text(pdf, 8)
