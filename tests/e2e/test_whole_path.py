"""From the first page to nothing left on Today: the nine steps once through, in the browser.

The same walk is taken with JavaScript and without it.
"""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.registries import harbor

NAME = "Harbor Valley Civil Rights League"


@pytest.fixture
def scriptless(stranger: Page) -> Iterator[Page]:
    """The same page with JavaScript switched off; no frame tells when it has settled, then."""
    switch = stranger.context.new_cdp_session(stranger)
    settled, stranger.goto = stranger.goto, partial(Page.goto, stranger)
    switch.send("Emulation.setScriptExecutionDisabled", {"value": True})
    yield stranger
    assert stranger.evaluate("() => typeof htmx") == "undefined"
    switch.send("Emulation.setScriptExecutionDisabled", {"value": False})
    switch.detach()
    stranger.goto = settled


@pytest.fixture(params=["stranger", "scriptless"], ids=["with JavaScript", "without JavaScript"])
def visitor(request) -> Page:
    return request.getfixturevalue(request.param)


@pytest.fixture
def registry(db, tmp_path: Path) -> None:
    harbor.load(harbor.file_in(tmp_path))


def test_the_nine_steps_once_through(visitor: Page, registry, clock):
    set_up(visitor)
    expect_today(visitor, "Begin with one organization")
    list_from_the_registry(visitor)
    home = type_one_in(visitor)
    research(visitor)
    expect_step(visitor, home, "Step 4 of 9: Introduction")
    call(visitor)
    expect_step(visitor, home, "Step 5 of 9: Prepare")
    plan(visitor)
    prepare(visitor)
    expect_step(visitor, home, "Step 6 of 9: Meet")
    print_packet(visitor)
    clock.move_to("2026-03-19 20:00")
    type_up(visitor)
    expect_step(visitor, home, "Step 8 of 9: Follow up")
    follow_up(visitor)
    expect_step(visitor, home, "Step 9 of 9: Share")
    tell(visitor)
    expect_step(visitor, home, "All nine steps are done")
    keep_the_promise(visitor)
    expect_today(visitor, "Nothing needs you today")
    expect(visitor.locator("main .rows")).to_have_count(0)


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).first.click()


def follow(page: Page, words: str) -> None:
    page.get_by_role("link", name=words).first.click()


def fill(page: Page, **fields: str) -> None:
    """By the id of each field, as its label points to it."""
    for name, value in fields.items():
        page.locator(f"#{name}").fill(value)


def open_organization(page: Page) -> None:
    page.goto("/organizations")
    follow(page, NAME)
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)


def expect_step(page: Page, home: str, words: str) -> None:
    """On the organization's page, where some acts lead anyway."""
    if page.url != home:
        page.goto(home)
    expect(page.locator(".path-now")).to_have_text(words)


def expect_today(page: Page, words: str) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text(words)


def set_up(page: Page) -> None:
    page.goto("/")
    page.wait_for_url(re.compile("/first-start"))
    fill(page, number="555", local_name="Telephone Workers of Harbor Valley")
    fill(page, name="Dori James", email="dori@local555.example")
    fill(page, new_password="lamps along the harbor")
    press(page, "Set up and begin")
    expect(page).not_to_have_url(re.compile("/first-start"))


def list_from_the_registry(page: Page) -> None:
    page.goto("/registries?q=tenants+united")
    press(page, "List Harbor Valley Tenants United")
    expect(page.locator("main tbody")).to_contain_text("on your list")
    page.goto("/organizations?q=tenants")
    expect(page.locator("main tbody")).to_contain_text("Harbor Valley Tenants United")


def type_one_in(page: Page) -> str:
    """The address of its page."""
    page.goto("/organizations/new")
    fill(page, name=NAME, city="Harbor Valley, CT", contact="Elena Díaz, secretary, 203 555 0142")
    page.get_by_label("community", exact=True).check()
    page.get_by_label("local", exact=True).check()
    page.get_by_label("yes", exact=True).check()
    press(page, "Save and start")
    expect(page.locator(".path-now")).to_have_text("Step 2 of 9: Research")
    return page.url


def research(page: Page) -> None:
    follow(page, "Research sheet")
    fill(page, mission="Equality in Harbor Valley.", campaign_lines="Fair hiring (since Jan)")
    press(page, "Reviewed today")
    expect(page.locator("body")).to_contain_text("Reviewed today, saved")


def call(page: Page) -> None:
    follow(page, "Ways in")
    follow(page, "Call them")
    fill(page, contact="Elena Díaz")
    press(page, "Reached, no day yet")
    expect(page.locator("#flashes")).to_contain_text("The door is open")


def plan(page: Page) -> None:
    follow(page, "Plan a meeting")
    fill(page, starts_at="3/19 5:30 pm", place="Corner Cafe", theirs="Elena", ours="me")
    press(page, "Plan it")
    expect(page.locator("main")).to_contain_text("Corner Cafe")


def prepare(page: Page) -> None:
    follow(page, "Prepare")
    boxes = page.locator("#preparation textarea")
    expect(boxes).to_have_count(6)
    for number in range(6):
        boxes.nth(number).fill(f"What we say to question {number + 1}.")
    save(page, "preparation")


def save(page: Page, form: str) -> None:
    """Without JavaScript there is a button; with it the form saves itself and says so."""
    button = page.locator(f"#{form} noscript button, #{form} .btn.go").filter(has_text="Save")
    if button.count() and button.first.is_visible():
        button.first.click()
        expect(page.locator("#flashes")).to_contain_text("Saved")
    else:
        expect(page.locator(f"#{form}-status")).to_contain_text("Saved")
        page.wait_for_function("() => !sessionStorage.length")  # where what is not yet saved waits


def print_packet(page: Page) -> None:
    path = page.locator("a[href$='/packet.pdf']").first.get_attribute("href")
    answer = page.request.get(path)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-")


def type_up(page: Page) -> None:
    open_organization(page)
    follow(page, "Say what happened")
    press(page, "It was held")
    boxes = page.locator("#notes textarea")
    boxes.first.fill("The fair hiring ordinance goes to the board in May.")
    save(page, "notes")
    promise = page.locator("#commitments form").last
    promise.locator("#promise-what").fill("Flyer for the May forum")
    promise.locator("#promise-who").fill("me")
    promise.locator("#promise-due_on").fill("4/2")
    promise.get_by_role("button", name="Add").click()
    expect(page.locator("#commitments tbody")).to_contain_text("Flyer for the May forum")
    page.locator("#help-what").fill("Meeting space")
    page.locator("#assistance").get_by_role("button", name="Add").click()
    expect(page.locator("#assistance")).to_contain_text("Meeting space")
    press(page, "None is planned")
    expect(page.locator("#next")).to_contain_text("None is planned.")
    press(page, "Close meeting")
    expect(page.locator("main")).to_contain_text("Closed")


def follow_up(page: Page) -> None:
    page.locator(".next").get_by_role("link", name="Write").click()
    expect(page.locator("#body")).to_have_value(re.compile("Flyer for the May forum"))
    press(page, "Save")
    path = page.get_by_role("link", name="Download").get_attribute("href")
    assert page.request.get(path).body().startswith(b"%PDF-")
    page.get_by_label("by mail").check()
    press(page, "Mark as sent")
    expect(page.locator("main .log")).to_contain_text("sent by mail")


def tell(page: Page) -> None:
    page.locator(".next").get_by_role("link", name="Tell it").click()
    expect(page.locator("#what")).to_have_value(re.compile("We met Harbor Valley"))
    press(page, "Note it")
    expect(page.locator("#flashes")).to_contain_text("the executive board heard of it")


def keep_the_promise(page: Page) -> None:
    page.goto("/commitments")
    press(page, "We did")
    expect(page.get_by_role("button", name="We did")).to_have_count(0)
