"""Each error page says what happened and what to do, and keeps what was typed."""

import pytest
from sqlalchemy.exc import DataError

from coalition_app.web import access
from tests.conftest import account_for

OWN = {"Sec-Fetch-Site": "same-origin"}
FOREIGN = {"Sec-Fetch-Site": "cross-site"}


def refused(organizer, status: int, **options):
    organizer.get("/practice/person")
    return organizer.post("/practice/refusing", {"status": status}, **options)


@pytest.mark.parametrize("status", [400, 403, 404, 409, 413, 500])
def test_every_error_has_a_page_that_says_what_to_do(organizer, status):
    page = refused(organizer, status)
    assert page.status == status
    assert page.one("h1").text
    assert page.one(".btn.go")["href"] == "/"


def test_errors_without_a_page_of_their_own_get_the_nearest(organizer):
    page = refused(organizer, 418)
    assert (page.status, page.one("h1").text) == (418, "That was not understood")
    page = refused(organizer, 503)
    assert (page.status, page.one("h1").text) == (503, "Something broke on our side")


def test_a_wrong_method_is_explained(organizer):
    assert organizer.get("/practice/undoing").one("h1").text == "This page is not opened this way"


@pytest.mark.parametrize("status", [404, 409, 500])
def test_a_region_stays_and_the_error_is_said_beside_it(organizer, status):
    page = refused(organizer, status, htmx="ul#list_region")
    assert page.status == status
    assert page.html.strip().startswith('<hx-partial hx-target="#flashes"')


def test_a_broken_page_shows_nothing_of_its_insides(page, app, monkeypatch):
    account_for("administrator")
    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    answer = page.get("/practice/broken")
    assert answer.status == 500
    assert "on purpose" not in answer.html


def test_a_page_in_an_unknown_host_is_refused(page):
    assert page.get("/", headers={"Host": "elsewhere.example"}).status == 400


def test_too_much_at_once_is_413(organizer, app, monkeypatch):
    organizer.get("/practice/person")
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 1_048_576)
    monkeypatch.setitem(app.config, "MAX_FORM_MEMORY_SIZE", None)
    page = organizer.submit("Save", name="x" * 1_100_000)
    assert page.status == 413
    assert "At most 1 megabytes" in page.text


def test_a_post_without_token_is_refused(organizer):
    page = organizer.post("/practice/person", {"name": "Elena"}, csrf=False)
    assert page.status == 400


def test_a_page_with_an_old_token_can_be_sent_again(organizer):
    organizer.get("/practice/person")
    typed = {"name": "Elena", "kind": "labor", "route": "ally", "csrf_token": "from before"}
    page = organizer.post("/practice/person", typed, csrf=False, headers=OWN)
    assert page.status == 400
    assert page.submit("Send it again").one(".flash p").text == "Elena is listed."


def test_a_foreign_page_gets_nothing_to_send_again(organizer):
    page = organizer.post("/practice/person", {"name": "Eve"}, csrf=False, headers=FOREIGN)
    assert not page.all("form")


def test_a_password_is_never_kept(organizer):
    typed = {"name": "Elena", "password": "seven-lamps", "new_password": "eight-lamps"}
    page = organizer.post("/practice/person", typed, csrf=False, headers=OWN)
    assert "lamps" not in page.html


def test_without_script_the_words_of_an_expired_session_are_kept(page, local):
    account_for("administrator")
    page.get("/sign-in")
    answer = page.post(
        "/practice/person", {"name": "Elena", "kind": "labor", "route": "hq"}, headers=OWN
    )
    assert answer.status == 401
    page.sign_in(account_for("organizer"))
    assert answer.submit("Send it again").one(".flash p").text == "Elena is listed."


def test_a_record_saved_meanwhile_is_not_overwritten(organizer):
    organizer.get("/practice/person")
    page = organizer.post("/practice/stale", {"agenda": "Fair hiring"}, headers=OWN)
    assert page.status == 409
    assert "Fair hiring" in page.html


@pytest.mark.parametrize(("sqlstate", "status"), [("22003", 404), ("22021", 500)])
def test_what_a_database_server_says_of_such_an_id(app, organizer, monkeypatch, sqlstate, status):
    problem = type("Problem", (Exception,), {"sqlstate": sqlstate})()

    @access.viewer
    def ask(id: int):
        raise DataError("SELECT", {}, problem)

    monkeypatch.setitem(app.config, "PROPAGATE_EXCEPTIONS", False)
    monkeypatch.setitem(app.view_functions, "organizations.show", ask)
    assert organizer.get("/organizations/1").status == status


@pytest.mark.parametrize("id_", [2**63, 10**30])
def test_an_id_beyond_all_numbers_is_unknown(organizer, id_):
    page = organizer.get(f"/organizations/{id_}")
    assert page.status == 404
    page = organizer.get(f"/people/new?organization={id_}")
    assert (page.status, page.one("h1").text) == (404, "There is no such page")
