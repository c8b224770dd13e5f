import pytest
from argon2 import PasswordHasher

from coalition_app.accounts import sessions
from coalition_app.models import Account
from tests.conftest import PASSWORD, account_for


@pytest.fixture
def dori(local) -> Account:
    return account_for("administrator")


def sign_in(page, email="administrator@local555.example", password=PASSWORD, **options):
    page.get("/sign-in")
    return page.submit("Sign in", email=email, password=password, **options)


def test_email_and_password_sign_in(page, dori):
    answer = sign_in(page, follow=False)
    assert (answer.status, answer.location) == (303, "/")
    assert page.get("/accounts").status == 200


def test_the_case_of_the_email_does_not_matter(page, dori):
    assert sign_in(page, " Administrator@LOCAL555.example ", follow=False).status == 303


def test_a_wrong_password_and_an_unknown_email_answer_alike(page, dori):
    wrong = sign_in(page, password="not-this-one")
    unknown = sign_in(page, email="nobody@local555.example")
    assert wrong.status == unknown.status == 422
    assert wrong.text == unknown.text
    assert "That email and password do not match." in wrong.text
    assert unknown.one("#email")["value"] == "nobody@local555.example"
    assert PASSWORD not in unknown.html


def test_an_unknown_email_costs_as_much_hashing_as_a_wrong_password(dori, monkeypatch):
    asked = []

    class Counting:
        def hash(self, password):
            asked.append("hash")

        def verify(self, stored, password):
            asked.append("verify")
            return False

    monkeypatch.setattr(Account, "hasher", Counting())
    assert sessions.identified("nobody@local555.example", "x") is None
    assert sessions.identified(dori.email, "x") is None
    assert asked == ["hash", "verify"]


@pytest.mark.parametrize(("password", "status"), [(PASSWORD, 303), ("not-this-one", 422)])
def test_nobody_waits_to_write_while_a_password_is_hashed(
    page, dori, db, monkeypatch, password, status
):
    found = []

    class Watching(PasswordHasher):
        def verify(self, *given):
            found.append(db.session().in_transaction())
            return super().verify(*given)

    monkeypatch.setattr(Account, "hasher", Watching())
    assert sign_in(page, password=password, follow=False).status == status
    assert found == [False]


def test_a_disabled_account_does_not_get_in(page, dori, db, clock):
    dori.disable(clock.now)
    db.session.commit()
    assert sign_in(page).status == 422


def test_a_stranger_is_led_back_to_the_page_that_was_asked_for(page, dori):
    asked = page.get("/password?x=1", follow=True)
    answer = asked.submit("Sign in", email=dori.email, password=PASSWORD, follow=False)
    assert answer.location == "/password?x=1"


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"],
)
def test_nobody_is_led_to_another_site(page, dori, elsewhere):
    page.get("/sign-in")
    answer = page.submit(
        "Sign in", email=dori.email, password=PASSWORD, next=elsewhere, follow=False
    )
    assert answer.location == "/"


def test_signing_in_needs_the_token_of_our_own_page(page, dori):
    page.get("/sign-in")
    typed = {"email": dori.email, "password": PASSWORD}
    assert page.post("/sign-in", typed, csrf=False).status == 400


def test_a_session_that_somebody_prepared_is_not_taken_over(page, dori):
    page.get("/sign-in")
    with page.session_transaction() as session:
        session["planted"] = "by somebody else"
        before = session["csrf_token"]
    page.submit("Sign in", email=dori.email, password=PASSWORD, follow=False)
    with page.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") != before


def test_an_open_page_still_saves_after_the_same_account_signed_in_again(page, dori):
    sign_in(page, follow=False)
    page.get("/password")
    token = page.csrf_token()
    page.post("/sign-out", {}, follow=True)
    page.submit("Sign in", email=dori.email, password=PASSWORD, follow=False)
    answer = page.open("/password", method="POST", data={"csrf_token": token})
    assert answer.status == 422


def test_the_pages_of_one_account_do_not_save_for_another(page, dori):
    sam = account_for("organizer")
    sign_in(page, follow=False)
    page.get("/password")
    token = page.csrf_token()
    page.post("/sign-out", {}, follow=True)
    page.submit("Sign in", email=sam.email, password=PASSWORD, follow=False)
    assert page.open("/password", method="POST", data={"csrf_token": token}).status == 400


def test_signing_out_ends_the_session(organizer):
    organizer.get("/password")
    out = organizer.submit("Sign out")
    assert "You are signed out." in out.text
    assert organizer.get("/password").location == "/sign-in?next=/password"


def test_who_is_signed_in_does_not_see_the_sign_in_page(organizer):
    assert organizer.get("/sign-in?next=/password").location == "/password"


def test_signing_in_works_in_a_browser_by_keyboard(stranger, dori, db):
    email = dori.email
    db.session.commit()
    stranger.goto("/password")
    stranger.keyboard.insert_text(email)
    stranger.keyboard.press("Tab")
    stranger.keyboard.insert_text(PASSWORD)
    stranger.keyboard.press("Enter")
    stranger.get_by_role("heading", name="Change your password").wait_for()
