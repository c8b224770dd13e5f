"""Find anything by keys alone, the help, and single keys switched off."""

from playwright.sync_api import Page, expect

from tests import world
from tests.browser import DESK, accessible, no_sideways_scroll

LEAGUE = "Harbor Valley Civil Rights League"


def test_from_anywhere_to_anything_by_keys_until_they_are_switched_off(chromium, db):
    world.theirs(world.started(), "Elena Díaz")
    db.session.commit()
    chromium.goto("/account")
    press, type_in = chromium.keyboard.press, chromium.keyboard.type
    press("/")
    type_in("rights")
    press("Enter")  # without a choice: all that is found
    chromium.wait_for_url("/find?q=rights")
    chromium.get_by_role("main").get_by_role("link", name=LEAGUE).wait_for()

    a_person_is_found_while_typing(chromium)

    press("?")
    keys = chromium.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("Find anything")
    accessible(chromium)
    press("Escape")
    expect(keys).not_to_be_visible()
    chromium.goto("/account")
    chromium.get_by_label("Single keys work").uncheck()
    chromium.get_by_role("button", name="Save").click()
    expect(chromium.locator("#flashes")).to_contain_text("switched off")
    press("?")
    press("n")
    expect(keys).not_to_be_visible()
    chromium.wait_for_url("/account")


def a_person_is_found_while_typing(page: Page) -> None:
    """From any page; on a phone as well."""
    field = page.get_by_role("combobox", name="Find anything")
    elena = page.get_by_role("option", name="Elena Díaz")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("dia")
    elena.wait_for()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#find-said")).to_have_text("1 found")
    page.set_viewport_size({"width": 390, "height": 844})
    no_sideways_scroll(page, width=390)
    accessible(page)
    page.set_viewport_size(DESK)
    page.keyboard.press("Escape")
    expect(elena).not_to_be_attached()
    page.keyboard.type("z")
    elena.wait_for()
    page.keyboard.press("ArrowDown")
    expect(elena).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", elena.get_attribute("id"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Elena Díaz")
