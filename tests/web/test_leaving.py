"""From page to page: presses and words count once, in order, and where they were meant."""

import re

from playwright.sync_api import expect

from coalition_app.models import Local
from tests.slow import slow, wait_for_answer

PERSON = "/practice/person"


def open_notes(page) -> None:
    """Come to by a link, so that Back is ours as well."""
    page.goto("/practice/sink")
    page.evaluate("document.querySelector('.rail a').href = '/practice/notes'")
    page.locator(".rail a").first.click()
    expect(page.locator("h1")).to_have_text("Notes")


def test_back_waits_for_the_last_words(chromium, gate, db):
    open_notes(chromium)
    gate.open.clear()
    chromium.get_by_label("How we present ourselves").focus()
    chromium.keyboard.type("Ninety drivers")
    chromium.go_back()
    expect(chromium.locator("#notes")).to_be_visible()
    gate.open.set()
    expect(chromium.locator("h1")).to_have_text("Harbor Valley Civil Rights League")
    assert db.session.scalar(db.select(Local.presentation)) == "Ninety drivers"
    assert chromium.evaluate("sessionStorage.length") == 0


def test_what_was_typed_and_taken_away_again_holds_nobody_up(chromium):
    chromium.goto("/practice/notes")
    chromium.get_by_label("How we present ourselves").focus()
    for keys in (("a",), ("b", "Backspace")):
        for key in keys:
            chromium.keyboard.press(key)
        chromium.wait_for_function("() => !sessionStorage.length")


def test_of_two_pages_the_later_stays_however_late_the_first_comes(chromium):
    chromium.goto("/practice/notes")
    slow(chromium, 200, "/practice/sink")
    chromium.get_by_role("link", name="Elsewhere").click()
    chromium.evaluate("document.querySelector('.rail a').href = '/practice/person'")
    chromium.locator(".rail a").first.click()
    chromium.get_by_label("Name").fill("Elena Díaz")
    wait_for_answer(chromium, "/practice/sink")
    expect(chromium.get_by_label("Name")).to_have_value("Elena Díaz")


def test_a_form_that_is_sent_twice_goes_once_and_leads_on(chromium):
    chromium.goto(PERSON)
    slow(chromium, 150)
    chromium.get_by_label("Name").fill("Elena Díaz")
    for _ in range(2):
        chromium.keyboard.press("Enter")
    expect(chromium.locator("#flashes")).to_contain_text("Elena Díaz is listed.")
    chromium.wait_for_load_state("networkidle")
    assert chromium.evaluate("answered.length") == 1


def test_what_is_typed_before_the_page_is_there_goes_into_its_field(chromium):
    chromium.goto("/practice/sink")
    slow(chromium, 150)
    chromium.keyboard.press("n")
    chromium.keyboard.type("Harbor lights")  # several of these are shortcuts
    chromium.keyboard.press("Backspace")
    chromium.wait_for_url(re.compile("/organizations/new$"))
    expect(chromium.locator("#name")).to_have_value("Harbor light")


def test_one_key_before_the_page_is_there_is_a_shortcut_of_it(chromium):
    chromium.goto("/practice/notes")
    slow(chromium, 150)
    chromium.get_by_role("link", name="Elsewhere").click()
    chromium.keyboard.press("/")
    expect(chromium.locator("h1")).to_have_text("Harbor Valley Civil Rights League")
    expect(chromium.get_by_role("combobox", name="Find")).to_be_focused()


def test_what_is_typed_on_in_a_field_is_no_shortcut(chromium):
    chromium.goto("/practice/sink")
    slow(chromium, 150)
    chromium.locator("#find").fill("Elena")
    chromium.keyboard.press("Enter")
    chromium.keyboard.type("n")
    expect(chromium).to_have_url(re.compile("q=Elena$"))
    chromium.wait_for_load_state("networkidle")
    expect(chromium).to_have_url(re.compile("q=Elena$"))


def test_letters_are_no_shortcuts_where_it_is_said_what_is_wrong(chromium):
    chromium.goto(PERSON)
    chromium.get_by_label("Name").fill("Na" * 21)
    chromium.keyboard.press("Enter")
    chromium.keyboard.type("n")  # some of it before the answer is there
    expect(chromium.locator("#name-error")).to_be_visible()
    chromium.keyboard.type("l")
    expect(chromium.get_by_label("Name")).to_have_value("Na" * 21 + "nl")
    chromium.get_by_role("alert").focus()
    chromium.keyboard.type("nl/")
    expect(chromium.get_by_role("alert")).to_be_focused()
    assert chromium.url.endswith(PERSON)
