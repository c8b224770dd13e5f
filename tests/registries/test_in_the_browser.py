"""Searching as one types and listing by keyboard, in a real browser."""

import pytest

from coalition_app.models import Organization
from tests.browser import accessible, no_sideways_scroll
from tests.registries import harbor


@pytest.fixture
def registry(db, tmp_path):
    harbor.load(harbor.file_in(tmp_path))
    harbor.load(harbor.unions_in(tmp_path))


def test_a_registry_is_searched_listed_from_and_loaded(chromium, registry, work, tmp_path, db):
    chromium.goto("/registries")
    accessible(chromium)
    lists_what_is_found_by_keyboard(chromium)
    no_sideways_scroll(chromium)
    listed = {each.name: each.is_started for each in db.session.query(Organization)}
    assert listed == {"Harbor Valley Tenants United": False, "Harbor Valley NAACP Inc": True}
    db.session.rollback()
    chromium.get_by_role("link", name="Load a registry").click()
    chromium.set_input_files("#file", harbor.unions_in(tmp_path))
    has_a_bar_follow_the_job(chromium, work)


def lists_what_is_found_by_keyboard(page) -> None:
    """The results follow the typing."""
    page.keyboard.type("tenants")
    page.wait_for_url("**/registries?q=tenants")
    page.get_by_text("1 organization").wait_for()
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_text("on your list").wait_for()
    assert page.evaluate("document.activeElement.closest('tr').id") == "entry-10000004"
    page.keyboard.press("Escape")
    page.keyboard.type("naacp")
    page.get_by_text("Harbor Valley NAACP Inc").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("s")
    page.locator("tr .tag", has_text="started").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.type("cwa")
    page.wait_for_url("**/registries?q=cwa")


def has_a_bar_follow_the_job(page, work) -> None:
    page.get_by_role("button", name="Load it").click()
    page.get_by_role("progressbar").wait_for()
    accessible(page)
    work()
    page.get_by_text("nothing changed").wait_for()
    no_sideways_scroll(page)
