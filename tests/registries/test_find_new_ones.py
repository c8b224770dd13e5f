"""Find new ones: search the registry, list an organization from a row."""

from datetime import datetime

import pytest
from sqlalchemy import func, select

from coalition_app.lib import irs
from coalition_app.models import Organization, RegistryEntry
from tests.registries import harbor

NAACP, TENANTS = 10000001, 10000004


@pytest.fixture
def registry(db, tmp_path):
    RegistryEntry.load(irs.read(harbor.file_in(tmp_path)), datetime(2026, 3, 14, 10, 0))
    db.session.commit()


def form_of(ein: int) -> str:
    return f'form[action="/registries/{ein}/listing"]'


def organizations(db) -> list[Organization]:
    return list(db.session.scalars(select(Organization)))


def test_without_a_file_it_says_how_to_get_one(organizer):
    page = organizer.get("/registries")
    assert "No registry is loaded yet." in page.text
    assert "registry load eo_ct.csv" in page.text
    assert page.has('a[href="/organizations/new"]')


def test_what_is_searched_is_said(organizer, registry):
    page = organizer.get("/registries")
    assert "CT (10, loaded Mar 14)" in page.text
    assert page.one("#registry-search").get("value") == ""


def test_a_row_says_why_it_might_matter(organizer, registry):
    page = organizer.get("/registries").submit("Search", q="naacp")
    assert page.path == "/registries?q=naacp"
    row = page.one("#registry_results li")
    assert "Harbor Valley NAACP Inc" in row.text
    assert "501(c)(4) civic league since 1948 · civil rights · income over $100,000" in row.text
    assert "listed contact: Ruth Abara, treasurer" in row.text


def test_the_chapter_line_stands_beside_the_name(organizer, registry):
    page = organizer.get("/registries?q=555")
    assert "Communication Workers of America, Local 555 CWA" in page.text


def test_what_was_searched_stays_in_the_field(organizer, registry):
    page = organizer.get("/registries", query_string={"q": '"><script>alert(1)</script>'})
    assert page.one("#registry-search")["value"] == '"><script>alert(1)</script>'


def test_nothing_found_offers_to_type_it_in(organizer, registry):
    page = organizer.get("/registries", query_string={"q": "Sierra & Sons"})
    assert page.has('a[href="/organizations/new?name=Sierra+%26+Sons"]')


def test_htmx_gets_the_results_alone(organizer, registry):
    fragment = organizer.get("/registries?q=tenants", htmx="section#registry_results")
    assert fragment.one("#registry_results").text.startswith("1 organization")
    assert not fragment.has("h1")


@pytest.mark.parametrize("text", ['"', "*", "NEAR(", "a\0b", "x" * 10_000, "{{ 7*7 }}", "🌻"])
def test_any_text_may_be_searched(organizer, registry, text):
    assert organizer.get("/registries", query_string={"q": text}).status == 200


def test_listing_puts_it_on_the_list_not_on_the_path(organizer, registry, db):
    page = organizer.get("/registries?q=naacp").submit(form_of(NAACP))
    (organization,) = organizations(db)
    assert page.path == f"/organizations/{organization.id}"
    assert organization.name == "Harbor Valley NAACP Inc"
    assert organization.listed_contact == "Ruth Abara, treasurer"
    assert not organization.is_started


def test_listing_and_starting_makes_whoever_did_it_the_lead(organizer, registry, db):
    page = organizer.get("/registries?q=naacp")
    after = page.submit("List and start Harbor Valley NAACP Inc")
    assert "Listed and started. You are its lead." in after.text
    (organization,) = organizations(db)
    assert (organization.lead.name, str(organization.started_on)) == ("Dori James", "2026-03-14")


def test_a_second_press_leads_to_the_one_that_is_there(organizer, registry, db):
    first = organizer.post(f"/registries/{TENANTS}/listing")
    second = organizer.post(f"/registries/{TENANTS}/listing", {"start": "yes"})
    assert first.location == second.location
    (organization,) = organizations(db)
    assert organization.is_started


def test_one_that_is_started_keeps_its_lead(organizer, administrator, registry, db):
    organizer.post(f"/registries/{TENANTS}/listing", {"start": "yes"})
    administrator.post(f"/registries/{TENANTS}/listing", {"start": "yes"})
    assert organizations(db)[0].lead.name == "Dori James"


def test_a_listed_one_says_so_with_a_link(organizer, registry, db):
    organizer.post(f"/registries/{TENANTS}/listing")
    (organization,) = organizations(db)
    row = organizer.get("/registries?q=tenants").one("#registry_results li")
    assert "on your list" in row.text
    assert row.one("a")["href"] == f"/organizations/{organization.id}"
    assert not row.all("form")


def test_one_that_was_deleted_comes_back(organizer, registry, db, clock):
    organizer.post(f"/registries/{TENANTS}/listing")
    organizations(db)[0].archive(clock.now)
    organizer.get("/registries?q=tenants").submit(form_of(TENANTS))
    (organization,) = organizations(db)
    assert not organization.is_archived


def test_an_unknown_row_is_not_found(organizer, registry, db):
    assert organizer.post("/registries/999999999/listing").status == 404
    assert organizer.post("/registries/99999999999999999999/listing").status == 404
    assert db.session.scalar(select(func.count(Organization.id))) == 0


def test_without_a_registry_no_row_is_found(organizer, db):
    db.session.commit()
    db.drop_all("registry")
    assert organizer.post(f"/registries/{NAACP}/listing").status == 404


def test_a_viewer_searches_but_lists_nothing(viewer, registry):
    page = viewer.get("/registries?q=naacp")
    assert not page.has("main form[method=post]")
    assert viewer.post(f"/registries/{NAACP}/listing").status == 403


def test_a_stranger_signs_in_first(page, organizer, registry):
    assert page.get("/registries?q=naacp").location.startswith("/sign-in")
