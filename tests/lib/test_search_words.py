import pytest
from hypothesis import given

from coalition_app.lib import search_words
from tests.any_text import any_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Élan Vital", ("elan", "vital")),
        ("O'Brien", ("o", "brien", "obrien")),
        ("AFL-CIO", ("afl", "cio", "aflcio")),
        ("N.A.A.C.P.", ("n", "a", "a", "c", "p", "naacp")),
        ("***", ()),
    ],
)
def test_words_are_letters_and_digits_in_whole_and_in_parts(text, words):
    assert search_words.words(text) == words


def test_a_name_is_also_found_by_its_beginning_as_a_whole():
    assert search_words.of_names("Élan Vital").split() == ["elan", "vital", "=elanvital"]


def test_a_phone_is_found_by_any_three_digits_in_a_row():
    found = search_words.of_reach("(203) 555-0142 ext. 7").split()
    assert {"2035550142", "12035550142", "~0142", "~142", "7"} <= set(found)
    assert "~42" not in found


def test_an_email_is_found_by_any_part_but_not_by_its_ending():
    found = search_words.of_reach("elena@hvcrl.example").split()
    assert {"elena", "~lena@hvcrl.example", "~@hvcrl.example", "~rl.example"} <= set(found)
    assert not {"~.example", "~example"} & set(found)


def test_a_website_is_found_without_its_beginning():
    assert "~hvcrl.example" in search_words.of_reach("https://www.hvcrl.example").split()


def test_short_letters_are_not_looked_for_within_an_email():
    assert search_words.choices("ari") == [[["ari"]]]
    assert search_words.choices("aria") == [[["aria"], ["~aria"]]]
    assert search_words.choices("42") == [[["42"]]]
    assert search_words.choices("142") == [[["142"], ["~142"]]]


@given(any_text())
def test_whatever_is_typed_becomes_words_without_signs_of_a_search_language(typed):
    for choice in search_words.choices(typed):
        for way in choice:
            assert all(way)
            assert not any(sign in word for word in way for sign in "\"'*():^ \0")
