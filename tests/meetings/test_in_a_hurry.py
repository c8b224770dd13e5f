"""Notes left at once, while the server has not answered, does not answer, or asks who it is."""

import pytest
from playwright.sync_api import expect

from coalition_app.models import Answer, Commitment
from tests import world
from tests.conftest import PASSWORD
from tests.meetings.typing import enter_promise, leave
from tests.slow import hold, let_go, slow, wait_for_answer


@pytest.fixture
def address(db, held) -> str:
    """The meeting's; the test's own transaction has ended."""
    world.ours("Sam Okafor")
    address = f"/meetings/{held.id}"
    db.session.commit()
    return address


def promised(db) -> list[str]:
    found = list(db.session.scalars(db.select(Commitment.what).order_by(Commitment.id)))
    db.session.rollback()
    return found


def test_what_waits_for_its_turn_is_done_before_one_leaves(chromium, address, db):
    chromium.goto(f"{address}/notes")
    adds_the_line_after_signing_in_again(chromium)
    closes_behind_the_last_words(chromium)
    assert promised(db) == ["Hall", "Chairs"]
    hold(chromium)
    for what in ("Tables", "Cups", "Plates"):
        enter_promise(chromium, what)
    leave(chromium)
    let_go(chromium)
    expect(chromium.locator("#notes")).to_have_count(0)
    assert promised(db) == ["Hall", "Chairs", "Tables", "Cups", "Plates"]


def adds_the_line_after_signing_in_again(page) -> None:
    page.context.clear_cookies()
    enter_promise(page, "Hall")
    page.get_by_role("dialog").get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#commitments tbody tr")).to_have_count(1)
    expect(page.locator("#commitments tbody")).to_contain_text("Hall")


def closes_behind_the_last_words(page) -> None:
    """A link is pressed as well; then the button is drawn anew, for the line above it."""
    hold(page, "/notes")
    hold(page, "/commitments")
    page.locator("#notes textarea").first.fill("The ordinance.")
    page.keyboard.press("Tab")
    enter_promise(page, "Chairs")
    page.evaluate("document.querySelector('#foot').dataset.isOld = 'yes'")
    page.get_by_role("button", name="Close meeting").click()
    leave(page)
    let_go(page, "/commitments")
    expect(page.locator("#foot[data-is-old]")).to_have_count(0)
    let_go(page, "/notes")
    expect(page.locator("#flashes")).to_contain_text("Not closed yet")


# Who waits four seconds here waits a twentieth of one.
HASTE = """() => {
  const later = window.setTimeout;
  window.setTimeout = (act, time, ...given) => later(act, time === 4000 ? 50 : time, ...given);
}"""


def test_what_the_server_does_not_take_at_once_is_not_lost(shaky, address, db):
    shaky.goto(f"{address}/notes")
    gets_the_line_back_when_the_connection_is_cut(shaky)
    shaky.evaluate(HASTE)
    shaky.route("**/notes", lambda route: route.abort())
    slow(shaky, 500, "/commitments")
    shaky.locator("#notes textarea").first.fill("The ordinance.")
    for what in ("Chairs", "Tables"):
        enter_promise(shaky, what)
    leave(shaky)
    expect(shaky.locator("#flashes")).to_contain_text("not saved yet")
    wait_for_answer(shaky, f"{address}/commitments")
    shaky.unroute_all()
    shaky.locator(f"a[href$='{address}/notes']").first.click()
    expect(shaky.locator("#commitments tbody tr")).to_have_count(3)
    shaky.wait_for_function("() => !sessionStorage.length")
    assert promised(db) == ["Hall", "Chairs", "Tables"]
    assert db.session.scalars(db.select(Answer.text)).all() == ["The ordinance."]


def gets_the_line_back_when_the_connection_is_cut(page) -> None:
    page.route("**/commitments", lambda route: route.abort())
    enter_promise(page, "Hall")
    expect(page.locator("#flashes")).to_contain_text("Nothing is lost")
    expect(page.locator("#promise-what")).to_have_value("Hall")
    page.unroute_all()
    page.keyboard.press("Enter")
    expect(page.locator("#commitments tbody tr")).to_have_count(1)
