"""Names that every file system takes and a person finds again."""

from datetime import date

import pytest

from coalition_app.documents.sheet import file_name

DAY = date(2026, 3, 19)


def test_a_file_is_named_by_kind_organization_and_day():
    name = file_name("Prep packet", "Harbor Valley Civil Rights League", DAY)
    assert name == "Prep packet - Harbor Valley Civil Rights League - 2026-03-19.pdf"


@pytest.mark.parametrize(
    ("about", "named"),
    [
        ("Łódź Đặng Núñez", "Lodz Dang Nunez"),
        ('St. Mary’s – Food/Shelter: "A&B"?', "St. Mary's - Food Shelter A&B"),
        ("../../etc/passwd", "etc passwd"),
        ("two\r\nlines; filename=x", "two lines filename x"),
        ("<script>alert(1)</script>", "script alert(1) script"),
    ],
)
def test_it_is_ascii_without_what_a_file_system_refuses(about, named):
    assert file_name("Letter", about, DAY) == f"Letter - {named} - 2026-03-19.pdf"


@pytest.mark.parametrize("about", ["王明", "", "🎉"])
def test_a_name_of_which_nothing_is_left_is_left_out(about):
    assert file_name("Letter", about, DAY) == "Letter - 2026-03-19.pdf"


def test_it_is_at_most_a_hundred_characters_long():
    name = file_name("Introduction request", "Interdenominational Association " * 20, DAY)
    assert len(name) <= 100
    assert name.endswith(" - 2026-03-19.pdf")
