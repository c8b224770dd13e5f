"""A spreadsheet read in and undone by keyboard alone; the choices show at once what they do."""

from playwright.sync_api import expect

from coalition_app.models import Organization
from tests.browser import accessible, no_sideways_scroll
from tests.imports.files import LEAGUE


def test_a_spreadsheet_is_read_in_and_undone_by_keyboard(chromium, work, db):
    chromium.goto("/imports")
    expect(chromium.locator("#file")).to_be_focused()
    chromium.set_input_files("#file", {"name": "a.csv", "mimeType": "", "buffer": LEAGUE.encode()})
    chromium.keyboard.press("Tab")
    chromium.keyboard.press("Enter")
    expect(chromium.locator("h1")).to_have_text("What is in the columns?")
    looked_at(chromium)
    chromium.keyboard.press("Enter")
    expect(chromium.locator("h1")).to_have_text("What would happen")
    looked_at(chromium)
    chromium.locator("#leaves_out").focus()
    chromium.keyboard.press("Space")
    read_in = chromium.get_by_role("button", name="Read in 4 rows")
    read_in.wait_for()
    read_in.focus()
    chromium.keyboard.press("Enter")
    chromium.get_by_text("It begins in a moment.").wait_for()
    work()
    undo = chromium.get_by_role("button", name="Undo the whole import")
    undo.wait_for()
    undo.focus()
    chromium.keyboard.press("Enter")
    chromium.get_by_text("It begins in a moment.").wait_for()
    work()
    chromium.get_by_text("records removed").wait_for()
    db.session.rollback()
    assert Organization.query.count() == 0


def looked_at(page) -> None:
    accessible(page)
    no_sideways_scroll(page)
