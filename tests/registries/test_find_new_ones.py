"""Find new ones: search the registries, list organizations from their rows."""

import pytest
from sqlalchemy import func, select, text

from coalition_app.models import Organization, writing_registry
from coalition_app.models.registry_entry import UNIONS_FROM
from coalition_app.web import jobs
from tests.registries import harbor

NAACP, CWA, TENANTS = 10000001, 10000002, 10000004
REPORT = UNIONS_FROM + 900555


@pytest.fixture
def registry(db, tmp_path):
    harbor.load(harbor.file_in(tmp_path))


@pytest.fixture
def both(registry, tmp_path):
    harbor.load(harbor.unions_in(tmp_path))


def organizations(db) -> list[Organization]:
    return list(db.session.scalars(select(Organization)))


def test_without_a_file_it_leads_to_where_one_is_loaded(organizer):
    page = organizer.get("/registries")
    assert "No registry is loaded yet." in page.text
    assert page.has('main a[href="/registries/files"]')
    assert page.has('main a[href="/organizations/new"]')


def test_a_registry_of_another_version_wants_loading_again(organizer, registry):
    with writing_registry() as connection:
        connection.execute(text("ALTER TABLE registry_entry RENAME COLUMN more TO other"))
    assert "Load it again." in organizer.get("/registries").text


def test_what_is_searched_is_said(organizer, both):
    page = organizer.get("/registries")
    assert "CT (10, loaded Mar 14), union reports of 2025 (6, loaded Mar 14)" in page.text
    assert page.one("main input[type=search]").get("value") == ""


def test_a_list_that_loads_just_now_is_shown(organizer, registry):
    jobs.start("registry", "Loading eo_ri.csv", file="x")
    assert organizer.get("/registries").has("#job[hx-get]")


def test_a_row_says_why_it_might_matter(organizer, registry):
    organizer.get("/registries?q=naacp")
    row = organizer.one("#registry_results tbody tr")
    assert "Harbor Valley NAACP Inc" in row.text
    assert "501(c)(4) civic league · civil rights · income over $100,000 · since 1948" in row.text
    assert "NAACP: national partner" in row.text
    assert "listed contact: Ruth Abara, treasurer" in row.text


def test_a_row_says_what_speaks_for_it_seen_from_us(organizer, registry, local):
    local.postal_code, local.agenda = "00501", "Rent control"
    row = organizer.get("/registries?q=tenants").one("#registry_results tbody tr")
    assert [tag.text for tag in row.all(".tag")] == ["near us", "on our agenda"]


def test_the_same_union_in_the_other_registry_is_pointed_out(organizer, both):
    organizer.get("/registries?q=communication+workers+555")
    words = "Also in the union reports: CWA Local 555, 1,250 members in 2025"
    assert words in organizer.one(f"#entry-{CWA}").text


def test_what_was_searched_stays_in_the_fields(organizer, registry):
    typed = {"q": '"><script>alert(1)</script>', "place": "East", "kind": "labor", "members": "500"}
    page = organizer.get("/registries", query_string=typed)
    assert page.one("main input[type=search]")["value"] == typed["q"]
    assert page.one("#place")["value"] == "East"
    assert page.one("#kind option[selected]").text == "labor"
    assert page.has("main details[open] #members")


def test_filters_narrow_and_what_nobody_could_pick_does_not(organizer, both):
    assert len(organizer.get("/registries?q=harbor&kind=labor").all("tbody tr")) == 7
    assert len(organizer.get("/registries?q=harbor&kind=labor&members=100").all("tbody tr")) == 2
    assert len(organizer.get("/registries?q=naacp&members=7&kind=x&state=XX").all("tbody tr")) == 1


def test_the_chapters_of_one_parent_are_a_click_away(organizer, both):
    row = organizer.get("/registries?q=afscme").one("#registry_results tbody tr")
    page = organizer.get(row.one("th a")["href"])
    assert "Only chapters of State County and Muni Empls AFL-CIO" in page.text
    assert len(page.all("tbody tr")) == 1


def test_nothing_found_offers_to_type_it_in(organizer, registry):
    page = organizer.get("/registries", query_string={"q": "Sierra & Sons"})
    assert page.has('a[href="/organizations/new?name=Sierra+%26+Sons"]')


def test_htmx_gets_the_results_alone(organizer, registry):
    fragment = organizer.get("/registries?q=tenants", htmx="section#registry_results")
    assert fragment.one("#registry_results").text.startswith("1 organization")
    assert not fragment.has("h1")


@pytest.mark.parametrize("text", ['"', "*", "NEAR(", "a\0b", "x" * 10_000, "{{ 7*7 }}", "🌻"])
def test_any_text_may_be_searched(organizer, registry, text):
    for name in ("q", "place", "parent"):
        assert organizer.get("/registries", query_string={name: text}).status == 200


def test_listing_puts_it_on_the_list_and_leads_back_to_the_search(organizer, registry, db):
    page = organizer.get("/registries?q=naacp").submit("List Harbor Valley NAACP Inc")
    (organization,) = organizations(db)
    assert page.path == "/registries?q=naacp"
    assert "Harbor Valley NAACP Inc: Listed." in page.text
    assert organization.listed_contact == "Ruth Abara, treasurer"
    assert not organization.is_started
    row = page.one("#registry_results tbody tr")
    assert "on your list" in row.text
    assert row.one("th a")["href"] == f"/organizations/{organization.id}"
    assert not row.all("form")


def test_by_htmx_the_row_alone_changes(organizer, registry, db):
    organizer.get("/registries?q=naacp")
    row = organizer.submit("List Harbor Valley NAACP Inc", htmx=f"tr#entry-{NAACP}")
    assert "on your list" in row.one(f"tr#entry-{NAACP}").text
    assert not row.has("h1")
    assert len(organizations(db)) == 1


def test_listing_and_starting_makes_whoever_did_it_the_lead(organizer, registry, db):
    page = organizer.get("/registries?q=naacp")
    after = page.submit("Start Harbor Valley NAACP Inc")
    assert "Listed and started, with you as the lead." in after.text
    (organization,) = organizations(db)
    assert (organization.lead.name, str(organization.started_on)) == ("Dori James", "2026-03-14")


def test_a_second_press_changes_nothing(organizer, registry, db):
    organizer.post(f"/registries/{TENANTS}/listing")
    organizer.post(f"/registries/{TENANTS}/listing", {"start": "yes"})
    (organization,) = organizations(db)
    assert organization.is_started


def test_one_that_is_started_keeps_its_lead(organizer, administrator, registry, db):
    organizer.post(f"/registries/{TENANTS}/listing", {"start": "yes"})
    administrator.post(f"/registries/{TENANTS}/listing", {"start": "yes"})
    assert organizations(db)[0].lead.name == "Dori James"


def test_several_are_listed_at_once(organizer, registry, db):
    organizer.post(f"/registries/{TENANTS}/listing")
    page = organizer.get("/registries?q=harbor")
    after = page.submit("List the marked", {"ids": [str(NAACP), str(CWA)]})
    assert "2 listed." in after.text
    assert (len(organizations(db)), after.path) == (3, "/registries?q=harbor")


def test_several_are_started_at_once(organizer, registry, db):
    organizer.post(f"/registries/{TENANTS}/listing")
    ids = [str(TENANTS), str(NAACP), "99999999999", "x"]
    after = organizer.post("/registries/listing", {"ids": ids, "start": "yes"}, follow=True)
    assert "2 started, with you as the lead. 1 stood on your list already." in after.text
    assert all(organization.is_started for organization in organizations(db))


def test_nothing_marked_lists_nothing(organizer, registry, db):
    assert (
        "Mark the ones you want first." in organizer.post("/registries/listing", follow=True).text
    )
    assert organizations(db) == []


def test_a_person_decides_that_two_rows_are_one_union(organizer, both, db):
    organizer.get("/registries?q=communication+workers+555")
    organizer.submit("List both as one: Communication Workers of America, Local 555 CWA")
    (organization,) = organizations(db)
    assert (organization.ein, organization.file_number) == ("010000002", "900555")
    assert organization.members_count == 1250
    page = organizer.get("/registries?q=555")
    assert page.text.count("on your list") == 2


def test_one_that_is_listed_takes_the_other_registry_along(organizer, both, db):
    organizer.post(f"/registries/{CWA}/listing")
    organizer.get("/registries?q=communication+workers+555")
    organizer.submit("Add that: Communication Workers of America, Local 555 CWA")
    (organization,) = organizations(db)
    assert organization.file_number == "900555"


def test_two_that_are_listed_apart_stay_apart(organizer, both, db):
    organizer.post(f"/registries/{CWA}/listing")
    organizer.post(f"/registries/{REPORT}/listing")
    organizer.post(f"/registries/{CWA}/listing", {"twin": str(REPORT)})
    assert sorted(each.file_number or "" for each in organizations(db)) == ["", "900555"]


def test_what_is_listed_keeps_its_link_when_a_newer_file_lacks_it(
    organizer, registry, db, tmp_path
):
    organizer.post(f"/registries/{NAACP}/listing")
    harbor.load(harbor.file_in(tmp_path, leave_out=1))
    (organization,) = organizations(db)
    assert organization.ein == "010000001"
    harbor.load(harbor.file_in(tmp_path))
    assert "on your list" in organizer.get("/registries?q=naacp").text


def test_one_that_was_deleted_comes_back(organizer, registry, db, clock):
    organizer.post(f"/registries/{TENANTS}/listing")
    organizations(db)[0].archive(clock.now)
    organizer.get("/registries?q=tenants").submit("List Harbor Valley Tenants United")
    (organization,) = organizations(db)
    assert not organization.is_archived


def test_an_unknown_row_is_not_found(organizer, registry, db):
    assert organizer.post("/registries/999999999/listing").status == 404
    assert organizer.post("/registries/99999999999999999999/listing").status == 404
    assert db.session.scalar(select(func.count(Organization.id))) == 0


def test_a_viewer_searches_but_lists_nothing(viewer, registry):
    page = viewer.get("/registries?q=naacp")
    assert len(page.all("tbody tr")) == 1
    assert not page.has("main form[method=post]")
    assert viewer.post(f"/registries/{NAACP}/listing").status == 403
    assert viewer.post("/registries/listing").status == 403


def test_a_stranger_signs_in_first(page, organizer, registry):
    assert page.get("/registries?q=naacp").location.startswith("/sign-in")


def test_without_our_zip_it_says_how_to_see_the_nearest_first(organizer, registry, local):
    local.postal_code = ""
    assert "Give our local its ZIP" in organizer.get("/registries?q=tenants").text
    local.postal_code = "06555"
    assert "Give our local its ZIP" not in organizer.get("/registries?q=tenants").text
