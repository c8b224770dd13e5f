"""What a row of a registry says of itself, and becomes on our list."""

import pytest

from coalition_app.models import Organization, RegistryEntry, twins_of
from coalition_app.models.registry_entry import UNIONS_FROM
from tests.registries import harbor

NAACP, CWA, TENANTS = 10000001, 10000002, 10000004
REPORT = UNIONS_FROM + 900555


@pytest.fixture
def loaded(db, tmp_path):
    harbor.load(harbor.file_in(tmp_path))
    harbor.load(harbor.unions_in(tmp_path))


def test_a_row_says_why_it_might_matter(loaded):
    naacp = RegistryEntry.with_id(NAACP)
    words = "501(c)(4) civic league · civil rights · income over $100,000 · since 1948"
    assert naacp.about == words
    assert naacp.place == "Harbor Valley CT 00501"
    assert RegistryEntry.with_id(10000005).about == "501(c)(3) church · faith · since 1946"


@pytest.mark.parametrize(
    ("number", "about"),
    [
        (900555, "1,250 members in 2025 · Communications Workers AFL-CIO"),
        (900003, "members not told · Letter Carriers, Natl Asn, AFL-CIO · since 1976"),
        (900002, "members not told · since 1990 · ended in 2025"),
    ],
)
def test_a_union_says_how_many_members_it_has(loaded, number, about):
    assert RegistryEntry.with_id(UNIONS_FROM + number).about == about


def test_an_organization_from_a_row_is_listed_not_started(db, loaded, clock):
    organization = RegistryEntry.with_id(CWA).as_organization(clock.today)
    db.session.add(organization)
    db.session.commit()
    assert (organization.ein, organization.chapter) == ("010000002", "Local 555 CWA")
    assert (organization.kind, organization.field) == ("labor", "labor")
    assert organization.listed_contact == "Sam Okafor"
    assert organization.address_lines == ["12 Main St", "Harbor Valley CT  00501-2211"]
    assert not organization.is_started


def test_a_union_brings_its_members_and_file_number(loaded, clock):
    organization = RegistryEntry.with_id(REPORT).as_organization(clock.today)
    assert (organization.name, organization.file_number) == ("CWA Local 555", "900555")
    assert (organization.members_count, organization.has_members) == (1250, True)
    assert (organization.ein, organization.is_started) == (None, False)


def test_those_that_are_listed_already_are_known_by_their_number(db, loaded, clock):
    for number in (TENANTS, REPORT):
        db.session.add(RegistryEntry.with_id(number).as_organization(clock.today))
    db.session.commit()
    entries = RegistryEntry.with_ids([NAACP, TENANTS, REPORT])
    known = RegistryEntry.organizations(entries)
    assert set(known) == {TENANTS, REPORT}
    assert isinstance(known[TENANTS], Organization)


def test_the_same_union_is_pointed_out_in_the_other_registry(loaded):
    irs, report, naacp = (RegistryEntry.with_id(number) for number in (CWA, REPORT, NAACP))
    assert {id_: twin.id for id_, twin in twins_of([irs, report, naacp]).items()} == {
        CWA: REPORT,
        REPORT: CWA,
    }


def test_another_number_or_union_is_no_twin(loaded):
    others = [RegistryEntry.with_id(UNIONS_FROM + number) for number in (900777, 900003)]
    assert twins_of(others) == {}
    assert twins_of([]) == {}


def test_the_other_registry_adds_what_is_not_known_yet(db, loaded, clock):
    organization = RegistryEntry.with_id(CWA).as_organization(clock.today)
    organization.listed_contact = "Ana Ruiz"
    RegistryEntry.with_id(REPORT).complete(organization)
    assert (organization.ein, organization.file_number) == ("010000002", "900555")
    assert (organization.members_count, organization.listed_contact) == (1250, "Ana Ruiz")


def test_without_a_registry_no_row_is_found(db, app):
    db.drop_all("registry")
    assert RegistryEntry.with_id(NAACP) is None
    assert RegistryEntry.with_ids([NAACP]) == []
