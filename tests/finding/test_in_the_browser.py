"""Find anything by keys alone, the help, and single keys switched off."""

import pytest
from playwright.sync_api import Page, expect

from tests import world
from tests.browser import accessible, no_sideways_scroll


@pytest.fixture
def desk(chromium: Page, db) -> Page:
    world.theirs(world.started(), "Elena Díaz")
    db.session.commit()
    chromium.goto("/account")
    return chromium


def test_from_anywhere_to_a_person_by_keys(desk):
    field = desk.get_by_role("combobox", name="Find anything")
    desk.keyboard.press("/")
    expect(field).to_be_focused()
    desk.keyboard.type("dia")
    elena = desk.get_by_role("option", name="Elena Díaz")
    elena.wait_for()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(desk.locator("#find-said")).to_have_text("1 found")
    desk.set_viewport_size({"width": 390, "height": 844})
    no_sideways_scroll(desk, width=390)
    accessible(desk)
    desk.keyboard.press("Escape")
    expect(elena).not_to_be_attached()
    desk.keyboard.type("z")
    elena.wait_for()
    desk.keyboard.press("ArrowDown")
    expect(elena).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", elena.get_attribute("id"))
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", level=1)).to_have_text("Elena Díaz")


def test_enter_without_a_choice_opens_all_that_is_found(desk):
    desk.keyboard.press("/")
    desk.keyboard.type("rights")
    desk.keyboard.press("Enter")
    desk.wait_for_url("/find?q=rights")
    found = desk.get_by_role("main").get_by_role("link", name="Harbor Valley Civil Rights League")
    found.wait_for()


def test_the_help_says_the_keys_until_they_are_switched_off(desk):
    desk.keyboard.press("?")
    keys = desk.get_by_role("dialog", name="Keys")
    expect(keys).to_contain_text("Find anything")
    accessible(desk)
    desk.keyboard.press("Escape")
    expect(keys).not_to_be_visible()
    desk.get_by_label("Single keys work").uncheck()
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator("#flashes")).to_contain_text("switched off")
    desk.keyboard.press("?")
    desk.keyboard.press("n")
    expect(keys).not_to_be_visible()
    desk.wait_for_url("/account")
