"""Registries are loaded whole or not at all, and searched by whatever a person types."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from coalition_app.lib import irs
from coalition_app.models import Organization, RegistryEntry, RegistryFile
from tests.registries import harbor

NIGHT = datetime(2026, 3, 14, 10, 0)


@pytest.fixture
def loaded(db, tmp_path):
    return load(db, harbor.file_in(tmp_path))


def load(db, file, now=NIGHT):
    files = RegistryEntry.load(irs.read(file), now)
    db.session.commit()
    return files


def names_found(text: str) -> list[str]:
    return [entry.full_name for entry in RegistryEntry.search(text)]


def count(db) -> int:
    return db.session.scalar(select(func.count(RegistryEntry.id)))


def test_loading_notes_what_and_when(loaded):
    assert [(file.state, file.entries_count, file.loaded_at) for file in loaded] == [
        ("CT", 10, NIGHT)
    ]
    assert [file.state for file in RegistryFile.loaded()] == ["CT"]


def test_no_registry_database_is_no_error(db, app):
    db.drop_all("registry")
    assert RegistryFile.loaded() == []
    assert RegistryEntry.with_ein(10000001) is None


def test_a_newer_file_takes_the_place_of_the_older_one(db, loaded, tmp_path):
    load(db, harbor.file_in(tmp_path, leave_out=1), datetime(2026, 4, 1))
    assert count(db) == 9
    assert names_found("naacp") == []
    assert RegistryFile.loaded()[0].entries_count == 9


def test_another_state_stands_beside_it(db, loaded, tmp_path):
    file = harbor.file_in(tmp_path, state="RI")
    file.write_text(file.read_text("utf-8").replace("0100000", "0200000"), "utf-8")
    load(db, file)
    assert [(file.state, file.entries_count) for file in RegistryFile.loaded()] == [
        ("CT", 10),
        ("RI", 10),
    ]
    assert len(names_found("naacp")) == 2


def test_an_organization_that_moved_stands_once(db, loaded, tmp_path):
    load(db, harbor.file_in(tmp_path, state="RI"))
    assert count(db) == 10
    assert RegistryEntry.search("naacp")[0].state == "RI"


def test_a_bad_line_leaves_everything_as_it_was(db, loaded, tmp_path):
    file = harbor.file_in(tmp_path)
    file.write_text(file.read_text("utf-8").replace("010000009", "unknown"), "utf-8")
    with pytest.raises(irs.WrongFile, match="Line 10"):
        RegistryEntry.load(irs.read(file), NIGHT)
    db.session.rollback()
    assert count(db) == 10
    assert names_found("naacp")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("naacp", "Harbor Valley NAACP Inc"),
        ("local 555", "Communication Workers of America, Local 555 CWA"),
        ("cwa", "Communication Workers of America, Local 555 CWA"),
        (
            "area labor federation",
            "American Federation of Labor & Congress of Industrial Orgs, "
            "Greater Harbor Valley Area Labor Fe…",
        ),
        ("aclu", "American Civil Liberties Union of Harbor State"),
        ("women voters", "League of Women Voters of Harbor State Inc, Harbor Valley"),
        ("pilar", "Harbor Valley Tenants United"),
        ("00502", "Harbor Valley Tenants United"),
        ("diaz", "Díaz Family Scholarship Fund"),
        ("DÍAZ", "Díaz Family Scholarship Fund"),
        ("01-0000010", "Díaz Family Scholarship Fund"),
        ("farm east", "Harbor County Farm Bureau Inc"),
    ],
)
def test_it_is_found_by(loaded, typed, found):
    assert names_found(typed) == [found]


def test_those_whose_name_holds_the_words_come_first(loaded):
    assert names_found("harbor")[0] == "American Civil Liberties Union of Harbor State"
    assert names_found("harbor")[-1] == "Díaz Family Scholarship Fund"


@pytest.mark.parametrize("typed", ["", "  ", "zebra", "labor zebra", '"', "*", "%", "_", "\0"])
def test_nothing_is_found_for(loaded, typed):
    assert names_found(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        '"harbor',
        "harbor*",
        "NEAR(harbor valley)",
        "harbor OR -zebra",
        "name:harbor",
        "harbor\0x",
        "^",
    ],
)
def test_signs_of_a_search_language_do_no_harm(loaded, typed):
    names_found(typed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.text(max_size=200))
def test_any_text_may_be_searched(loaded, typed):
    names_found(typed)


def test_a_row_says_why_it_might_matter(loaded):
    naacp = RegistryEntry.with_ein(10000001)
    assert naacp.about == (
        "501(c)(4) civic league since 1948 · civil rights · income over $100,000"
    )
    assert naacp.place == "Harbor Valley CT 00501"
    assert RegistryEntry.with_ein(10000005).about == "501(c)(3) church since 1946 · faith"


def test_an_organization_from_a_row_is_listed_not_started(db, loaded, clock):
    organization = RegistryEntry.with_ein(10000002).as_organization(clock.today)
    db.session.add(organization)
    db.session.commit()
    assert (organization.ein, organization.chapter) == ("010000002", "Local 555 CWA")
    assert (organization.kind, organization.field) == ("labor", "labor")
    assert organization.listed_contact == "Sam Okafor"
    assert organization.address_lines == ["12 Main St", "Harbor Valley CT  00501-2211"]
    assert not organization.is_started


def test_those_that_are_listed_already_are_known_by_ein(db, loaded, clock):
    entries = RegistryEntry.search("harbor")
    db.session.add(RegistryEntry.with_ein(10000004).as_organization(clock.today))
    db.session.commit()
    assert [
        organization.name for organization in RegistryEntry.organizations(entries).values()
    ] == ["Harbor Valley Tenants United"]
    assert isinstance(RegistryEntry.organizations(entries)["010000004"], Organization)
