import pytest

from coalition_app.lib.years import Years, read_years


def read(text):
    return read_years(text, 2026)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", Years()),
        ("2019", Years(2019)),
        ("since 2019", Years(2019)),
        ("2019 to present", Years(2019)),
        ("2019-", Years(2019)),
        ("2019-2024", Years(2019, 2024, True)),
        ("2019 – 2024", Years(2019, 2024, True)),
        ("2019-24", Years(2019, 2024, True)),
        ("from May 2019 to June 2021", Years(2019, 2021, True)),
        ("until 2020", Years(None, 2020, True)),
        ("left in May 2020", Years(None, 2020, True)),
        ("-2020", Years(None, 2020, True)),
        ("in 2020", Years(2020, 2020, True)),
        ("Former", Years(None, None, True)),
        ("since 2019, former", Years(2019, None, True)),
    ],
)
def test_years_are_understood_as_they_are_typed(text, meant):
    assert read(text) == meant


@pytest.mark.parametrize(
    "years",
    [
        Years(2019),
        Years(2019, 2024, True),
        Years(2020, 2020, True),
        Years(None, 2020, True),
        Years(2019, None, True),
        Years(None, None, True),
        Years(),
    ],
)
def test_what_is_shown_is_understood_when_typed_again(years):
    assert read(str(years)) == years


@pytest.mark.parametrize(
    "text", ["long ago", "19", "2027", "2024-2019", "2010 2012 2014", "5/3/1066", "1 2 3 4 2019"]
)
def test_what_is_no_year_is_answered_with_what_to_type(text):
    with pytest.raises(ValueError, match="Type years like"):
        read(text)
