"""Ten rows of a sheet by keyboard only."""

import pytest

from coalition_app.models import Person, Tie
from tests import world


@pytest.fixture
def sheet(db):
    """The member's address, and the ids of a dozen organizations."""
    ids = [world.listed(f"{letter} Alliance").id for letter in "ABCDEFGHIJKL"]
    ana = world.ours("Ana Ruiz").id
    db.session.commit()
    return f"/acquaintances/{ana}", ids


class Keys:
    """Counts what is pressed; the letters of a name are not counted."""

    def __init__(self, browser):
        self.keyboard, self.count = browser.keyboard, 0

    def press(self, *keys):
        for key in keys:
            self.keyboard.press(key)
            self.count += 1

    def name(self, text):
        self.keyboard.press(text[0])  # begins it, wherever one is in the row
        self.keyboard.insert_text(text[1:])


def test_ten_rows_take_three_keys_each_and_a_lost_tab_loses_nothing(db, chromium, sheet):
    address, ids = sheet
    chromium.goto(address)
    keys = Keys(chromium)
    keys.press("m", "Enter", "n", "f", "Enter", "r")
    keys.name("Rosa Lima, treasurer")
    keys.press("Enter", "ArrowDown", "w", "Enter")
    keys.press("ArrowRight", "Space", "ArrowLeft", "c")
    keys.name("Bo Li")
    chromium.locator(f"#said-{ids[5]}", has_text="Bo Li, new").wait_for()
    keys.press("Enter", "n", "Enter", "n", "Enter", "n", "Enter")
    keys.press(*str(ids[11]), "r", *str(ids[10]), "r")  # one number right after the other
    keys.name("Al Lima")
    keys.press("Enter")
    chromium.evaluate("window.onbeforeunload = null")
    kept = chromium.evaluate("Object.keys(sessionStorage).length")
    assert kept == 1
    assert not chromium.evaluate("unfinished.some(isSaving => isSaving())")  # nobody waits for it
    chromium.keyboard.press("Control+Enter")
    chromium.locator(".flash", has_text="Ana Ruiz: 10 organizations noted.").wait_for()
    assert chromium.evaluate("Object.keys(sessionStorage).length") == 0
    assert chromium.evaluate("document.activeElement.id") == "name"
    assert len(db.session.scalars(db.select(Tie)).all()) == 11
    assert len(db.session.scalars(Person.named("Al Lima")).all()) == 1
    assert keys.count <= 40
