"""Arabic and Hebrew read from the right, and keep what stands beside them in order."""

import pytest

from tests.documents import reading, samples

ARABIC = "وعد محمد عبد الرحمن بأن يأتي إلى الاجتماع القادم في قاعة الاتحاد."
HEBREW = "רחל כהן הבטיחה לבוא."


def places(printer, paragraph: str) -> tuple[float, float]:
    """Where the ink of a short paragraph begins and ends, in inches from the left."""
    html = f'<html lang="en"><title>x</title><p>{paragraph}</p>'
    left, _top, right, _bottom = reading.ink(reading.picture(printer.pdf(html)))
    return left, right


@pytest.mark.parametrize("paragraph", [ARABIC, HEBREW, f"“{HEBREW}” (Rachel)"])
def test_a_paragraph_that_begins_from_the_right_ends_at_the_right_margin(printer, paragraph):
    left, right = places(printer, paragraph)
    assert left > 3
    assert right > 7.6


def test_a_paragraph_of_ours_with_a_name_in_it_begins_at_the_left(printer):
    left, right = places(printer, "Call محمد about the hall.")
    assert left < 0.8
    assert right < 4


def test_a_line_of_ours_that_begins_with_a_name_begins_at_the_left(printer):
    left, _right = places(printer, "\u2068محمد\u2069, president")
    assert left < 0.8
    left, _right = places(printer, "<b>\u2068محمد\u2069</b>, \u2068203 555 0142\u2069")
    assert left > 3


def test_a_phone_number_behind_a_name_keeps_its_order(paper):
    html = samples.letter_sheet(address=("محمد عبد الرحمن",)).html()
    assert "\u2068محمد عبد الرحمن\u2069" in html
    assert "\u2068203 555 0100\u2069" in html


def test_latin_words_are_printed_without_marks(paper):
    assert "\u2068" not in samples.letter_sheet().html()
