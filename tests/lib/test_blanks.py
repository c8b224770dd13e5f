"""Words with places for facts."""

import pytest

from coalition_app.lib.blanks import fill, nearest, places, unknown

VALUES = {
    "organization": "The League",
    "first name": "Elena",
    "list": "- Hall\n- Bus",
    "meeting day": "Thursday",
}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("Dear [first name]:", "Dear Elena:"),
        ("Dear [First   NAME]:", "Dear Elena:"),
        ("Hello. We met on [day]. Goodbye.", "Hello. Goodbye."),
        ("We met on [day]. Goodbye.", "Goodbye."),
        ("Hello! Did we meet on [day]? Yes.", "Hello! Yes."),
        ("“We met on [day].” Goodbye.", "Goodbye."),
        ("Dr. [first name] came. Mr. [day] did not.", "Dr. Elena came."),
        (
            "We met [organization] e.g. on [meeting day]. Yes.",
            "We met The League e.g. on Thursday. Yes.",
        ),
        ("One.\n\nOn [day].\n\nTwo.", "One.\n\nTwo."),
        ("We will:\n[list]", "We will:\n- Hall\n- Bus"),
        ("We will:\n[day]", ""),
        ("We will:\n- one\n- [day]\n- two", "We will:\n- one\n- two"),
        ("A line [day]\nand another", "and another"),
        ("A [[bracket] stays.", "A [bracket] stays."),
        ("{{ 7*7 }} {% x %} %s {0}", "{{ 7*7 }} {% x %} %s {0}"),
        ("[", "["),
        ("", ""),
    ],
)
def test_a_sentence_with_an_empty_place_falls_away(template, text):
    assert fill(template, VALUES).text == text


def test_what_falls_away_is_told():
    (fallen,) = fill("Hello. We met on [day].", VALUES).fallen
    assert (fallen.sentence, fallen.place) == ("We met on [day].", "day")


def test_what_is_put_in_is_not_read_again():
    values = {"organization": "[first name]. [nothing]", "first name": "Elena"}
    assert fill("With [organization] on.", values).text == "With [first name]. [nothing] on."


def test_places_are_found_and_unknown_ones_named_as_typed():
    text = "[Organization] and [organisation], [[not this]."
    assert places(text) == ["organization", "organisation"]
    assert unknown(text, VALUES) == ["organisation"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("organisation", "organization"),
        ("name", "first name"),
        ("meting day", "meeting day"),
        ("7*7", ""),
    ],
)
def test_the_nearest_place_is_offered(typed, meant):
    assert nearest(typed, VALUES) == meant


def test_a_long_text_is_filled_in_no_time():
    assert fill("A. " * 20_000 + "[" * 20_000, {}).text.startswith("A. A.")
