import pytest

from tests import world


@pytest.fixture
def rosa(db) -> None:
    world.tie(world.ours("Rosa Díaz"), world.theirs(world.started()))
    db.session.commit()


def test_people_and_ties_are_typed_in_and_edited_by_keyboard_only(chromium, rosa):
    chromium.goto("/people")
    keys = chromium.keyboard
    keys.press("p")
    keys.insert_text("Ana Ruiz, president, Mill Street Club, 203 555 0143")
    said = chromium.locator("#line-understood", has_text="Mill Street Club (new, will be listed)")
    said.wait_for()
    assert "Ana Ruiz · president" in said.inner_text()
    keys.press("Enter")
    chromium.locator("#people tbody tr", has_text="Ana Ruiz").wait_for()
    assert chromium.evaluate("document.activeElement.id") == "line"

    chromium.focus("#q")
    keys.type("diaz")
    keys.press("ArrowDown")  # both before the list is there
    keys.press("Enter")
    chromium.locator("[data-editing] th input").wait_for()
    assert chromium.url.endswith("/people?q=diaz")
    assert chromium.locator("#people tbody tr").count() == 2
    keys.press("Tab")
    keys.type("203 555 0177")
    keys.press("Enter")
    chromium.locator("tbody tr", has_text="203 555 0177").wait_for()
    chromium.locator("tbody tr:nth-child(2)[data-editing]").wait_for()
    keys.press("Escape")
    assert chromium.locator("[data-editing]").count() == 0
    keys.press("Space")
    chromium.locator("#chosen").wait_for()
    keys.press("o")
    chromium.locator("h1", has_text="Rosa Díaz").wait_for()
    a_tie_is_understood_while_it_is_typed(chromium)


def a_tie_is_understood_while_it_is_typed(page) -> None:
    """On her page."""
    page.focus("#tie")
    page.keyboard.insert_text("goes to church with Bo Li, close")
    said = page.locator("#tie-understood", has_text="Bo Li is new")
    said.wait_for()
    assert "Rosa Díaz is of the same congregation as Bo Li · close" in said.inner_text()
    page.keyboard.press("Enter")
    page.locator("#ties .rows", has_text="of the same congregation as").wait_for()
    assert page.evaluate("document.activeElement.id") == "tie"
