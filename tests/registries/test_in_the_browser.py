"""Searching as one types and listing by keyboard, in a real browser."""

import pytest

from coalition_app.models import Organization
from tests.browser import accessible, no_sideways_scroll
from tests.registries import harbor


@pytest.fixture
def registry(db, tmp_path):
    harbor.load(harbor.file_in(tmp_path))
    harbor.load(harbor.unions_in(tmp_path))


def test_results_follow_the_typing_and_rows_are_listed_by_keyboard(chromium, registry, db):
    chromium.goto("/registries")
    accessible(chromium)
    chromium.keyboard.type("tenants")
    chromium.wait_for_url("**/registries?q=tenants")
    chromium.get_by_text("1 organization").wait_for()
    assert chromium.evaluate("document.activeElement.id") == "q"
    chromium.keyboard.press("ArrowDown")
    chromium.keyboard.press("Enter")
    chromium.get_by_text("on your list").wait_for()
    assert chromium.evaluate("document.activeElement.closest('tr').id") == "entry-10000004"
    chromium.keyboard.press("Escape")
    chromium.keyboard.type("naacp")
    chromium.get_by_text("Harbor Valley NAACP Inc").first.wait_for()
    chromium.keyboard.press("ArrowDown")
    chromium.keyboard.press("s")
    chromium.locator("tr .tag", has_text="started").wait_for()
    chromium.keyboard.press("Escape")
    chromium.keyboard.type("cwa")
    chromium.wait_for_url("**/registries?q=cwa")
    chromium.reload()
    assert chromium.get_by_label("Name, number, contact").input_value() == "cwa"
    no_sideways_scroll(chromium)
    listed = {each.name: each.is_started for each in db.session.query(Organization)}
    assert listed == {"Harbor Valley Tenants United": False, "Harbor Valley NAACP Inc": True}


def test_a_bar_follows_the_job(chromium, registry, work, tmp_path):
    chromium.goto("/registries/files")
    chromium.set_input_files("#file", harbor.unions_in(tmp_path))
    chromium.get_by_role("button", name="Load it").click()
    chromium.get_by_role("progressbar").wait_for()
    accessible(chromium)
    work()
    chromium.get_by_text("nothing changed").wait_for()
    no_sideways_scroll(chromium)
