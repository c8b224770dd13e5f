"""What only a browser shows of the base: swaps, focus, keys, sizes, print."""

import re

from playwright.sync_api import Page, expect

from tests.browser import DESK, accessible, no_sideways_scroll
from tests.conftest import PASSWORD
from tests.web.links import follow

SINK = "Harbor Valley Civil Rights League"
PHONE = {"width": 390, "height": 844}


def is_same_page(page: Page) -> bool:
    """Marked by each test after it opened its page."""
    return page.evaluate("window.samePage === true")


def fits_every_screen(page: Page) -> None:
    """Nothing sticks out, and what is pressed is large enough."""
    for width, least in ((320, 43.9), (768, 24), (DESK["width"], 24)):
        page.set_viewport_size({"width": width, "height": DESK["height"]})
        no_sideways_scroll(page, width)
        assert smallest_target(page) >= least, width


def smallest_target(page: Page) -> float:
    return page.evaluate("""() => Math.min(
      ...[...document.querySelectorAll('.btn, summary, input, select, .rail a')]
      .filter(one => one.offsetParent && one.type !== 'hidden' && !/checkbox|radio/.test(one.type))
      .map(one => one.getBoundingClientRect().height))""")


def smallest_words(page: Page) -> float:
    return page.evaluate("""() => Math.min(...[...document.querySelectorAll('body *')]
      .filter(one => one.innerText?.trim())
      .map(one => parseFloat(getComputedStyle(one).fontSize)))""")


def fonts_used(page: Page) -> set[str]:
    page.evaluate("document.fonts.ready")
    used = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    return {name.strip('"') for name in page.evaluate(used)}


def ring_around(page: Page, selector: str) -> tuple[str, str]:
    """The colors of what shows that it has the focus."""
    page.focus(selector)
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    ring = "one => [getComputedStyle(one).outlineColor, getComputedStyle(one).boxShadow]"
    return page.eval_on_selector(selector, ring)


def broken_steps(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 768})
    return page.evaluate("""() => [...document.querySelectorAll('.path b')]
      .filter(step => step.scrollWidth > step.parentElement.clientWidth && step.offsetWidth > 1)
      .map(step => step.textContent)""")


def test_a_page_is_read_at_a_desk(chromium):
    chromium.goto("/practice/sink")
    accessible(chromium)
    assert fonts_used(chromium) == {"Public Sans", "Source Serif 4"}
    assert smallest_words(chromium) >= 13
    fits_every_screen(chromium)
    for on_navy_or_paper in (".rail nav a", "main .btn.quiet"):
        outline, shadow = ring_around(chromium, on_navy_or_paper)
        assert outline == "rgb(20, 48, 92)"
        assert "rgb(255, 255, 255)" in shadow
    chromium.evaluate("document.body.style.overflowWrap = 'normal'")
    for width in (1366, 1100, 800):
        assert broken_steps(chromium, width) == [], width


def test_a_page_is_read_on_a_phone_and_on_paper(chromium):
    chromium.set_viewport_size(PHONE)
    chromium.goto("/practice/sink")
    accessible(chromium)
    chromium.get_by_text("Step 5 of 9: Prepare").wait_for()
    today = chromium.get_by_role("link", name="Today")
    expect(today).to_be_hidden()
    chromium.get_by_text("Menu", exact=True).click()
    today.wait_for()
    assert today.bounding_box()["height"] >= 44

    chromium.set_viewport_size(DESK)
    chromium.emulate_media(media="print")
    expect(chromium.locator(".rail")).to_be_hidden()
    expect(chromium.get_by_role("link", name="Prepare")).to_be_hidden()
    chromium.get_by_text("Only Rosa knows somebody there.").wait_for()


def test_links_swap_the_page_and_back_and_forward_show_the_right_ones(chromium):
    chromium.goto("/practice/notes")
    chromium.evaluate("window.samePage = true")
    heading = chromium.locator("h1")
    fits_every_screen(chromium)
    chromium.get_by_role("link", name="Elsewhere").click()
    expect(heading).to_have_text(SINK)
    expect(chromium).to_have_title(re.compile("^Harbor Valley"))
    expect(chromium.locator("main")).to_be_focused()  # one reads on there
    assert chromium.url.endswith("/practice/sink")
    chromium.go_back()
    expect(heading).to_have_text("Notes")
    chromium.go_forward()
    expect(heading).to_have_text(SINK)

    follow(chromium, "/nowhere")
    expect(heading).to_have_text("There is no such page")
    assert is_same_page(chromium)
    fits_every_screen(chromium)
    follow(chromium, "/practice/preview")  # no page: the browser itself opens it
    expect(chromium.locator("body")).to_have_text("preview")
    chromium.wait_for_url(re.compile("/practice/preview$"))


def test_a_form_is_refused_corrected_saved_and_undone_and_outlives_its_session(chromium):
    chromium.goto("/practice/person")
    chromium.evaluate("window.samePage = true")
    fits_every_screen(chromium)
    keys, name, flashes = chromium.keyboard, chromium.locator("#name"), chromium.locator("#flashes")
    chromium.get_by_label("Friends").fill("many")
    chromium.get_by_role("button", name="Save").click()
    chromium.get_by_role("alert").wait_for()
    expect(name).to_be_focused()  # the first of two that are wrong
    expect(chromium.get_by_label("Friends")).to_have_value("many")
    accessible(chromium)
    no_sideways_scroll(chromium)
    chromium.get_by_label("Story").focus()
    chromium.get_by_role("link", name="Type the name.").click()
    expect(name).to_be_focused()

    keys.insert_text("Elena Díaz")
    chromium.get_by_label("Friends").fill("")
    chromium.get_by_label("Story").press("Control+Enter")  # sends a form from its text
    expect(flashes).to_contain_text("Elena Díaz is listed.")
    chromium.get_by_role("button", name="Undo").click()
    expect(flashes).to_contain_text("Undone.")

    name.fill("Bo Li")
    chromium.context.clear_cookies()
    chromium.get_by_role("button", name="Save").click()
    chromium.get_by_role("dialog").get_by_label("Password").fill(PASSWORD)
    keys.press("Enter")
    expect(flashes).to_contain_text("Bo Li is listed.")
    assert is_same_page(chromium)


def test_a_region_is_swapped_and_words_said_out_of_sight_come_into_view(chromium):
    chromium.goto("/practice/region")
    chromium.evaluate("document.querySelector('main p').style.blockSize = '2000px'")
    chromium.evaluate("window.samePage = true")
    chromium.get_by_role("button", name="Refresh").click()
    expect(chromium.locator("#flashes .flash")).to_be_in_viewport()
    expect(chromium.locator("#flashes")).to_contain_text("The list has changed.")
    expect(chromium.locator("#list_region li")).to_have_text("Elena")
    chromium.get_by_text("Around the region").wait_for()
    assert is_same_page(chromium)
