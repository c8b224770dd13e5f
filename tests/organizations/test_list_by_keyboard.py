"""The list as a sheet, typed into by keyboard only."""

import pytest

from coalition_app.models import Organization
from tests import world
from tests.browser import accessible, no_sideways_scroll

NAMES = ("Alpha League", "Beta League", "Gamma League")


@pytest.fixture
def three(db) -> None:
    for name in NAMES:
        world.listed(name, city="Milford")
    db.session.commit()


def cities(db) -> list[str]:
    db.session.expire_all()
    return [Organization.named(name).city for name in NAMES]


def editing(chromium, name: str) -> None:
    chromium.locator("[data-editing] th input").first.wait_for()
    chromium.wait_for_function(
        "name => document.querySelector('[data-editing] th input')?.value === name", arg=name
    )


def test_three_cells_in_three_rows(db, chromium, three):
    chromium.goto("/organizations")
    keys = chromium.keyboard
    chromium.focus("#q")
    for key in ("ArrowDown", *["ArrowRight"] * 4, "e"):
        keys.press(key)
    editing(chromium, NAMES[0])
    for city in ("Elm City", "Norwich"):
        keys.type(city)
        keys.press("Enter")
    keys.type("Bridgeport")  # typed while the row above is still being saved
    editing(chromium, NAMES[2])
    chromium.wait_for_function("() => document.activeElement.value === 'Bridgeport'")
    keys.press("Control+Enter")
    chromium.locator("[data-editing]").wait_for(state="detached")
    assert cities(db) == ["Elm City", "Norwich", "Bridgeport"]


def test_an_error_keeps_the_row_open_and_esc_leaves_it(db, chromium, three):
    chromium.goto("/organizations")
    chromium.focus("#q")
    keys = chromium.keyboard
    for key in ("ArrowDown", "Enter"):
        keys.press(key)
    editing(chromium, NAMES[0])
    keys.press("Delete")
    keys.press("Enter")
    chromium.locator("[data-editing] .error").wait_for()
    assert chromium.evaluate("document.activeElement.name") == "name"
    accessible(chromium)
    keys.press("Escape")
    chromium.locator("[data-editing]").wait_for(state="detached")
    assert chromium.evaluate("document.activeElement.textContent") == NAMES[0]
    chromium.evaluate("document.body.dispatchEvent(new Event('organizations-changed'))")
    chromium.locator("body:has(.htmx-request)").wait_for(state="detached")
    keys.press("j")
    keys.press("o")
    chromium.locator("h1", has_text=NAMES[1]).wait_for()


def test_two_are_chosen_archived_and_brought_back(db, chromium, three):
    chromium.goto("/organizations")
    chromium.focus("#q")
    keys = chromium.keyboard
    for key in ("ArrowDown", " ", "ArrowDown", " ", *["Tab"] * 5, "Enter"):
        keys.press(key)
    chromium.locator(".flash", has_text="2 organizations archived.").wait_for()
    assert chromium.locator("tbody tr").count() == 1
    chromium.get_by_role("button", name="Undo").press("Enter")
    chromium.locator(".flash", has_text="2 organizations restored.").wait_for()
    assert chromium.locator("tbody tr").count() == 3


def test_one_after_the_other_is_typed_in_without_waiting(db, chromium):
    chromium.goto("/organizations")
    keys = chromium.keyboard
    keys.press("n")
    for line in ("Harbor Tenants, Milford; Ana Ruiz, president", "Elm Bikes", "Shore Walkers"):
        keys.type(line)
        keys.press("Enter")
    chromium.locator("tbody tr").nth(2).wait_for()
    names = chromium.locator("tbody th").all_inner_texts()
    assert names == ["Elm Bikes", "Harbor Tenants", "Shore Walkers"]
    assert chromium.evaluate("document.activeElement.id") == "line"
    keys.type("Harbor Tenants, Milf")
    chromium.locator("#understood", has_text="here already").wait_for()
    accessible(chromium)
    no_sideways_scroll(chromium)
