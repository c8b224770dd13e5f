import pytest

from coalition_app.lib.folding import fold


@pytest.mark.parametrize("text", ["Elena Díaz", "ELENA DÍAZ", "elena diaz", "Elena Di\u0301az"])
def test_case_and_accents_do_not_matter(text):
    assert fold(text) == "elena diaz"


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Łódź", "lodz"), ("Đặng", "dang"), ("Straße", "strasse"), (None, ""), ("Афина", "афина")],
)
def test_letters_of_other_languages_are_folded(text, folded):
    assert fold(text) == folded
