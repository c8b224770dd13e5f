"""The registry is searched by whatever a person types; what fits us comes first."""

import pytest
from hypothesis import HealthCheck, given, settings

from coalition_app.extensions import db as extension
from coalition_app.models import (
    Issue,
    Local,
    RegistryGround,
    RegistryWanted,
    registry_search,
    search_registry,
)
from coalition_app.models.registry_entry import SEARCH
from coalition_app.models.registry_search import best
from coalition_app.models.registry_twins import with_keys
from tests.any_text import any_text
from tests.registries import harbor

HERE = RegistryGround("00502-1010", "CT", frozenset({"housing", "civil rights"}))


@pytest.fixture
def loaded(db, tmp_path):
    harbor.load(harbor.file_in(tmp_path))
    harbor.load(harbor.unions_in(tmp_path))


def names(ground: RegistryGround = RegistryGround(), **wanted) -> list[str]:  # noqa: B008
    return [each.full_name for each in search_registry(RegistryWanted(**wanted), ground, 50)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("naacp", "Harbor Valley NAACP Inc"),
        ("local 777", "AFSCME Local 777, East Harbor"),
        (
            "area labor federation",
            "American Federation of Labor & Congress of Industrial Orgs, "
            "Greater Harbor Valley Area Labor Fe…",
        ),
        ("building trades", "Harbor Valley Building and Construction Trades Council"),
        ("aclu", "American Civil Liberties Union of Harbor State"),
        ("women voters", "League of Women Voters of Harbor State Inc, Harbor Valley"),
        ("pilar tenants", "Harbor Valley Tenants United"),
        ("00502", "Harbor Valley Tenants United"),
        ("diaz", "Díaz Family Scholarship Fund"),
        ("DÍAZ", "Díaz Family Scholarship Fund"),
        ("01-0000010", "Díaz Family Scholarship Fund"),
        ("farm east", "Harbor County Farm Bureau Inc"),
    ],
)
def test_it_is_found_by(loaded, typed, found):
    assert names(text=typed) == [found]


def test_unions_are_found_by_how_their_members_are_called(loaded):
    assert set(names(text="telephone")) == {
        "Communication Workers of America, Local 555 CWA",
        "CWA Local 555",
    }


@pytest.mark.parametrize("typed", ["zebra", "labor zebra", '"', "*", "%", "_", "\0"])
def test_nothing_is_found_for(loaded, typed):
    assert names(text=typed) == []


def test_those_whose_name_holds_the_words_come_first(loaded):
    found = names(text="harbor valley")
    assert found[-1] in {"CWA Local 555", "Díaz Family Scholarship Fund"}
    assert "Harbor Valley" in found[0]


TENANTS = "Harbor Valley Tenants United"
VOTERS = "League of Women Voters of Harbor State Inc, Harbor Valley"


@pytest.mark.parametrize(
    ("ground", "first"),
    [
        (RegistryGround(fields=frozenset({"housing"})), TENANTS),
        (RegistryGround(fields=frozenset({"civil rights"})), VOTERS),
        (RegistryGround("00502", "CT"), TENANTS),
        (RegistryGround("00503", "CT"), VOTERS),
    ],
)
def test_what_is_near_or_on_our_agenda_comes_first(loaded, ground, first):
    found = names(ground, text="harbor valley")
    assert next(name for name in found if name in (TENANTS, VOTERS)) == first


def test_what_ended_comes_last(loaded):
    assert names(text="harbor", kind="labor")[-1] == "Stevedores of Harbor State, Local 9"


def test_without_words_it_offers_what_fits(loaded):
    assert TENANTS in names(HERE)
    assert names(HERE)[0] == "Harbor Valley NAACP Inc"
    assert TENANTS in names(RegistryGround(fields=frozenset({"housing"})))
    assert names() == ["Harbor Valley NAACP Inc"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"text": "harbor", "field": "housing"}, ["Harbor Valley Tenants United"]),
        ({"place": "00509"}, []),
        ({"place": "00502"}, ["Harbor Valley Tenants United"]),
        ({"place": "detr"}, ["Auto Workers AFL-CIO"]),
        ({"state": "MI"}, ["Auto Workers AFL-CIO"]),
        ({"members": 1000, "place": "harbor valley"}, ["CWA Local 555"]),
        ({"kind": "community", "income": 5}, ["Díaz Family Scholarship Fund"]),
        ({"parent": "aafscme"}, ["AFSCME Local 777, East Harbor"]),
        ({"kind": "labor", "field": "housing"}, []),
    ],
)
def test_filters_narrow(loaded, wanted, found):
    income = ["American Civil Liberties Union of Harbor State"] if wanted.get("income") else []
    assert sorted(names(**wanted)) == sorted([*found, *income])


def test_a_filter_is_no_beginning_of_another_one(loaded):
    assert names(field="art") == []
    assert names(parent="aafs") == []


@pytest.mark.parametrize(
    "typed",
    ['"harbor', "harbor*", "NEAR(harbor valley)", "harbor OR -zebra", "name:harbor", "h\0x", "^"],
)
def test_signs_of_a_search_language_do_no_harm(loaded, typed):
    names(text=typed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(any_text(max_size=200), any_text(max_size=40), any_text(max_size=40))
def test_any_text_may_be_searched(loaded, typed, place, parent):
    names(HERE, text=typed, place=place, parent=parent, kind="labor")


def test_our_ground_is_our_address_and_agenda(db):
    local = Local(number="555", name="x", postal_code="00501-2211", state="CT", agenda="Rent.")
    db.session.add_all([local, Issue(name="Voting rights", is_ours=True), Issue(name="Food")])
    db.session.flush()
    ground = RegistryGround.of(local)
    assert (ground.region, ground.state) == ("005", "CT")
    assert ground.fields == {"housing", "civil rights"}
    assert RegistryGround.of(None).fields == {"civil rights"}


def plan(query) -> list[str]:
    engine = extension.engines["registry"]
    asked = str(query.compile(engine, compile_kwargs={"literal_binds": True}))
    with engine.connect() as connection:
        return [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]


def test_a_search_begins_at_the_index(loaded):
    by_words = plan(SEARCH.finding.bindparams(asked='"harbor"*', most=300))
    assert by_words[0].startswith("SCAN registry_entry_search VIRTUAL TABLE INDEX 0:M")
    given = {"ids": "[10000001, 10000002]", "most": 50, "begun0": "% h%", "whole0": "% h %"}
    by_number = "SEARCH registry_entry USING INTEGER PRIMARY KEY (rowid=?)"
    assert plan(best(HERE, 1).params(given))[0] == by_number


def test_where_very_many_hold_a_word_the_best_are_found(loaded, monkeypatch):
    """Some of each circle around us are weighed, not whichever stand first."""
    whole = names(HERE, text="har")
    monkeypatch.setattr(registry_search, "ALL_AT_ONCE", 2)
    monkeypatch.setattr(registry_search, "OF_EACH", 2)
    assert names(HERE, text="har")[0] == whole[0]
    assert TENANTS in names(HERE, text="har")
    assert TENANTS in names(HERE, text="har", place="00")
    assert set(names(HERE, text="har")) < set(whole)


def test_a_twin_is_found_by_the_index(loaded):
    entries = search_registry(RegistryWanted("local"), HERE, 50)
    assert plan(with_keys(entries)) == [
        "SEARCH registry_entry USING INDEX ix_registry_entry_twin_key (twin_key=?)"
    ]
