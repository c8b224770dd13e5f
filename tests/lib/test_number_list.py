import pytest

from coalition_app.lib.number_list import numbers


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", set()),
        ("40", {40}),
        ("34-36, 40", {34, 35, 36, 40}),
        ("3 – 4; 9 and 9,", {3, 4, 9}),
    ],
)
def test_numbers_and_ranges_are_read(typed, meant):
    assert numbers(typed, 40) == meant


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("41", "“41” is not in the list: it goes from 1 to 40."),
        ("0", "“0” is not in the list"),
        ("9-3", "“9-3” is not in the list"),
        ("3 4", "like 34-36, 40"),
        ("all", "like 34-36, 40"),
        ("-", "like 34-36, 40"),
    ],
)
def test_what_is_no_number_of_the_list_is_refused(typed, words):
    with pytest.raises(ValueError, match=words):
        numbers(typed, 40)
