"""Names in one field, as a paper sheet has them."""

import pytest

from coalition_app.lib.name_list import read_names

ROLES = ("treasurer", "vice president")


def read(text):
    return [(each.name, each.contact.role, each.kind) for each in read_names(text, ROLES)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rosa Lima", [("Rosa Lima", "", "")]),
        ("rosa lima", [("rosa lima", "", "")]),
        (
            "Rosa Lima, treasurer; her cousin Al",
            [("Rosa Lima", "treasurer", ""), ("Al", "", "cousin")],
        ),
        ("Rosa Lima, Treasurer, Bo Li", [("Rosa Lima", "treasurer", ""), ("Bo Li", "", "")]),
        ("Rosa Lima, cousin Al", [("Rosa Lima", "", ""), ("Al", "", "cousin")]),
        ("Al (cousin)", [("Al", "", "cousin")]),
        ("Al, cousin", [("Al", "", "cousin")]),
        ("neighbor: Rosa Lima", [("Rosa Lima", "", "neighbor")]),
        ("Rosa Lima and Bo Li", [("Rosa Lima", "", ""), ("Bo Li", "", "")]),
        (
            "Rosa Lima, chair of arts and education; Al",
            [("Rosa Lima", "chair of arts and education", ""), ("Al", "", "")],
        ),
        (
            "Rosa Lima, treasurer and Bo Li & cousin Al",
            [("Rosa Lima", "treasurer", ""), ("Bo Li", "", ""), ("Al", "", "cousin")],
        ),
        ("Marcus Hill, Jr.", [("Marcus Hill, Jr.", "", "")]),
        ("Rosa Lima vice president", [("Rosa Lima", "vice president", "")]),
        ("Rosa Lima; rosa lima", [("rosa lima", "", "")]),
        (" ; , and ", []),
        ("", []),
    ],
)
def test_names_are_told_apart_from_roles_and_kinds(text, found):
    assert read(text) == found


def test_a_phone_number_stays_with_its_name():
    (rosa, bo) = read_names("Rosa Lima 203 555 0142; Bo Li, bo@league.example")
    assert (rosa.contact.phone, bo.contact.email) == ("203 555 0142", "bo@league.example")
