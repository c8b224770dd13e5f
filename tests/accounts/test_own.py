from coalition_app.extensions import db
from coalition_app.models import Account


def test_each_account_has_a_page_of_its_own(viewer):
    page = viewer.get("/account")
    assert page.one("h1").text == "Your account"
    assert page.one("main .head a")["href"] == "/password"


def test_single_keys_are_switched_off_and_on_at_once(viewer):
    page = viewer.get("/account").submit("Save", has_shortcuts=False, follow=True)
    assert page.has("body[data-no-shortcuts]")
    assert not page.has(".bar kbd, .bar [data-shortcut]")
    assert db.session.get(Account, viewer.account_id).has_shortcuts is False
    page = page.submit("Save", has_shortcuts=True, follow=True)
    assert not page.has("body[data-no-shortcuts]")


def test_one_account_does_not_change_another(viewer, organizer):
    viewer.get("/account").submit("Save", has_shortcuts=False)
    assert organizer.get("/account").has(".bar [data-shortcut='/']")
