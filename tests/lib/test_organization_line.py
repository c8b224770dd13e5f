import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition_app.lib.contact_line import ContactLine
from coalition_app.lib.organization_line import read_organization
from coalition_app.models import Affiliation

ANA = ContactLine("Ana Ruiz", "president", "203 555 0142")


def read(text, is_city=lambda _: False):
    return read_organization(text, Affiliation.ROLES, is_city)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Harbor Tenants", {}),
        ("Harbor Tenants, New Haven", {"city": "New Haven"}),
        ("Harbor Tenants, New Haven, CT", {"city": "New Haven", "state": "CT"}),
        ("Harbor Tenants, Elm City CT 06510", {"city": "Elm City", "postal_code": "06510"}),
        ("Harbor Tenants, New Haven, Connecticut", {"city": "New Haven", "state": "CT"}),
        ("Harbor Tenants, CT", {"city": "", "state": "CT"}),
        ("Harbor Tenants, 203 555 0142", {"phone": "203 555 0142"}),
        ("Harbor Tenants, New Haven, 203 555 0142", {"city": "New Haven", "phone": "203 555 0142"}),
        ("Harbor Tenants, hello@harbor.example", {"email": "hello@harbor.example"}),
        ("Harbor Tenants, www.harbor.example, Milford", {"website": "www.harbor.example"}),
        ("Harbor Tenants, 12 Main Street, Milford", {"street": "12 Main Street"}),
        ("Harbor Tenants, Harbor Branch, Milford", {"chapter": "Harbor Branch"}),
    ],
)
def test_what_is_the_organizations_own(text, parts):
    line = read(text)
    assert (line.name, line.contact) == ("Harbor Tenants", None)
    assert {name: getattr(line, name) for name in parts} == parts


@pytest.mark.parametrize(
    "text",
    [
        "Harbor Tenants, New Haven · Ana Ruiz, president, 203 555 0142",
        "Harbor Tenants, New Haven; Ana Ruiz president 203 555 0142",
        "Harbor Tenants, New Haven, Ana Ruiz, president, 203 555 0142",
        "Harbor Tenants, New Haven, 203 555 0142, Ana Ruiz, president",
        "Harbor Tenants, New Haven, Ana Ruiz (President), 203 555 0142",
    ],
)
def test_the_contact_comes_along(text):
    line = read(text)
    assert (line.name, line.city, line.phone) == ("Harbor Tenants", "New Haven", "")
    assert line.contact == ANA


@pytest.mark.parametrize(
    ("text", "city", "name", "role"),
    [
        ("Harbor Tenants, Ana Ruiz, president", "", "Ana Ruiz", "president"),
        ("Harbor Tenants, Ana Ruiz, chair of the board", "", "Ana Ruiz", "chair of the board"),
        ("Harbor Tenants, Ana Ruiz, 203 555 0142", "", "Ana Ruiz", ""),
        ("Harbor Tenants, Milford, Ana Ruiz", "Milford", "Ana Ruiz", ""),
        (
            "Harbor Tenants, Milford, Marcus Hill, Jr, pastor",
            "Milford",
            "Marcus Hill, Jr",
            "pastor",
        ),
        ("Harbor Tenants; Ana Ruiz", "", "Ana Ruiz", ""),
    ],
)
def test_a_person_is_told_from_a_city(text, city, name, role):
    line = read(text)
    assert (line.city, line.contact.name, line.contact.role) == (city, name, role)


def test_a_city_that_is_known_is_no_person():
    line = read("Harbor Tenants, Ana Ruiz, 203 555 0142", lambda text: text == "Ana Ruiz")
    assert (line.city, line.contact) == ("Ana Ruiz", None)


def test_what_belongs_to_a_name_stays_with_it():
    assert read("Harbor Tenants, Inc., Milford").name == "Harbor Tenants, Inc."


def test_before_a_semicolon_phone_and_email_are_the_organizations():
    line = read("Harbor Tenants, 203 555 0100; Ana Ruiz, 203 555 0142")
    assert (line.phone, line.contact.phone) == ("203 555 0100", "203 555 0142")


@given(st.text(st.sampled_from("aB ,;·|@.-5\t\n()CT"), max_size=60))
def test_no_line_is_an_error(text):
    assert isinstance(read(text).name, str)
