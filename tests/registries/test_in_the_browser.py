"""Searching as one types, in a real browser."""

from datetime import datetime

import pytest

from coalition_app.lib import irs
from coalition_app.models import RegistryEntry
from tests.browser import accessible, no_sideways_scroll
from tests.registries import harbor


@pytest.fixture
def registry(db, tmp_path):
    RegistryEntry.load(irs.read(harbor.file_in(tmp_path)), datetime(2026, 3, 14, 10, 0))
    db.session.commit()


def test_results_follow_the_typing_and_the_address_can_be_kept(chromium, registry):
    chromium.goto("/registries")
    chromium.keyboard.type("tenants")
    chromium.get_by_text("Harbor Valley Tenants United").first.wait_for()
    chromium.wait_for_url("**/registries?q=tenants")
    assert chromium.evaluate("document.activeElement.id") == "registry-search"
    chromium.reload()
    assert chromium.get_by_label("Name, local number").input_value() == "tenants"


def test_the_page_is_accessible_and_fits_a_phone(chromium, registry):
    chromium.goto("/registries?q=harbor")
    accessible(chromium)
    no_sideways_scroll(chromium)
