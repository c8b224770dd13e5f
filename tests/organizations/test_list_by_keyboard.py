"""The list as a sheet, typed into by keyboard only."""

import pytest
from playwright.sync_api import expect

from coalition_app.models import Organization
from tests import world
from tests.browser import accessible, no_sideways_scroll
from tests.slow import hold, let_go, slow, wait_for_answer

NAMES = ("Alpha League", "Beta League", "Gamma League")


@pytest.fixture
def three(db) -> None:
    for name in NAMES:
        world.listed(name, city="Milford")
    db.session.commit()


def cities(db) -> list[str]:
    db.session.expire_all()
    found = [Organization.named(name).city for name in NAMES]
    db.session.rollback()
    return found


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def editing(page, name: str) -> None:
    page.wait_for_function(
        "name => document.querySelector('[data-editing] th input')?.value === name", arg=name
    )


def focused(page, what: str) -> str:
    return page.evaluate(f"document.activeElement.{what}")


def test_cells_of_three_rows_are_typed_in_and_an_error_keeps_its_row_open(db, chromium, three):
    chromium.goto("/organizations")
    keys = chromium.keyboard
    chromium.focus("#q")
    press(chromium, "ArrowDown", *["ArrowRight"] * 4, "e")
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

    press(chromium, *["ArrowUp"] * 2, *["ArrowLeft"] * 4, "Enter")
    editing(chromium, NAMES[0])
    press(chromium, "Delete", "Enter")
    chromium.locator("[data-editing] .error").wait_for()
    assert focused(chromium, "name") == "name"
    accessible(chromium)
    keys.press("Escape")
    chromium.locator("[data-editing]").wait_for(state="detached")
    assert focused(chromium, "textContent") == NAMES[0]
    chromium.evaluate("document.body.dispatchEvent(new Event('organizations-changed'))")
    chromium.locator("body:has(.htmx-request)").wait_for(state="detached")
    press(chromium, "j", "o")
    chromium.locator("h1", has_text=NAMES[1]).wait_for()


def test_two_are_archived_and_brought_back_and_the_list_is_narrowed(chromium, three):
    chromium.goto("/organizations")
    row = chromium.locator("#organizations tbody tr")
    chromium.focus("#q")
    press(chromium, "ArrowDown", " ", "ArrowDown", " ", *["Tab"] * 5, "Enter")
    chromium.locator(".flash", has_text="2 organizations archived.").wait_for()
    assert row.count() == 1
    chromium.get_by_role("button", name="Undo").press("Enter")
    chromium.locator(".flash", has_text="2 organizations restored.").wait_for()
    assert row.count() == 3

    chromium.focus("#q")
    chromium.keyboard.type("gamma")
    chromium.wait_for_url("**/organizations?q=gamma")
    expect(row).to_have_count(1)
    assert focused(chromium, "id") == "q"
    row.get_by_role("link", name="Gamma League", exact=True).click()
    chromium.locator("h1", has_text="Gamma League").wait_for()
    chromium.go_back()
    chromium.wait_for_url("**/organizations?q=gamma")
    expect(row).to_have_count(1)
    assert chromium.input_value("#q") == "gamma"


def test_one_after_the_other_is_typed_in_without_waiting(chromium):
    chromium.goto("/organizations")
    hold(chromium, "/quick")
    keys = chromium.keyboard
    keys.press("n")
    for line in ("Harbor Tenants, Milford; Ana Ruiz, president", "Elm Bikes", "Shore Wal"):
        keys.type(line)
        if line == "Shore Wal":
            keys.insert_text("kers ❤")  # as from the clipboard
        keys.press("Enter")
    let_go(chromium, "/quick")
    chromium.locator("tbody tr").nth(2).wait_for()
    names = chromium.locator("tbody th").all_inner_texts()
    assert names == ["Elm Bikes", "Harbor Tenants", "Shore Walkers ❤"]
    assert focused(chromium, "id") == "line"
    keys.insert_text("Harbor Tenants, Milf")
    chromium.locator("#understood", has_text="here already").wait_for()
    accessible(chromium)
    no_sideways_scroll(chromium)

    # Keys work on the page after a list that was left early.
    slow(chromium, 200, "/quick")
    keys.press("Control+a")
    keys.insert_text("Lamp Makers")
    keys.press("Enter")
    chromium.get_by_role("link", name="Commitments", exact=True).click()
    chromium.locator("h1", has_text="Commitments").wait_for()
    wait_for_answer(chromium, "/organizations/quick")
    keys.press("/")
    keys.type("elm")
    expect(chromium.locator("#find")).to_have_value("elm")
