"""Who may call a view."""

import pytest

from coalition_app.web import access
from tests.conftest import account_for

OPEN_TO = {
    "/practice/sink": {"viewer", "organizer", "administrator"},
    "/practice/organizing": {"organizer", "administrator"},
    "/practice/administering": {"administrator"},
    "/practice/unmarked": set(),
}


@pytest.mark.parametrize("path", OPEN_TO)
@pytest.mark.parametrize("role", ["viewer", "organizer", "administrator"])
def test_a_page_lets_in_its_role_and_higher_ones(request, role, path):
    page = request.getfixturevalue(role).get(path)
    assert page.status == (200 if role in OPEN_TO[path] else 403)


def test_a_stranger_is_led_to_sign_in_and_then_back(page, db, local):
    account_for("administrator")
    answer = page.get("/practice/sink?q=1")
    assert answer.status == 303
    assert answer.location == "/sign-in?next=/practice/sink?q%3D1"


def test_a_public_page_is_open_to_a_stranger(page, local):
    account_for("administrator")
    assert page.get("/practice/open").status == 200


def test_before_the_first_account_every_page_leads_to_the_first_start(page):
    for path in ("/practice/open", "/practice/sink", "/sign-in"):
        assert page.get(path).location == "/first-start"


def test_an_unknown_page_is_404_even_to_a_stranger(page):
    assert page.get("/nowhere").status == 404


def test_a_region_of_an_expired_session_is_401_and_swaps_nothing(page, local):
    account_for("administrator")
    answer = page.get("/practice/region", htmx="ul#list_region")
    assert answer.status == 401
    assert answer.headers["X-CSRF-Token"]


def test_a_boosted_link_of_an_expired_session_leads_to_sign_in(page, local):
    account_for("administrator")
    headers = {"HX-Request": "true", "HX-Boosted": "true", "HX-Request-Type": "full"}
    assert page.get("/practice/sink", headers=headers).location.startswith("/sign-in")


def test_a_disabled_account_is_out_at_once(organizer, db, clock):
    account_for("organizer").disable(clock.now)
    account_for("administrator")
    assert organizer.get("/practice/sink").location.startswith("/sign-in")


@pytest.mark.parametrize("own", ["/", "/organizations/3?tab=2", "/a#b", "/names/D%C3%ADaz"])
def test_next_leads_to_our_own_pages(own):
    assert access.safe_next(own) == own


@pytest.mark.parametrize(
    "foreign",
    [
        None,
        "",
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "javascript:alert(1)",
        "/\t/elsewhere.example",
        "/ /elsewhere.example",
        "sign-in",
        "/\x00",
    ],
)
def test_next_never_leads_elsewhere(foreign):
    assert access.safe_next(foreign, "/today") == "/today"
