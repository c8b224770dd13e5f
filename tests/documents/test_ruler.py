"""The ruler page is true to the millimeter: a number read at the crease is the nudge."""

import pytest

from coalition_app.documents.ruler import RulerSheet
from coalition_app.models import Printer
from tests.documents import reading

DOTS = 288
MIDDLE, CENTER = 4.25, 5.5  # inches: where the creases are


@pytest.fixture
def printed(paper):
    def pdf(right: float, down: float, *, is_nudged: bool) -> bytes:
        hall = Printer(name="Union hall", right_mm=right, down_mm=down)
        return RulerSheet.of(hall, is_nudged=is_nudged).pdf()

    return pdf


def zeros(pdf: bytes) -> tuple[float, float]:
    """The middle of the scale across, and of the one down, in inches; the ends are alike."""
    shown = reading.picture(pdf, dots=DOTS)
    across = shown.crop((0, int(1.6 * DOTS), shown.width, int(1.7 * DOTS)))
    down = shown.crop((int(1.2 * DOTS), int(4.7 * DOTS), int(1.3 * DOTS), int(6.3 * DOTS)))
    left, _, right, _ = reading.ink(across, DOTS)
    _, top, _, bottom = reading.ink(down, DOTS)
    return (left + right) / 2, 4.7 + (top + bottom) / 2


def test_unmoved_both_zeros_lie_where_the_sheet_is_folded(printed):
    assert zeros(printed(3, 3, is_nudged=False)) == pytest.approx((MIDDLE, CENTER), abs=0.006)


def test_its_check_is_moved_by_the_nudge(printed):
    right, down = zeros(printed(2.54, -1.27, is_nudged=True))
    assert (right, down) == pytest.approx((MIDDLE + 0.1, CENTER - 0.05), abs=0.006)


def test_it_is_one_page_of_letter_paper_with_a_card_s_box(printed):
    pdf = printed(0, 0, is_nudged=False)
    assert len(reading.pages(pdf)) == 1
    assert reading.page_sizes(pdf) == {reading.LETTER}
    shown = reading.picture(pdf, dots=DOTS)
    box = reading.ink(shown.crop((0, int(6.5 * DOTS), shown.width, int(9 * DOTS))), DOTS)
    assert box[2] - box[0] == pytest.approx(85.6 / 25.4, abs=0.02)
