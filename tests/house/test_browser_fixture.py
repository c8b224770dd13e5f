"""The real browser starts, is signed in, and what goes wrong on a page fails the test."""

import pytest
from playwright.sync_api import Error

from tests.browser import accessible, no_sideways_scroll, watched


def test_the_browser_is_signed_in(chromium):
    chromium.goto("/nowhere-at-all")
    assert chromium.locator("h1").count() == 1
    assert chromium.get_by_text("Local 555").count() >= 1


def test_no_other_machine_is_reached(shaky):
    complaint = pytest.raises(AssertionError, match="another machine: http://elsewhere")
    with complaint, watched(shaky.context), pytest.raises(Error):
        shaky.context.new_page().goto("http://elsewhere.example/")


def test_no_other_machine_is_asked_by_a_page(shaky):
    shaky.goto("/nowhere-at-all")
    complaint = pytest.raises(AssertionError, match="another machine: http://elsewhere")
    with complaint, watched(shaky.context), shaky.expect_event("requestfailed"):
        shaky.evaluate("() => void (new Image().src = 'http://elsewhere.example/one.png')")


def test_what_sticks_out_is_named(chromium):
    chromium.goto("/nowhere-at-all")
    no_sideways_scroll(chromium)
    chromium.evaluate("document.querySelector('main').style.width = '900px'")
    with pytest.raises(AssertionError, match="wider than 320 px"):
        no_sideways_scroll(chromium)


def test_a_field_without_a_label_is_not_accessible(chromium):
    chromium.goto("/local")
    accessible(chromium)
    for place in ("main", "aside"):  # which was found good as it was before
        chromium.evaluate(NAMELESS, place)
        with pytest.raises(AssertionError, match=f"label.*nameless-{place}"):
            accessible(chromium)


NAMELESS = """place => {
  document.querySelector(place).innerHTML += `<input id="nameless-${place}">`;
}"""
