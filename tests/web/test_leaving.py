"""From page to page: presses and words count once, in order, and where they were meant."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import expect

from tests.slow import asked, slow, wait_for_answer
from tests.web.links import follow

PERSON, NEW = "/practice/person", "/organizations/new"
NEXT_PAGE = """() => document.addEventListener(
  "htmx:finally:request", () => { document.body.dataset.isThere = ""; }, {once: true})"""


@contextmanager
def next_page(page) -> Iterator[None]:
    """It is there, and takes the keys, when this ends."""
    page.evaluate(NEXT_PAGE)
    yield
    page.locator("[data-is-there]").wait_for()


def test_the_page_asked_for_last_stays_and_its_form_goes_once(chromium):
    chromium.goto("/practice/notes")
    slow(chromium, 200, "/practice/sink")
    follow(chromium, "/practice/sink")
    follow(chromium, PERSON, link=".rail a")
    chromium.get_by_label("Name").fill("Elena Díaz")
    wait_for_answer(chromium, "/practice/sink")
    expect(chromium.get_by_label("Name")).to_have_value("Elena Díaz")

    slow(chromium, 150)
    with next_page(chromium):
        for _ in range(2):
            chromium.keyboard.press("Enter")
    expect(chromium.locator("#flashes")).to_contain_text("Elena Díaz is listed.")

    # Letters are no shortcuts where it is said what is wrong.
    chromium.keyboard.insert_text("Na" * 21)
    chromium.keyboard.press("Enter")
    chromium.keyboard.type("n")  # before the answer is there
    expect(chromium.locator("#name-error")).to_be_visible()
    chromium.keyboard.type("l")
    expect(chromium.get_by_label("Name")).to_have_value("Na" * 21 + "nl")
    chromium.get_by_role("alert").focus()
    chromium.keyboard.type("nl/")
    expect(chromium.get_by_role("alert")).to_be_focused()
    assert chromium.url.endswith(PERSON)
    assert (asked(chromium, PERSON), asked(chromium, NEW)) == (2, 0)


def test_what_is_typed_before_the_page_is_there_is_for_it(chromium):
    chromium.goto("/practice/notes")
    slow(chromium, 150)
    find = chromium.get_by_role("combobox", name="Find")
    follow(chromium, "/practice/sink")
    chromium.keyboard.press("/")  # one key alone is a shortcut
    expect(chromium.locator("h1")).to_have_text("Harbor Valley Civil Rights League")
    expect(find).to_be_focused()
    chromium.keyboard.type("n/")  # in a field they are letters
    expect(find).to_have_value("n/")

    find.fill("Elena")
    with next_page(chromium):
        chromium.keyboard.press("Enter")
        chromium.keyboard.type("n")  # still in the field
    expect(chromium).to_have_url(re.compile("q=Elena$"))

    chromium.keyboard.press("n")
    chromium.keyboard.type("Harbor lights")  # several of these are shortcuts
    chromium.keyboard.press("Backspace")
    chromium.wait_for_url(re.compile(f"{NEW}$"))
    expect(chromium.locator("#name")).to_have_value("Harbor light")
    assert asked(chromium, NEW) == 1
