from tests.conftest import PASSWORD, account_for

NEW = "a lighthouse keeps its own hours"


def change(client, password=PASSWORD, new_password=NEW, **options):
    client.get("/password")
    return client.submit("Change password", password=password, new_password=new_password, **options)


def test_a_new_password_replaces_the_old_one(organizer):
    assert change(organizer, follow=False).status == 303
    account = account_for("organizer")
    assert account.has_password(NEW)
    assert not account.has_password(PASSWORD)


def test_other_sessions_end_and_this_one_goes_on(app, organizer):
    elsewhere = app.test_client()
    elsewhere.sign_in(account_for("organizer"))
    assert elsewhere.get("/password").status == 200
    change(organizer, follow=False)
    assert elsewhere.get("/password").location == "/sign-in?next=/password"
    assert organizer.get("/password").status == 200


def test_the_present_password_is_asked_for(organizer):
    refused = change(organizer, password="not-this-one")
    assert refused.status == 422
    assert "This is not your password." in refused.one("#password-error").text


def test_a_weak_new_password_is_refused(organizer):
    refused = change(organizer, new_password="Dori James 7")
    assert refused.status == 422
    assert "mostly your name" in refused.one("#new_password-error").text
    assert account_for("organizer").has_password(PASSWORD)


def test_a_viewer_changes_the_own_password_too(viewer):
    assert change(viewer, follow=False).status == 303
