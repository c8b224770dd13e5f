"""Saving while one types loses nothing: slow answers, lost connections, ended sessions."""

import re

import pytest
from playwright.sync_api import expect

from coalition_app.models import Local
from tests.conftest import PASSWORD

SAVED = re.compile(r"^Saved \d")


def stored(db) -> str:
    """As the database has it now; no turn to write is kept from the server."""
    db.session.rollback()
    presentation = db.session.scalar(db.select(Local.presentation))
    db.session.rollback()
    return presentation


@pytest.fixture
def notes(chromium, gate):
    chromium.goto("/practice/notes")
    return chromium


@pytest.fixture
def cut(shaky, gate):
    """The notes on a connection that may be cut."""
    shaky.goto("/practice/notes")
    return shaky


def status(page):
    return page.locator("#notes-status")


def write(page, words: str) -> None:
    page.get_by_label("How we present ourselves").fill(words)


def waiting_words(page) -> int:
    return page.evaluate("Object.keys(sessionStorage).length")


def test_what_is_typed_is_saved_without_a_button(notes, db):
    write(notes, "Ninety drivers and operators")
    expect(status(notes)).to_have_text(SAVED)
    assert stored(db) == "Ninety drivers and operators"
    assert waiting_words(notes) == 0


def test_the_second_edit_is_no_conflict_with_the_first(notes, db):
    for words in ("One", "One two"):
        write(notes, words)
        notes.keyboard.press("Tab")
        expect(status(notes)).to_have_text(SAVED)
        notes.evaluate("document.querySelector('#notes-status').textContent = ''")
    assert stored(db) == "One two"


def test_the_caret_stays_where_one_types(notes):
    field = notes.get_by_label("How we present ourselves")
    field.press_sequentially("Ninety", delay=5)
    expect(status(notes)).to_have_text(SAVED)
    field.press_sequentially(" drivers", delay=5)
    expect(field).to_have_value("Ninety drivers")
    expect(field).to_be_focused()


def test_of_quick_edits_during_a_slow_save_the_last_is_kept(notes, gate, db):
    gate.open.clear()
    for words in ("one", "one two", "one two three", "one two three four"):
        write(notes, words)
        notes.keyboard.press("Tab")
    with notes.expect_response(lambda answer: "four" in (answer.request.post_data or "")):
        gate.open.set()
    assert stored(db) == "one two three four"
    assert gate.asked == ["one", "one two three four"]


def test_the_next_page_waits_for_the_last_words(notes, gate):
    gate.open.clear()
    write(notes, "Ninety drivers and operators")
    notes.get_by_role("link", name="Our local").click()
    assert notes.url.endswith("/practice/notes")
    gate.open.set()
    expect(notes.locator("main")).to_contain_text("Ninety drivers and operators")
    notes.wait_for_url(re.compile("/local$"))


def test_what_cannot_be_saved_says_why_and_stays(notes, db):
    notes.get_by_label("Our agenda").fill("x" * 501)
    expect(status(notes)).to_have_text(
        "Not saved: Shorten it by 1 character: at most 500 fit here."
    )
    assert waiting_words(notes) == 1


def test_somebody_elses_words_are_not_overwritten(notes, db, local):
    local.presentation = "Theirs"
    db.session.commit()
    write(notes, "Mine")
    expect(status(notes)).to_have_text("Not saved: somebody else changed it; reload to see")
    assert stored(db) == "Theirs"


def test_a_lost_connection_is_told_and_the_words_arrive_later(cut, db):
    cut.context.set_offline(True)
    write(cut, "On the train")
    expect(status(cut)).to_have_text("Not saved: no connection, still trying")
    cut.context.set_offline(False)
    expect(status(cut)).to_have_text(SAVED)
    assert stored(db) == "On the train"


def test_words_not_yet_saved_outlive_a_reload(cut, db):
    cut.route("**/practice/notes", lambda route: route.abort())
    write(cut, "On the train")
    expect(status(cut)).to_have_text("Not saved: no connection, still trying")
    cut.unroute_all()
    cut.once("dialog", lambda dialog: dialog.accept())
    cut.goto("/practice/notes")
    expect(cut.get_by_label("How we present ourselves")).to_have_value("On the train")
    expect(status(cut)).to_have_text(SAVED)
    assert stored(db) == "On the train"


def test_an_ended_session_signs_in_and_saves(notes, db):
    notes.context.clear_cookies()
    write(notes, "Typed over lunch")
    dialog = notes.get_by_role("dialog")
    expect(dialog).to_contain_text("What you typed is still here")
    expect(dialog.get_by_label("Email")).to_have_value("administrator@local555.example")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in and save").click()
    expect(dialog).to_be_hidden()
    expect(status(notes)).to_have_text(SAVED)
    assert stored(db) == "Typed over lunch"


def test_a_wrong_password_is_told_in_the_dialog(notes):
    notes.context.clear_cookies()
    write(notes, "Typed over lunch")
    dialog = notes.get_by_role("dialog")
    dialog.get_by_label("Password").fill("wrong")
    dialog.get_by_role("button", name="Sign in and save").click()
    expect(dialog.get_by_role("alert")).to_have_text(
        "That email and password do not match. Try again."
    )


def test_a_token_from_before_is_renewed_in_silence(notes, db):
    notes.evaluate("document.querySelector('#notes [name=csrf_token]').value = 'old'")
    write(notes, "After the restart")
    expect(status(notes)).to_have_text(SAVED)
    assert stored(db) == "After the restart"


def test_nothing_unsaved_is_left_behind_when_signing_out(notes):
    notes.get_by_label("Our agenda").fill("x" * 501)
    expect(status(notes)).to_contain_text("Not saved")
    notes.once("dialog", lambda dialog: dialog.accept())
    notes.get_by_role("button", name="Sign out").click()
    notes.wait_for_url(re.compile("sign-in"))
    assert waiting_words(notes) == 0


def test_an_ended_session_keeps_a_whole_form_too(chromium):
    chromium.goto("/practice/person")
    chromium.get_by_label("Name").fill("Elena Díaz")
    chromium.context.clear_cookies()
    chromium.get_by_role("button", name="Save").click()
    dialog = chromium.get_by_role("dialog")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_label("Password").press("Enter")
    expect(chromium.locator(".flash")).to_contain_text("Elena Díaz is listed.")
