"""What the shipped faces can print is known before printing."""

import time

import pytest

from coalition_app.documents.glyphs import unprintable, width
from tests.documents import samples


@pytest.mark.parametrize(
    "text",
    [
        "Łódź, Nguyễn, İstanbul, Ñandú",
        "Ελένη Παπαδοπούλου",
        "Дмитрий Щербаков",
        "“It’s 5 – 6 pm” … €20 · ½",
        "two\nlines\tand a tab",
        "Nguye\u0302\u0303n, taken apart",
        "soft\u00adhyphen, joiner\u200d, mark\u200f",
        "محمد, רחל, 王小明, 김민수, 👩🏽‍🏭 ❤️ ✓",
    ],
)
def test_the_languages_of_our_members_print(text):
    assert unprintable(text) == ()


def test_what_no_face_has_is_named_once_in_order():
    assert unprintable("Party 𓀀 with 𒀀 and 王, 𓀀 again", "𐤀") == tuple("𓀀𒀀𐤀")


def test_a_sheet_knows_its_own_however_deep():
    prepared = samples.prepared(("Meet 𒀀", *samples.ANSWERS[1:]))
    assert samples.packet_sheet(prepared=prepared).unprintable() == ("𒀀",)
    assert samples.packet_sheet().unprintable() == ()
    assert samples.letter_sheet(address=("𒀀",)).unprintable() == ("𒀀",)


def test_to_look_is_quick_enough_for_every_page():
    unprintable("a")
    start = time.perf_counter()
    unprintable("The call-center jobs bill won committee. " * 250)
    assert time.perf_counter() - start < 0.02


def test_widths_are_those_of_the_face():
    assert width("", 10) == 0
    assert width("mm", 10) == pytest.approx(2 * width("m", 10))
    assert 38 < width("Elena Díaz", 9) < 50


def test_widths_of_other_scripts_are_those_of_their_faces():
    assert width("王小明", 10) == 30
    assert 30 < width("محمد عبد", 10) < 60
    assert width("é", 10) == pytest.approx(width("e", 10), rel=0.2)
    assert width("\u2068\u2069", 10) == 0
