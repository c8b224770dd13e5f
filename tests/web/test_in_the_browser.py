"""What only a browser shows of the base: swaps, focus, keys, sizes, print."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import DESK, accessible, no_sideways_scroll

PAGES = ["/practice/sink", "/practice/person", "/practice/notes", "/nowhere"]
PHONE = {"width": 390, "height": 844}


def mark(page) -> None:
    page.evaluate("window.samePage = true")


def is_same_page(page) -> bool:
    return page.evaluate("window.samePage === true")


def refuse(page) -> None:
    page.get_by_role("button", name="Save").click()
    page.get_by_role("alert").wait_for()


@pytest.mark.parametrize("path", PAGES[:1])
def test_every_page_is_accessible(chromium, path):
    chromium.goto(path)
    accessible(chromium)
    chromium.set_viewport_size(PHONE)
    accessible(chromium)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(chromium, path):
    chromium.goto(path)
    no_sideways_scroll(chromium)
    no_sideways_scroll(chromium, 768)


def test_a_refused_form_is_accessible_and_not_too_wide(chromium):
    chromium.goto("/practice/person")
    chromium.get_by_label("Friends").fill("many")
    refuse(chromium)
    accessible(chromium)
    no_sideways_scroll(chromium)


def test_a_link_swaps_without_a_page_load(chromium):
    chromium.goto("/practice/notes")
    mark(chromium)
    chromium.get_by_role("link", name="Elsewhere").click()
    chromium.wait_for_url(re.compile("/practice/sink$"))
    expect(chromium).to_have_title(re.compile("^Harbor Valley"))
    assert is_same_page(chromium)


def test_back_and_forward_show_the_right_pages(chromium):
    chromium.goto("/practice/notes")
    chromium.get_by_role("link", name="Elsewhere").click()
    expect(chromium.locator("h1")).to_have_text("Harbor Valley Civil Rights League")
    chromium.go_back()
    expect(chromium.locator("h1")).to_have_text("Notes")
    chromium.go_forward()
    expect(chromium.locator("h1")).to_have_text("Harbor Valley Civil Rights League")


def test_an_unknown_page_is_shown_in_place(chromium):
    chromium.goto("/practice/notes")
    chromium.evaluate("document.querySelector('main a').href = '/nowhere'")
    chromium.get_by_role("link", name="Elsewhere").click()
    expect(chromium.locator("h1")).to_have_text("There is no such page")


def test_what_is_no_page_is_opened_by_the_browser_itself(chromium):
    chromium.goto("/practice/notes")
    chromium.evaluate("document.querySelector('main a').href = '/practice/preview'")
    chromium.get_by_role("link", name="Elsewhere").click()
    expect(chromium.locator("body")).to_have_text("preview")
    chromium.wait_for_url(re.compile("/practice/preview$"))


def test_after_a_swap_one_reads_on_in_the_page(chromium):
    chromium.goto("/practice/notes")
    chromium.get_by_role("link", name="Elsewhere").click()
    expect(chromium.locator("main")).to_be_focused()


def test_a_refused_form_takes_the_focus_to_what_is_wrong(chromium):
    chromium.goto("/practice/person")
    mark(chromium)
    chromium.get_by_label("Friends").fill("many")
    refuse(chromium)
    expect(chromium.get_by_label("Name")).to_be_focused()  # the first of two
    expect(chromium.get_by_label("Friends")).to_have_value("many")
    chromium.get_by_label("Story").focus()
    chromium.get_by_role("link", name="Type the name.").click()
    expect(chromium.get_by_label("Name")).to_be_focused()
    assert is_same_page(chromium)


def test_a_saved_form_leads_on_and_says_so(chromium):
    chromium.goto("/practice/person")
    mark(chromium)
    chromium.get_by_label("Name").fill("Elena Díaz")
    chromium.keyboard.press("Enter")
    expect(chromium.locator("#flashes")).to_contain_text("Elena Díaz is listed.")
    chromium.get_by_role("button", name="Undo").click()
    expect(chromium.locator("#flashes")).to_contain_text("Undone.")
    assert is_same_page(chromium)


def test_a_region_is_swapped_and_words_are_said(chromium):
    chromium.goto("/practice/region")
    mark(chromium)
    chromium.get_by_role("button", name="Refresh").click()
    expect(chromium.locator("#flashes")).to_contain_text("The list has changed.")
    expect(chromium.locator("#list_region li")).to_have_text("Elena")
    chromium.get_by_text("Around the region").wait_for()
    assert is_same_page(chromium)


def test_words_said_out_of_sight_come_into_view(chromium):
    chromium.goto("/practice/region")
    chromium.evaluate("document.querySelector('main p').style.blockSize = '2000px'")
    chromium.get_by_role("button", name="Refresh").click()
    expect(chromium.locator("#flashes .flash")).to_be_in_viewport()


def test_slash_finds_and_n_is_new(chromium):
    chromium.goto("/practice/sink")
    chromium.keyboard.press("/")
    expect(chromium.get_by_role("combobox", name="Find")).to_be_focused()
    chromium.keyboard.type("n/")
    expect(chromium.get_by_role("combobox", name="Find")).to_have_value("n/")
    chromium.keyboard.press("Tab")
    chromium.keyboard.press("n")
    chromium.wait_for_url(re.compile("/organizations/new$"))


def test_control_enter_sends_a_form_from_its_text(chromium):
    chromium.goto("/practice/person")
    chromium.get_by_label("Name").fill("Elena Díaz")
    chromium.get_by_label("Story").press("Control+Enter")
    expect(chromium.locator("#flashes")).to_contain_text("Elena Díaz is listed.")


def test_the_menu_of_a_phone_opens(chromium):
    chromium.set_viewport_size(PHONE)
    chromium.goto("/practice/sink")
    today = chromium.get_by_role("link", name="Today")
    expect(today).to_be_hidden()
    chromium.get_by_text("Menu", exact=True).click()
    today.wait_for()
    assert today.bounding_box()["height"] >= 44


def test_on_a_phone_the_track_is_told_in_words(chromium):
    chromium.set_viewport_size(PHONE)
    chromium.goto("/practice/sink")
    chromium.get_by_text("Step 5 of 9: Prepare").wait_for()


def test_targets_are_large_enough(chromium):
    measure = """least => [...document.querySelectorAll('.btn, summary, input, select, .rail a')]
      .filter(one => one.offsetParent && one.type !== 'hidden' && !/checkbox|radio/.test(one.type))
      .filter(one => one.getBoundingClientRect().height < least).map(one => one.outerHTML)"""
    for path in PAGES[:2]:
        chromium.set_viewport_size(DESK)
        chromium.goto(path)
        assert chromium.evaluate(measure, 24) == []
        chromium.set_viewport_size(PHONE)
        assert chromium.evaluate(measure, 43.9) == []


def test_nothing_is_smaller_than_13_pixels(chromium):
    chromium.goto("/practice/sink")
    smallest = """() => Math.min(...[...document.querySelectorAll('body *')]
      .filter(one => one.innerText?.trim())
      .map(one => parseFloat(getComputedStyle(one).fontSize)))"""
    assert chromium.evaluate(smallest) >= 13


def test_the_focus_shows_on_navy_and_on_paper(chromium):
    chromium.goto("/practice/sink")
    for selector in (".rail nav a", "main .btn.quiet"):
        chromium.locator(selector).first.focus()
        chromium.keyboard.press("Shift+Tab")
        chromium.keyboard.press("Tab")
        ring = "one => [getComputedStyle(one).outlineColor, getComputedStyle(one).boxShadow]"
        outline, shadow = chromium.locator(selector).first.evaluate(ring)
        assert outline == "rgb(20, 48, 92)"
        assert "rgb(255, 255, 255)" in shadow


def test_fonts_of_ours_are_used(chromium):
    chromium.goto("/practice/sink")
    chromium.evaluate("document.fonts.ready")
    used = chromium.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    )
    assert {name.strip('"') for name in used} == {"Public Sans", "Source Serif 4"}


def test_on_paper_stand_the_words_and_not_the_buttons(chromium):
    chromium.goto("/practice/sink")
    chromium.emulate_media(media="print")
    expect(chromium.locator(".rail")).to_be_hidden()
    expect(chromium.get_by_role("link", name="Prepare")).to_be_hidden()
    chromium.get_by_text("Only Rosa knows somebody there.").wait_for()


def test_no_step_of_the_track_is_broken_within_a_word(chromium):
    chromium.goto("/practice/sink")
    wider = """() => [...document.querySelectorAll('.path b')]
      .filter(step => step.scrollWidth > step.parentElement.clientWidth && step.offsetWidth > 1)
      .map(step => step.textContent)"""
    chromium.evaluate("document.body.style.overflowWrap = 'normal'")
    for width in (1366, 1100, 800):
        chromium.set_viewport_size({"width": width, "height": 768})
        assert chromium.evaluate(wider) == [], width
