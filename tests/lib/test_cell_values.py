"""What cells mean, and in which words they are refused."""

from datetime import date

import pytest

from coalition_app.lib import cell_values as values

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3/7/1980", date(1980, 3, 7)),
        ("3/7/80", date(1980, 3, 7)),
        ("3-7-1980", date(1980, 3, 7)),
        ("1980-03-07", date(1980, 3, 7)),
        ("1980/3/7", date(1980, 3, 7)),
        ("19800307", date(1980, 3, 7)),
        ("1980-03-07T00:00:00Z", date(1980, 3, 7)),
        ("3/7/1980 12:00 AM", date(1980, 3, 7)),
        ("March 7, 1980", date(1980, 3, 7)),
        ("7 March 1980", date(1980, 3, 7)),
        ("7-Mar-1980", date(1980, 3, 7)),
        ("29287", date(1980, 3, 7)),
    ],
)
def test_a_day_is_read_in_any_usual_form(text, found):
    assert values.day(text, False, TODAY) == found


@pytest.mark.parametrize(
    "text", ["2/31/1980", "1980-02-31", "31 February 1980", "soon", "99999999"]
)
def test_a_day_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match="there is no such day"):
        values.day(text, False, TODAY)


def test_a_column_with_a_31_in_front_has_the_day_first():
    assert values.is_day_first(["7/3/1980", "31/12/1979"])
    assert not values.is_day_first(["7/3/1980", "12/31/1979"])
    assert values.day("7/3/1980", True, TODAY) == date(1980, 3, 7)


def test_a_birthday_may_have_no_year():
    assert values.birthday("--03-07", False, TODAY) == "March 7"
    assert values.birthday("--0229", False, TODAY) == "February 29"
    assert values.birthday("3/7/1980", False, TODAY) == "March 7, 1980"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2035", "too few digits"),
        ("2.03556E+09", "spreadsheet has shortened"),
        ("ask Ana", "is no phone number"),
        ("2" * 40, "too long"),
    ],
)
def test_a_phone_that_is_none_is_refused(text, words):
    with pytest.raises(ValueError, match=words):
        values.phones(text)


def test_several_phones_stand_in_one_cell():
    assert values.phones("203 555 0101 ::: (203) 555-0102") == ["203 555 0101", "(203) 555-0102"]


def test_two_spellings_of_a_number_are_one():
    assert values.digits("+1 (203) 555-0101 x7") == values.digits("203.555.0101")


def test_emails_are_found_within_what_surrounds_them():
    assert values.emails("Ana Ruiz <ana@example.org>; mailto:bo@example.org") == [
        "ana@example.org",
        "bo@example.org",
    ]


@pytest.mark.parametrize("text", ["ana", "ana@", "ana@parish", "a b@example.org"])
def test_an_email_that_is_none_is_refused(text):
    with pytest.raises(ValueError, match="is no email address"):
        values.emails(text)


@pytest.mark.parametrize(
    ("text", "is_so"), [("Yes", True), ("x", True), ("sí", True), ("0", False)]
)
def test_yes_and_no_are_read(text, is_so):
    assert values.yes_or_no(text) is is_so


def test_what_is_neither_yes_nor_no_is_refused():
    with pytest.raises(ValueError, match="neither yes nor no"):
        values.yes_or_no("perhaps")


def test_an_ein_gets_its_first_zero_back():
    assert values.ein("6-1234567") == "061234567"


def test_numbers_are_read_as_people_write_them():
    assert values.whole_number("about 1,240") == 1240


@pytest.mark.parametrize("text", ["12345", "012-345", " 0012345", "12345.0"])
def test_a_file_number_is_its_digits(text):
    assert values.file_number(text) == "12345"


@pytest.mark.parametrize("text", ["twelve", "LM-12", "0", "123456789"])
def test_what_is_no_file_number_is_refused(text):
    with pytest.raises(ValueError, match="up to eight digits"):
        values.file_number(text)
