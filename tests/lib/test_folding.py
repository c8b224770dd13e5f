import unicodedata

import pytest

from coalition_app.lib.folding import BARRED, fold


@pytest.mark.parametrize("text", ["Elena Díaz", "ELENA DÍAZ", "elena diaz", "Elena Di\u0301az"])
def test_case_and_accents_do_not_matter(text):
    assert fold(text) == "elena diaz"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Łódź", "lodz"), ("Đặng", "dang"), ("Straße", "strasse"), (None, ""), ("Афина", "афина")],
)
def test_letters_of_other_languages_are_folded(text, folded):
    assert fold(text) == folded


def test_letter_by_letter_is_as_good_as_at_once():
    text = "".join(map(chr, range(0x250))) + "ﬁ Ⅻ ÅÇñ ﬀ 각 हिन्दी Ω İß ｱ"
    parts = unicodedata.normalize("NFKD", text.casefold().translate(BARRED))
    assert fold(text) == "".join(each for each in parts if not unicodedata.combining(each))
