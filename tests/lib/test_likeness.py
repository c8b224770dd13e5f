"""Invented pairs: which of them are likely the same, and which are not."""

import pytest

from coalition_app.lib.likeness import (
    LIKELY,
    POSSIBLE,
    Card,
    compared,
    organization_card,
    person_card,
)


def organizations(one: str, other: str) -> float:
    return compared(organization_card([one]), organization_card([other])).score


def people(one: str, other: str) -> float:
    return compared(person_card([one]), person_card([other])).score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbor Tenants Union", "harbor  tenants union, Inc."),
        ("The Harbor Tenants", "Harbor Tenants Union"),
        ("Saint Brendan Parish", "St. Brendan Parish"),
        ("IBEW Local 90", "I.B.E.W. LU 90"),
        ("CWA Local 0555", "CWA Lodge #555"),
        ("Green Rivers Élan", "GREEN RIVERS ELAN"),
        ("People's Pantry of Old Port", "Peoples Pantry Old Port"),
        ("Old Port Teachers Assn", "Old Port Teachers Association"),
        ("Mill Town & Harbor Riders", "Mill Town and Harbor Riders"),
        ("Milbrook Seniors League", "Millbrook Senior's League"),
        ("HVTU", "Harbor Valley Tenants Union"),
        ("Riders Alliance Northgate", "Northgate Riders Alliance"),
    ],
)
def test_organizations_that_are_likely_the_same(one, other):
    assert organizations(one, other) >= LIKELY
    assert organizations(one, other) == organizations(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CWA Local 1298", "CWA Local 1299"),
        ("CWA Local 1298", "CWA"),
        ("Harbor Tenants Union", "Harbor Renters Union"),
        ("League of Women Helpers, Hamlet", "League of Women Helpers, Old Port"),
        ("League of Women Helpers", "League of Women Helpers, Hamlet"),
        ("Mill Town Tenants Union", "Old Town Tenants Union"),
        ("Harbor Valley Coalition", "Harbor Valley Veterans"),
        ("Community Union", "Community League"),
    ],
)
def test_organizations_that_are_not(one, other):
    assert organizations(one, other) < LIKELY


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "Anna Ruíz"),
        ("Ana Ruiz", "Ana Ruis"),
        ("Ana Ruiz", "Ruiz, Ana"),
        ("Ana Ruiz", "Ana Maria Ruiz"),
        ("Rev. Marcus Hill", "Marcus Hill"),
        ("Marcus Hill", "Markus Hill"),
        ("E. Díaz", "Elena Diaz"),
        ("Sam Okafor", "Samuel Okafor"),
        ("Bob O'Brien", "Robert OBrien"),
        ("Thomas Winterbourne", "Tomás Winterborne"),
    ],
)
def test_people_who_are_likely_the_same(one, other):
    assert people(one, other) >= LIKELY
    assert people(one, other) == people(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Ruiz", "Eva Ruiz"),
        ("Ana Ruiz", "Ana Díaz"),
        ("Ana", "Ana Ruiz"),
        ("Marcus Hill", "Marcus Hall"),
        ("Ana Ruiz", "Anna Ruizman"),
        ("Jo Papadopoulos", "Al Papadopoulos"),
        ("Luis Torres Jr.", "Luis Torres Sr."),
        ("Elena Díaz", "Rosa Díaz"),
    ],
)
def test_people_who_are_not(one, other):
    assert people(one, other) < LIKELY


def test_a_namesake_with_another_phone_and_another_email_is_less_likely():
    one = person_card(["Ana Ruiz"], ["203 555 0101"], ["ana@post.example"])
    other = person_card(["Ana Ruiz"], ["203 555 0102"], ["ruiz@post.example"])
    assert POSSIBLE <= compared(one, other).score < LIKELY


def test_the_same_phone_is_seen_however_it_is_written():
    one = person_card(["Ana Ruiz"], ["(203) 555-0101"])
    other = person_card(["Anna Ruis"], ["+1 203.555.0101 ext. 12"])
    assert compared(one, other).why == ("same phone", "names nearly alike")[::-1]


def test_a_household_sharing_a_phone_is_no_likely_pair():
    one = person_card(["Elena Díaz"], ["203 555 0101"])
    assert compared(one, person_card(["Rosa Díaz"], ["203 555 0101"])).score < LIKELY


def test_an_office_that_moved_under_a_new_name_keeps_its_phone_and_email():
    given = ["203 555 0101"], ["office@harbor.example"]
    one = organization_card(["Harbor Tenants"], *given)
    likeness = compared(one, organization_card(["Renters Together"], *given))
    assert likeness.score >= LIKELY
    assert likeness.words == "same phone, same email"


def test_an_acronym_and_a_former_name_count():
    one = organization_card(["Community Power", "CP", "Center for Neighbors"])
    assert compared(one, organization_card(["Center for Neighbors"])).why == ("same name",)


def test_the_same_registry_number_says_it_all_and_another_one_much():
    one, other = (organization_card(["Harbor Tenants"], numbers=["06-0000001"]) for _ in "ab")
    assert compared(one, other).score == 100
    third = organization_card(["Harbor Tenants"], numbers=["06-0000002"])
    assert compared(one, third).score < LIKELY


def test_a_name_of_signs_only_is_like_nothing():
    assert organizations("***", "***") == 0
    assert compared(Card(()), Card(())).score == 0
