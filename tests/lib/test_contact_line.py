import pytest

from coalition_app.lib.contact_line import ContactLine, read_contact

ROLES = ("executive director", "president", "vice president", "secretary", "board", "member")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("Elena Díaz", ContactLine("Elena Díaz")),
        ("  Elena   Díaz ,", ContactLine("Elena Díaz")),
        (
            "Elena Díaz, secretary, 203 555 0142",
            ContactLine("Elena Díaz", "secretary", "203 555 0142"),
        ),
        ("Elena Díaz 203-555-0142", ContactLine("Elena Díaz", "", "203-555-0142")),
        ("Elena Díaz elena@example.org", ContactLine("Elena Díaz", email="elena@example.org")),
        ("Elena Díaz <elena@example.org>", ContactLine("Elena Díaz", email="elena@example.org")),
        (
            "Elena Díaz (secretary) cell: 203.555.0142",
            ContactLine("Elena Díaz", "secretary", "203.555.0142"),
        ),
        (
            "(203) 555-0142, Elena Díaz, secretary",
            ContactLine("Elena Díaz", "secretary", "(203) 555-0142"),
        ),
        (
            "Rev. Marcus Hill, Jr., President (203) 555-0142 x12",
            ContactLine("Rev. Marcus Hill, Jr.", "president", "(203) 555-0142 x12"),
        ),
        (
            "Dr. Ana Ruiz; Director of Organizing; email: ana@example.org",
            ContactLine("Dr. Ana Ruiz", "Director of Organizing", email="ana@example.org"),
        ),
        (
            "Ana Smith-Jones - Executive Director - +1 203 555 0199",
            ContactLine("Ana Smith-Jones", "executive director", "+1 203 555 0199"),
        ),
        ("Li, 555-0142", ContactLine("Li", "", "555-0142")),
        (
            "Ana Ruiz, secretary, treasurer, ana@example.org, 203 555 0142",
            ContactLine("Ana Ruiz", "secretary, treasurer", "203 555 0142", "ana@example.org"),
        ),
    ],
)
def test_a_line_is_understood_as_typed(typed, understood):
    assert read_contact(typed, ROLES) == understood


def test_a_known_role_needs_no_comma():
    assert read_contact("Ana Ruiz vice president", ROLES) == ContactLine(
        "Ana Ruiz", "vice president"
    )


def test_a_family_name_is_no_role():
    assert read_contact("Maria Board", ROLES) == ContactLine("Maria Board")


def test_years_are_no_phone_number():
    assert read_contact("Ana Ruiz, president 2019-2023", ROLES).phone == ""


def test_a_local_number_is_no_phone_number():
    assert read_contact("Ana Ruiz, IBEW Local 90") == ContactLine("Ana Ruiz", "IBEW Local 90")


@pytest.mark.parametrize("typed", ["", "  ", "203 555 0142", "ana@example.org", ",,,"])
def test_without_a_name_there_is_none(typed):
    assert read_contact(typed, ROLES).name == ""


@pytest.mark.parametrize("typed", ["(" * 5000, "1 " * 5000, "a@" * 3000, "- " * 5000])
def test_hostile_text_is_read_quickly(typed):
    assert read_contact(typed, ROLES).email == ""
