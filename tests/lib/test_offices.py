"""Whom a letter greets when an office or a role stands where a name is expected."""

import pytest

from coalition_app.lib.offices import greeted, person_in


@pytest.mark.parametrize(
    "name",
    [
        "Legislative office",
        "Legislative and Political Department",
        "Office of the President",
        "Political action team",
        "LPAT",
        "Front desk",
        "Board of directors",
        "Staff",
        "Legislative Office, New York",
        "CWA, Legislative office",
        "Legislative office (2nd floor)",
    ],
)
def test_an_office_has_no_name_to_greet(name):
    assert (greeted(name), person_in(name)) == ("", "")


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Ana Ruiz", "Ana Ruiz"),
        ("Ana Ruiz, Legislative office", "Ana Ruiz"),
        ("Ana Ruiz (Political Department)", "Ana Ruiz"),
        ("Ana Ruiz - legislative director", "Ana Ruiz"),
        ("Ana Ruiz and Sam Okafor", "Ana Ruiz and Sam Okafor"),
        ("Rev. Marcus Hill, Jr.", "Marcus Hill, Jr."),
        ("Ana Ruiz-Staff", "Ana Ruiz-Staff"),
        ("June Board", "June Board"),
        ("Cher", "Cher"),
    ],
)
def test_a_person_is_greeted_without_the_office_behind_the_name(name, person):
    assert greeted(name) == person


def test_a_role_is_greeted_as_a_title_and_names_nobody():
    assert greeted("executive director of outreach") == "Executive Director of Outreach"
    assert person_in("legislative director") == ""
