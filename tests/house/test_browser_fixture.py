"""The real browser starts, is signed in, and what goes wrong on a page fails the test."""

import pytest
from playwright.sync_api import Error

from tests.browser import accessible, no_sideways_scroll, watched


def test_no_other_machine_is_reached_nor_asked_by_a_page(shaky):
    shaky.goto("/nowhere-at-all")
    complaint = pytest.raises(AssertionError, match="another machine: http://elsewhere")
    with complaint, watched(), shaky.expect_event("requestfailed"):
        shaky.evaluate("() => void (new Image().src = 'http://elsewhere.example/one.png')")
    complaint = pytest.raises(AssertionError, match="another machine: http://elsewhere")
    with complaint, watched(), pytest.raises(Error):
        shaky.context.new_page().goto("http://elsewhere.example/")


def test_the_browser_is_signed_in_and_what_sticks_out_has_no_label_or_is_faint_is_named(chromium):
    chromium.goto("/local")
    assert chromium.url.endswith("/local")
    assert chromium.get_by_text("Local 555").count() >= 1
    accessible(chromium)
    for place in ("main", "aside"):  # which was found good as it was before
        chromium.evaluate(NAMELESS, place)
        with pytest.raises(AssertionError, match=f"label.*nameless-{place}"):
            accessible(chromium)
    chromium.evaluate(FAINT)
    with pytest.raises(AssertionError, match="color-contrast"):
        accessible(chromium)
    no_sideways_scroll(chromium)
    chromium.evaluate("document.querySelector('main').style.width = '900px'")
    with pytest.raises(AssertionError, match="wider than 320 px"):
        no_sideways_scroll(chromium)


# Neither the words change, nor how they are written; it is their color alone.
FAINT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("main p { color: #ddd; background: white; }");
  document.adoptedStyleSheets.push(sheet);
}"""
NAMELESS = """place => {
  document.querySelector(place).innerHTML += `<input id="nameless-${place}">`;
}"""
