"""Which known records are offered while somebody types, and which pairs are likely the same."""

import pytest

from coalition_app.models import (
    ContactPoint,
    NotSame,
    Organization,
    Person,
    likely_pairs,
    organizations_like,
    people_like,
)
from tests import world

pytestmark = pytest.mark.usefixtures("db")


def known(name: str, **details) -> Person:
    return world.add(Person(name=name, **details))


def names(found) -> list[str]:
    return [each.record.name for each in found]


def test_a_slip_of_the_pen_and_an_accent_find_whom_is_meant():
    known("Anna Ruíz")
    known("Eva Ruiz")
    assert names(people_like("Ana Ruiz")) == ["Anna Ruíz"]


def test_a_nickname_finds_the_full_name():
    known("Robert Harlan")
    assert names(people_like("Bob Harlan")) == ["Robert Harlan"]


def test_the_best_come_first_and_five_at_most():
    for number in range(7):
        known("Ana Ruiz", phone=f"203 555 010{number}", email=f"a{number}@post.example")
    found = people_like("Ana Ruiz", phone="(203) 555-0104")
    assert len(found) == 5
    assert found[0].record.phone == "203 555 0104"
    assert found[0].likeness.words == "same name, same phone"


def test_a_phone_that_is_here_already_is_told_whatever_the_name():
    one = known("Ana Ruiz")
    one.contact_points.append(ContactPoint(kind="phone", value="203-555-0177"))
    world.db.session.flush()
    found = people_like("Wei Okafor", phone="203 555 0177")
    assert [each.likeness.words for each in found] == ["same phone"]


def test_an_email_is_the_same_in_any_case():
    known("Ana Ruiz", email="ana@post.example")
    assert names(people_like("Wei Okafor", email="Ana@Post.example")) == ["Ana Ruiz"]


def test_part_of_a_phone_is_not_the_phone():
    known("Ana Ruiz", phone="203 555 0177")
    assert people_like("Wei Okafor", phone="555 0177") == []


def test_archived_ones_are_left_alone(clock):
    known("Ana Ruiz").archive(clock.now)
    world.db.session.flush()
    assert people_like("Ana Ruiz") == []


@pytest.mark.parametrize(
    "typed",
    ["HTU", "Harbor Renters", "harbor tenants", "The Tenants Union of Harbour Street", "Dockside"],
)
def test_an_organization_is_found_by_all_that_it_is_called(typed):
    world.listed(
        "Harbor Street Tenants Union",
        acronym="HTU",
        nickname="Dockside",
        former_names="Harbor Renters, Harbor Tenants",
    )
    assert names(organizations_like(typed)) == ["Harbor Street Tenants Union"]


def test_locals_are_told_apart_by_their_number():
    world.listed("CWA Local 1298")
    world.listed("CWA", chapter="Local 1299")
    assert names(organizations_like("CWA LU 1298")) == ["CWA Local 1298"]


@pytest.mark.parametrize("typed", ["", "***", '"', "NEAR(", "\0", "a" * 300, "的"])
def test_anything_may_be_typed(typed):
    assert organizations_like(typed) == []
    assert people_like(typed, phone=typed, email=typed) == []


def test_pairs_come_best_first_with_the_reasons():
    known("Ana Ruiz", phone="203 555 0101", city="Old Port")
    known("Anna Ruíz", city="Old Port")
    known("Marcus Hill", email="hill@post.example")
    known("Markus Hill", email="hill@post.example")
    pairs = likely_pairs(Person)
    assert [(pair.one.name, pair.other.name) for pair in pairs] == [
        ("Marcus Hill", "Markus Hill"),
        ("Ana Ruiz", "Anna Ruíz"),
    ]
    assert [pair.likeness.words for pair in pairs] == [
        "names nearly alike, same email",
        "names nearly alike, same city",
    ]


def test_namesakes_with_other_phones_and_emails_are_no_pair():
    known("Ana Ruiz", phone="203 555 0101", email="one@post.example")
    known("Ana Ruiz", phone="203 555 0102", email="other@post.example")
    assert likely_pairs(Person) == []


def test_those_whose_name_nobody_knows_are_no_pair():
    for _ in range(2):
        known("Neighbor of Wei")
    for person in world.db.session.scalars(world.db.select(Person)):
        person.is_unnamed = True
    world.db.session.flush()
    assert likely_pairs(Person) == []


def test_organizations_pair_by_initials_and_by_former_names():
    for name in ("Harbor Valley Tenants Union", "HVTU", "Renters Together"):
        world.listed(name)
    world.listed("Community Power", former_names="Renters Together")
    found = {frozenset((pair.one.name, pair.other.name)) for pair in likely_pairs(Organization)}
    assert found == {
        frozenset(("Harbor Valley Tenants Union", "HVTU")),
        frozenset(("Renters Together", "Community Power")),
    }


def test_a_pair_that_is_not_the_same_is_remembered():
    one, other = known("Ana Ruiz"), known("Anna Ruiz")
    NotSame.note(other, one)
    world.db.session.flush()
    assert NotSame.note(one, other).id
    assert likely_pairs(Person) == []
