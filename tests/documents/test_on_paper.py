"""Letters of a run stand on paper that is set once: they look like letters printed one by one."""

from dataclasses import replace

import pytest

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.on_paper import OnPaper
from coalition_app.lib import svg
from tests.documents import reading, samples
from tests.presses import CAN_FORK

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2H0z"/></svg>'
PARAGRAPH = "We wish to go on working together, because the ordinance and our bill are one. " * 4
OFFICERS = ("Bartholomew Oyelaran-Featherstonehaugh, President", "Terrence Pell, Treasurer")


def on_paper(sheet: LetterSheet) -> OnPaper:
    return OnPaper(sheet.paper.html(), sheet.words())


@pytest.fixture
def letters(paper) -> list[LetterSheet]:
    """Of one page, of three, and two that are set tighter; on two papers."""
    plain = samples.letter_sheet(imprint="Printed in house.", officers=OFFICERS)
    with_logo = replace(plain, logo=svg.rebuilt(LOGO), logo_kind="svg")
    texts = [f"{PARAGRAPH}\n\n" * count for count in (5, 25, 13)]
    longer = [samples.letter_sheet(text, imprint="Printed in house.") for text in texts]
    return [plain, with_logo, *longer, with_logo]


def test_they_look_the_same(printer, letters):
    alone = printer.many([each.html() for each in letters], title="-", at_once=6, tagged=False)
    together = printer.many(map(on_paper, letters), title="-", at_once=6, tagged=False)
    assert together.pages == alone.pages
    assert max(alone.pages) == 3
    for page in range(sum(alone.pages)):
        assert reading.picture(together.pdf, page) == reading.picture(alone.pdf, page)


def test_the_letterhead_is_read_before_the_address_and_the_text(printer, letters):
    words = reading.text(printer.many([on_paper(letters[0])], title="-", tagged=False).pdf)
    order = ["CWA Local 555", "March 21", "Grove St", "Dear", "Thank you", "solidarity"]
    assert sorted(order, key=words.index) == order


def test_each_letter_is_a_bookmark_with_the_name_on_its_envelope(printer, letters):
    names = ["Elena Díaz", "Ana Silva"]
    two = [replace(letters[n], address=(name, "Derby CT  06418")) for n, name in enumerate(names)]
    file = reading.read(printer.many(map(on_paper, two), title="-", tagged=False).pdf)
    assert [mark.title for mark in file.outline] == names


# Told of in a process that prints: WeasyPrint is loaded nowhere else.
SHARING = """
from shared_styles import shared_styles
from weasyprint import CSS, HTML, css
from weasyprint.css import StyleFor

def styles():
    pages = [HTML(string="<p>Hall").render(stylesheets=[SHEET]).pages[0] for _ in range(2)]
    return [id(page._page_box.style) for page in pages]

SHEET, THEIRS = CSS(string="p { color: red }"), StyleFor.set_computed_styles
with shared_styles():
    one, other = styles()
    assert one == other, "not shared"
assert StyleFor.set_computed_styles is THEIRS
one, other = styles()
assert one != other

StyleFor.set_computed_styles = lambda self, something, else_: None
with shared_styles():
    assert StyleFor.set_computed_styles.__code__.co_argcount == 3
print("All is well.")
"""


@pytest.mark.skipif(not CAN_FORK, reason="no process is to be had that prints nothing")
def test_styles_are_shared_for_one_portion_and_only_as_long_as_weasyprint_is_the_same(
    quick_presses,
):
    assert quick_presses.printed_by(SHARING) == "All is well.\n"
