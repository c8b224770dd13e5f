import threading

import pytest
from flask.testing import FlaskClient

from coalition_app.models import Account, Local, Organization, Resource
from tests.browser import accessible, no_sideways_scroll

TYPED = {
    "number": "555",
    "local_name": "Harbor Valley Communications Workers",
    "union_name": "CWA",
    "time_zone": "America/Chicago",
    "name": "Dori James",
    "email": "Dori@Local555.example",
    "new_password": "seven-lamps-and-a-door",
}


def test_a_stranger_is_led_to_the_first_page_from_anywhere(page):
    assert page.get("/accounts").location == "/first-start"
    assert page.get("/sign-in").location == "/first-start"


def test_the_first_page_sets_up_the_local_and_signs_in(page, db):
    page.get("/first-start")
    answer = page.submit(**TYPED, follow=False)
    assert (answer.status, answer.location) == (303, "/")
    local, account = Local.current(), Account.with_email("dori@local555.example")
    assert (local.full_name, local.time_zone) == ("CWA Local 555", "America/Chicago")
    assert (account.name, account.role) == ("Dori James", "administrator")
    assert local.signer is account.person
    assert page.get("/password").status == 200


def test_the_partners_and_resources_are_there_from_the_first_start(page, db):
    page.get("/first-start").submit(**TYPED, follow=False)
    partners = db.session.scalars(Organization.listed()).all()
    assert len(partners) == 6
    assert {partner.listed_on.isoformat() for partner in partners} == {"2026-03-14"}
    assert len(db.session.scalars(Resource.in_order()).all()) == 4


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("number", "", "Type the number, like 555."),
        ("local_name", "", "Type the local's name."),
        ("name", " ", "Type your name."),
        ("email", "dori", "Type an email address like name@example.org."),
        ("new_password", "short", "Use at least 10 characters"),
        ("new_password", "password123", "This is among the first that others try."),
        ("new_password", "Dori James 1", "This is mostly your name"),
        ("new_password", "cwa-local-555", "This is mostly your name"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(page, field, typed, words):
    page.get("/first-start")
    refused = page.submit(**{**TYPED, field: typed})
    assert refused.status == 422
    assert words in refused.one(f"#{field}-error").text
    kept = "union_name" if field != "union_name" else "name"
    assert refused.one(f"#{kept}")["value"] == TYPED[kept]
    assert not Account.exists()


def test_a_time_zone_that_does_not_exist_is_refused(page):
    page.get("/first-start")
    token = page.csrf_token()
    typed = {**TYPED, "time_zone": "Mars/Olympus", "csrf_token": token}
    refused = page.open("/first-start", method="POST", data=typed)
    assert refused.status == 422
    assert "Pick one from the list." in refused.text


def test_the_password_is_never_sent_back(page):
    page.get("/first-start")
    refused = page.submit(**{**TYPED, "number": ""})
    assert TYPED["new_password"] not in refused.html


def test_the_first_page_is_closed_once_there_is_an_account(page, organizer):
    assert page.get("/first-start").location == "/"
    page.get("/sign-in")
    assert page.post("/first-start", TYPED).location == "/"
    assert Account.with_email(TYPED["email"]) is None


def test_of_two_who_set_up_at_once_only_one_becomes_administrator(app, db):
    clients = [app.test_client() for _ in range(2)]
    sent = []
    for number, client in enumerate(clients):
        token = client.get("/first-start").one("[name=csrf_token]")["value"]
        email = f"person{number}@local555.example"
        sent.append({**TYPED, "email": email, "csrf_token": token})
    db.session.rollback()
    start = threading.Barrier(2)

    def send(client, typed):
        start.wait()
        FlaskClient.open(client, "/first-start", method="POST", data=typed)

    threads = [threading.Thread(target=send, args=pair) for pair in zip(clients, sent, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(db.session.scalars(Account.in_order()).all()) == 1


def test_the_first_page_is_accessible_and_narrow(stranger):
    stranger.goto("/first-start")
    accessible(stranger)
    no_sideways_scroll(stranger)
