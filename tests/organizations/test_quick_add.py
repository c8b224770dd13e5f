"""Typing in one organization after the other in one line."""

from coalition_app.models import Organization
from tests import world

LINE = "Harbor Tenants, New Haven; Ana Ruiz, president, 203 555 0142"


def type_in(client, line, htmx=None, **more):
    client.get("/organizations")
    return client.submit("List it", htmx=htmx, line=line, **more)


def test_one_line_lists_it_with_its_contact(db, organizer, clock):
    page = type_in(organizer, LINE)
    assert "Harbor Tenants · New Haven · Ana Ruiz, president is listed." in page.text
    tenants = Organization.named("Harbor Tenants")
    assert (tenants.city, tenants.listed_on, tenants.is_started) == (
        "New Haven",
        clock.today,
        False,
    )
    assert tenants.primary_contact.phone == "203 555 0142"
    assert page.one("#line").get("autofocus") is not None


def test_in_place_the_line_is_empty_again_and_the_list_follows(organizer):
    page = type_in(organizer, LINE, htmx="section#quick")
    assert page.one("#line").get("value", "") == ""
    assert "is listed" in page.one("#understood").text
    assert page.headers["HX-Trigger"] == "organizations-changed"


def test_what_is_safe_in_a_name_is_understood(db, organizer):
    type_in(organizer, "IBEW Local 90, Norwich")
    local = Organization.named("IBEW Local 90")
    assert (local.kind, local.has_members) == ("labor", True)


def test_it_is_shown_before_enter(organizer):
    page = organizer.get(f"/organizations/quick?line={LINE}", htmx=True)
    words = "name Harbor Tenants city New Haven contact Ana Ruiz role president phone 203 555 0142"
    assert page.one("#understood").text == words


def test_without_a_script_that_address_is_a_page(organizer):
    assert organizer.get("/organizations/quick?line=Harbor").one("#line")["value"] == "Harbor"


def test_one_of_the_same_name_is_pointed_out_first(db, organizer):
    known = world.listed("Harbor Tenants")
    page = organizer.get("/organizations/quick?line=harbor tenants, Milford", htmx=True)
    assert page.one("#understood a")["href"] == f"/organizations/{known.id}"
    page = type_in(organizer, "harbor tenants, Milford")
    assert page.status == 422
    assert "Harbor Tenants is here already." in page.one("#line-error").text
    assert page.one("#line")["value"] == "harbor tenants, Milford"
    assert "is listed" in organizer.submit("List it", is_another=True).text


def test_a_line_without_a_name_says_how_to_begin(organizer):
    for line in ("", ",,;", "; Ana Ruiz"):
        page = type_in(organizer, line)
        assert page.status in (200, 422)
    assert "Begin with the name" in type_in(organizer, "").one("#line-error").text


def test_too_long_a_line_is_kept(organizer):
    page = type_in(organizer, "x" * 501)
    assert page.status == 422
    assert page.one("#line")["value"] == "x" * 501


def test_undo_takes_it_off_the_list(db, organizer):
    type_in(organizer, LINE, htmx="section#quick")
    organizer.submit("Undo")
    assert Organization.named("Harbor Tenants") is None


def test_a_viewer_types_nothing_in(viewer, db):
    assert not viewer.get("/organizations").has("#line")
    assert viewer.post("/organizations/quick", {"line": LINE}).status == 403
