"""From the list of organizations to letters that went, by keyboard alone."""

from playwright.sync_api import expect

from coalition_app.models import Letter
from tests.browser import accessible, no_sideways_scroll


def test_letters_to_chosen_organizations_by_keyboard(chromium, organizations, work, printing, db):
    db.session.commit()
    chromium.goto("/organizations")
    keys = chromium.keyboard
    chromium.locator("#q").focus()
    for key in ("ArrowDown", "Space", "ArrowDown", "Space"):
        keys.press(key)
    chromium.get_by_role("button", name="Letters and labels").focus()
    keys.press("Enter")
    expect(chromium.locator("h1")).to_have_text("First letter to 2 organizations")
    expect(chromium.locator("#kind")).to_be_focused()
    keys.press("Tab")  # the text of this run
    keys.press("Tab")
    keys.press("ArrowDown")
    expect(chromium.get_by_label("by ZIP, to mail")).to_be_checked()
    expect(chromium.locator("tbody th").first).to_contain_text("Ben Ortiz")
    expect(chromium.get_by_label("by ZIP, to mail")).to_be_focused()
    chromium.get_by_role("button", name="Print 2 letters").focus()
    keys.press("Enter")
    chromium.locator("progress").wait_for()
    looked_at(chromium)
    work()
    fine = chromium.get_by_role("button", name="All printed fine: 2 letters sent")
    fine.wait_for()
    looked_at(chromium)
    fine.focus()
    keys.press("Enter")
    chromium.get_by_text("2 letters marked as sent.").wait_for()
    db.session.rollback()
    assert len(db.session.scalars(Letter.sent()).all()) == 2


def looked_at(page) -> None:
    accessible(page)
    no_sideways_scroll(page)
