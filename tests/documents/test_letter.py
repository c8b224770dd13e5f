"""The letter as it lies in a #10 single-window envelope; inches from the paper's top left."""

import base64
import io

import pytest
from PIL import Image

from coalition_app.documents.letter import LetterSheet
from coalition_app.lib import svg
from coalition_app.lib.simple_text import blocks
from coalition_app.models import Letter
from tests import world
from tests.documents import reading, samples

PARAGRAPH = "We wish to go on working together, because the ordinance and our bill are one. " * 4


@pytest.fixture
def letter(paper):
    """Prints a letter with some of its words changed."""
    return lambda *text, **changes: samples.letter_sheet(*text, **changes).pdf()


def test_the_letter_is_one_page_of_us_letter(letter):
    assert len(reading.pages(letter())) == 1
    assert reading.page_sizes(letter()) == {reading.LETTER}


def test_it_says_what_it_is_and_in_which_language(letter):
    reader = reading.read(letter())
    root = reader.trailer["/Root"]
    assert reader.metadata.title == "Follow-up letter to Elena Díaz, March 21, 2026"
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_all_its_fonts_are_ours_and_embedded(letter):
    fonts = reading.fonts(letter())
    assert fonts
    assert all(fonts.values())
    assert all(name.startswith(("Public-Sans", "Source-Serif-4")) for name in fonts)


def test_it_reads_in_the_order_of_the_eye(letter):
    words = reading.text(letter())
    order = [
        "CWA Local 555",
        "March 21",
        "Grove St",
        "Dear",
        "Thank you",
        "solidarity",
        "Organizer",
    ]
    assert sorted(order, key=words.index) == order


def test_the_address_stands_in_the_window(letter):
    pdf = letter(text="", sender_lines=())
    lines = {line.words: line for line in reading.lines(pdf)}
    assert lines["Elena Díaz"].x == pytest.approx(1.0, abs=0.01)
    assert lines["Elena Díaz"].y > 2.17
    assert lines["New Haven CT 06511"].y == pytest.approx(2.875, abs=0.01)
    assert "New Haven CT  06511" in reading.read(pdf).pages[0].extract_text(), "the post's spaces"


@pytest.mark.parametrize(
    "address",
    [
        ("Elena Díaz", samples.LEAGUE, "New Haven CT  06511"),
        ("Elena Díaz", samples.LEAGUE, "45 Grove St", "New Haven CT  06511"),
        ("Elena Díaz", samples.LEAGUE, "Suite 4", "45 Grove St", "New Haven CT  06511"),
        ("Elena Díaz", samples.LONG_NAME, "45 Grove St", "New Haven CT  06511"),
    ],
)
def test_nothing_but_the_address_prints_between_letterhead_and_salutation(letter, address):
    shown = reading.picture(letter(address=address))
    between = shown.crop((0, int(1.9 * 144), shown.width, int(3.66 * 144)))
    left, top, right, bottom = reading.ink(between)
    assert left > 0.99
    assert right < 1.0 + 3.25
    assert top + 1.9 > 2.16
    assert bottom + 1.9 < 2.92


def test_an_address_of_nine_lines_covers_neither_date_nor_salutation(letter):
    pdfs = [letter(address=address) for address in (("Elena Díaz",), tuple("ABCDEFGHI"))]
    above, the_same = (reading.picture(pdf).crop((0, 0, 1224, int(1.92 * 144))) for pdf in pdfs)
    assert above.tobytes() == the_same.tobytes()
    nine = [line.y for line in reading.lines(pdfs[1]) if line.words in tuple("ABCDEFGHI")]
    assert len(nine) == 9
    assert 1.95 < min(nine) < max(nine) < 3.6


def test_a_long_local_s_letterhead_still_ends_in_time(letter):
    name = "Communications and Information Workers of the Greater Harbor Valley, CWA Local 555"
    many = ("1 Long Street Name, Suite 200, Harbor Valley CT  06510-1234",) * 3
    pdf = letter(sender=name, sender_lines=many, address=("Elena Díaz",))
    assert "March 21, 2026" in reading.text(pdf)
    between = reading.picture(pdf).crop((0, int(1.9 * 144), 1224, int(2.6 * 144)))
    assert reading.ink(between) is None


def test_the_salutation_comes_below_the_fold(letter):
    dear = next(line for line in reading.lines(letter()) if line.words.startswith("Dear"))
    assert dear.y - 0.2 > 3.667


def test_ticks_show_where_to_fold(letter):
    left_edge = reading.picture(letter(), dots=288).crop((0, 0, 144, 11 * 288))
    _, first, _, last = reading.ink(left_edge, dots=288)
    assert (first, last) == pytest.approx((3.667, 7.333), abs=0.01)


def test_lines_of_a_paragraph_stay_lines(letter):
    found = [line.words for line in reading.lines(letter("Call us:\n203 555 0100\n203 555 0101"))]
    assert {"Call us:", "203 555 0100", "203 555 0101"} <= set(found)


def test_lists_and_emphasis_are_set_as_such(letter):
    pdf = letter("We will:\n- open the **hall**\n- bring *coffee*")
    names = {tag for tag, _ in reading.tags(pdf)}
    assert {"/L", "/LI"} <= names
    assert {"Source-Serif-4-Semi-Bold", "Source-Serif-4-Italic"} <= set(reading.fonts(pdf))
    assert "*" not in reading.text(pdf)


def test_a_second_page_says_whose_letter_it_is(letter):
    pdf = letter(text=f"{PARAGRAPH}\n\n" * 12)
    assert len(reading.pages(pdf)) == 2
    assert "Elena Díaz · March 21, 2026 · page 2" in reading.text(pdf, 1)


@pytest.mark.parametrize("count", [5, 6, 7, 10])
def test_a_signature_never_stands_alone_on_a_page(letter, count):
    pdf = letter(text=f"{PARAGRAPH}\n\n" * count)
    last = len(reading.pages(pdf)) - 1
    before_signature = reading.text(pdf, last).partition("In solidarity")[0]
    assert "working together" in before_signature


def test_an_address_too_long_for_the_window_is_known_and_printed_whole(paper):
    sheet = samples.letter_sheet(address=tuple(f"Line {n}" for n in range(1, 8)))
    assert not sheet.fits_window
    assert "Line 1" in reading.text(sheet.pdf())


def test_the_address_is_set_as_large_as_the_window_allows():
    four = ("Elena Díaz", "League", "45 Grove St", "New Haven CT  06511")
    assert samples.letter_sheet(address=four).address_size == "regular"
    assert samples.letter_sheet(address=("Att. Elena", *four)).address_size == "small"
    long = ("Elena Díaz", samples.LONG_NAME, "45 Grove St", "New Haven CT  06511")
    assert samples.letter_sheet(address=long).address_size == "small"


def test_a_letter_of_the_program_has_all_its_words(local):
    league = world.started()
    elena = world.theirs(league)
    local.street, local.city, local.state, local.postal_code = "1 Elm St", "Derby", "CT", "06418"
    sheet = LetterSheet.of(
        world.add(
            Letter(
                organization=league,
                recipient=elena,
                dated_on=world.DAY,
                address="Elena Díaz\n45 Grove St\n\nNew Haven CT  06511",
                salutation="Dear Elena Díaz:",
                body="One.\n\nTwo.\nStill two.",
                signer_name="Dori James",
                signer_title="Organizer",
            )
        )
    )
    assert sheet.sender == "CWA Local 555"
    assert sheet.sender_lines == (
        "Harbor Valley Communications Workers",
        "1 Elm St, Derby CT  06418",
    )
    assert sheet.address == ("Elena Díaz", "45 Grove St", "New Haven CT  06511")
    assert sheet.blocks == blocks("One.\n\nTwo.\nStill two.")
    assert sheet.closing == "In solidarity,"
    assert sheet.file_name == f"Follow-up letter - {samples.LEAGUE} - 2026-03-14.pdf"
    assert sheet.title == "Follow-up letter to Elena Díaz, March 14, 2026"


LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
)
LONG_LINE = "1 Long Street Name, Suite 200, Harbor Valley CT  06510-1234"


@pytest.mark.parametrize("lines", [("1 Elm St, Derby CT  06418",), (LONG_LINE,) * 3])
def test_logo_officers_and_date_end_in_time_with_any_letterhead(letter, lines):
    officers = (
        "Ana Zed, President",
        "Vee Yu, vice president",
        "Abe Ahn, steward",
        "Cy Cole, steward",
    )
    head = {"logo": svg.rebuilt(LOGO), "logo_kind": "svg", "officers": officers}
    pdf = letter(sender=samples.LONG_NAME, sender_lines=lines, imprint="Labor donated", **head)
    shown = reading.picture(pdf)
    assert "March 21, 2026 Elena Díaz" in reading.text(pdf)
    assert reading.ink(shown.crop((0, int(1.9 * 144), 1224, int(2.16 * 144)))) is None
    logo = reading.ink(shown.crop((0, 0, int(1.9 * 144), int(1.9 * 144))))
    assert logo[:2] == pytest.approx((1.0, 0.5), abs=0.02)
    last = next(line for line in reading.lines(pdf) if line.words == "Labor donated")
    assert 10.1 < last.y < 10.8


def test_the_page_as_a_picture_is_the_page(printer):
    html_of_two = "<html class='letter' lang='en'><p>One<p style='break-before: page'>Two"
    shown = printer.pictures(html_of_two)
    kept = printer.pictures(printer.pdf(html_of_two))
    assert (shown.count, len(shown.pictures)) == (kept.count, len(kept.pictures)) == (2, 2)
    first = Image.open(io.BytesIO(base64.b64decode(shown.pictures[0].partition(",")[2])))
    assert first.size == (935, 1210)
