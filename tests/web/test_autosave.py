"""Saving while one types loses nothing: slow answers, lost connections, ended sessions."""

import re

import pytest
from playwright.sync_api import expect

from coalition_app.models import Local
from tests.conftest import PASSWORD
from tests.web.links import follow

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


def is_told(page, words: str | re.Pattern) -> None:
    """Once: the next time it must be told anew."""
    expect(page.locator("#notes-status")).to_have_text(words)
    page.eval_on_selector("#notes-status", "told => { told.textContent = ''; }")


def write(page, words: str) -> None:
    page.get_by_label("How we present ourselves").fill(words)


def waiting_words(page) -> int:
    return page.evaluate("Object.keys(sessionStorage).length")


def test_what_is_typed_is_saved_again_and_again_without_a_button(notes, db):
    notes.evaluate("document.querySelector('#notes [name=csrf_token]').value = 'old'")
    field, keys = notes.get_by_label("How we present ourselves"), notes.keyboard
    field.focus()
    keys.type("Ninety")
    is_told(notes, SAVED)  # a token from before is renewed in silence
    assert stored(db) == "Ninety"
    assert waiting_words(notes) == 0
    keys.type(" drivers")  # where the caret stayed
    keys.press("Tab")
    is_told(notes, SAVED)  # the first is no conflict with it
    expect(field).to_have_value("Ninety drivers")
    assert stored(db) == "Ninety drivers"
    field.focus()
    for key in ("a", "Backspace"):
        keys.press(key)
    notes.wait_for_function("() => !sessionStorage.length")  # nobody is held up


def test_a_slow_server_gets_the_last_words_before_the_page_is_left(chromium, gate, db):
    """By Back, then by a link."""
    chromium.goto("/practice/sink")
    follow(chromium, "/practice/notes")  # so that Back is ours as well
    field = chromium.get_by_label("How we present ourselves")
    field.wait_for()
    gate.open.clear()
    field.focus()
    chromium.keyboard.type("Ninety drivers")
    chromium.go_back()
    expect(chromium.locator("#notes")).to_be_visible()
    gate.open.set()
    expect(chromium.locator("h1")).to_have_text("Harbor Valley Civil Rights League")
    assert stored(db) == "Ninety drivers"
    assert waiting_words(chromium) == 0

    chromium.go_forward()
    expect(field).to_have_value("Ninety drivers")
    gate.open.clear()
    for words in ("one", "one two", "one two three", "one two three four"):
        write(chromium, words)
        chromium.keyboard.press("Tab")
    follow(chromium, "/local")
    assert chromium.url.endswith("/practice/notes")
    gate.open.set()
    expect(chromium.locator("main")).to_contain_text("one two three four")
    chromium.wait_for_url(re.compile("/local$"))
    assert gate.asked[-2:] == ["one", "one two three four"]


def test_what_cannot_be_saved_says_why_and_stays_until_one_signs_out(notes, db):
    agenda = notes.get_by_label("Our agenda")
    agenda.fill("x" * 501)
    is_told(notes, "Not saved: Shorten it by 1 character: at most 500 fit here.")
    assert waiting_words(notes) == 1
    agenda.press("Backspace")
    is_told(notes, SAVED)

    db.session.scalar(db.select(Local)).presentation = "Theirs"
    db.session.commit()
    write(notes, "Mine")
    is_told(notes, "Not saved: somebody else changed it; reload to see")
    assert stored(db) == "Theirs"

    notes.get_by_role("button", name="Sign out").click()
    notes.wait_for_url(re.compile("sign-in"))
    assert waiting_words(notes) == 0


def test_words_outlive_a_lost_connection_and_a_reload(cut, db):
    cut.context.set_offline(True)
    write(cut, "On the train")
    is_told(cut, "Not saved: no connection, still trying")
    cut.context.set_offline(False)
    is_told(cut, SAVED)
    assert stored(db) == "On the train"

    cut.route("**/practice/notes", lambda route: route.abort())
    write(cut, "In the tunnel")
    is_told(cut, "Not saved: no connection, still trying")
    cut.unroute_all()
    cut.once("dialog", lambda dialog: dialog.accept())
    cut.goto("/practice/notes")
    expect(cut.get_by_label("How we present ourselves")).to_have_value("In the tunnel")
    is_told(cut, SAVED)
    assert stored(db) == "In the tunnel"


def test_an_ended_session_signs_in_and_saves(notes, db):
    notes.context.clear_cookies()
    write(notes, "Typed over lunch")
    dialog = notes.get_by_role("dialog")
    expect(dialog).to_contain_text("What you typed is still here")
    expect(dialog.get_by_label("Email")).to_have_value("administrator@local555.example")
    dialog.get_by_label("Password").fill("wrong")
    notes.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_have_text(
        "That email and password do not match. Try again."
    )
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in and save").click()
    expect(dialog).to_be_hidden()
    is_told(notes, SAVED)
    assert stored(db) == "Typed over lunch"
