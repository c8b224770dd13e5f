import pytest

from coalition_app.models import Account, Person
from tests.conftest import PASSWORD, account_for

NEW = "a lighthouse keeps its own hours"
TYPED = {
    "name": "Rosa Díaz",
    "email": "Rosa@Local555.example",
    "role": "viewer",
    "new_password": NEW,
}


def add(client, **typed):
    client.get("/accounts/new")
    return client.submit("Add the account", **{**TYPED, **typed})


def test_an_administrator_adds_an_account(administrator):
    after = add(administrator)
    assert "Rosa Díaz can sign in now." in after.text
    account = Account.with_email("rosa@local555.example")
    assert account.role == "viewer"
    assert account.has_password(NEW)
    assert account.person.is_ours


def test_a_person_of_ours_is_not_added_twice(administrator, db):
    rosa = Person(name="Rosa Díaz", is_ours=True)
    db.session.add(rosa)
    add(administrator, name="rosa Díaz")
    assert Account.with_email("rosa@local555.example").person_id == rosa.id


def test_an_email_has_one_account(administrator):
    refused = add(administrator, email="ADMINISTRATOR@local555.example")
    assert refused.status == 422
    assert "has an account already" in refused.one("#email-error").text
    assert refused.one("#name")["value"] == "Rosa Díaz"


def test_what_is_missing_is_said(administrator):
    refused = add(administrator, name="", email="", new_password="")
    assert refused.status == 422
    assert len(refused.all(".errors li")) == 3


def test_a_disabled_account_is_out_at_once_and_may_come_back(administrator, organizer):
    sam = account_for("organizer")
    administrator.get("/accounts")
    after = administrator.submit("Disable Dori James")
    assert "Dori James is signed out" in after.text
    assert organizer.get("/password").location == "/sign-in?next=/password"
    after.submit("Enable Dori James")
    assert Account.with_email(sam.email).is_active


def test_disabling_can_be_undone(administrator, organizer):
    administrator.get("/accounts")
    administrator.submit("Disable Dori James").submit("Undo")
    assert account_for("organizer").is_active


def test_the_last_administrator_stays(administrator):
    administrator.get("/accounts")
    after = administrator.submit("Disable Sam Okafor")
    assert "the only administrator left" in after.text
    assert account_for("administrator").is_active


def test_the_last_administrator_keeps_the_role(administrator):
    account_id = administrator.account_id
    administrator.get(f"/accounts/{account_id}/edit")
    refused = administrator.submit("Save", role="organizer")
    assert refused.status == 422
    assert "Somebody must stay administrator" in refused.one("#role-error").text


def test_another_administrator_may_take_over(administrator, organizer):
    sam = account_for("organizer")
    administrator.get(f"/accounts/{sam.id}/edit")
    administrator.submit("Save", role="administrator")
    administrator.get(f"/accounts/{administrator.account_id}/edit")
    administrator.submit("Save", role="viewer", follow=False)
    assert Account.with_email(sam.email).role == "administrator"
    assert account_for("administrator").role == "viewer"


def test_the_second_to_save_an_account_sees_both_versions(db, administrator, organizer):
    dori = account_for("organizer")
    administrator.get(f"/accounts/{dori.id}/edit")
    dori.role = "viewer"
    db.session.commit()
    page = administrator.submit("Save", email="dori@local555.example")
    assert page.status == 409
    assert page.one("#role-stored").text.startswith("Now stored: Viewer")
    page.submit("Save", role="viewer")
    assert (dori.email, dori.role) == ("dori@local555.example", "viewer")


def test_an_administrator_gives_a_new_password(administrator, organizer):
    sam = account_for("organizer")
    administrator.get(f"/accounts/{sam.id}/edit")
    after = administrator.submit("Set the new password", new_password=NEW)
    assert "Dori James has a new password" in after.text
    assert account_for("organizer").has_password(NEW)
    assert organizer.get("/password").location == "/sign-in?next=/password"


def test_a_weak_new_password_is_refused(administrator, organizer):
    sam = account_for("organizer")
    administrator.get(f"/accounts/{sam.id}/edit")
    refused = administrator.submit("Set the new password", new_password="short")
    assert refused.status == 422
    assert account_for("organizer").has_password(PASSWORD)


@pytest.mark.parametrize(
    "path",
    ["/accounts/99", "/accounts/99/disabling", "/accounts/99/enabling", "/accounts/99/resetting"],
)
def test_an_unknown_account_is_not_found(administrator, path):
    administrator.get("/accounts")
    assert administrator.post(path).status == 404


def test_only_administrators_see_accounts(organizer):
    assert organizer.get("/accounts").status == 403
    organizer.get("/password")
    assert organizer.post("/accounts", TYPED).status == 403
