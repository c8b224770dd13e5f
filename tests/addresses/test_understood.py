"""What an address lacks is said while it is typed, and refused nowhere."""

from tests import world

ASKED = "/addresses/understood?"


def test_what_is_missing_and_what_looks_wrong_is_said(viewer, db):
    page = viewer.get(f"{ASKED}street=12+Main&state=Conn.&postal_code=90210", htmx=True)
    assert "Missing: city." in page.text
    assert "ZIP 90210 lies in CA, not in CT." in page.text


def test_a_whole_address_and_none_are_left_alone(viewer, db):
    whole = "street=12+Main&city=New+Haven&state=CT&postal_code=06511"
    assert viewer.get(f"{ASKED}{whole}", htmx=True).html.strip() == ""
    assert viewer.get(ASKED, htmx=True).html.strip() == ""


def test_without_a_region_to_fill_it_leads_home(viewer, db):
    assert viewer.get(ASKED).status == 303


def test_an_organization_without_a_zip_is_saved_and_its_page_says_so(organizer, db):
    league = world.started()
    page = organizer.get(f"/organizations/{league.id}/edit")
    saved = page.submit("Save", street="12 Main St., Apt #4", city="Oak", state="connecticut")
    assert "12 Main St Apt 4" in saved.text
    assert "Oak CT" in saved.text
    assert "lacks ZIP" in saved.text
    assert "Missing: ZIP." in organizer.get(f"/organizations/{league.id}/edit").text
