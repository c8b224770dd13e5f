"""Notes and preparation typed faster than the server answers, and left at once."""

import pytest
from playwright.sync_api import expect

from coalition_app.models import Answer, Commitment, Organization
from tests import world
from tests.slow import slow, wait_for_answer


@pytest.fixture
def address(db, held) -> str:
    """The meeting's; the test's own transaction has ended."""
    world.ours("Sam Okafor")
    address = f"/meetings/{held.id}"
    db.session.commit()
    return address


def enter_promise(page, what: str, who: str = "sam") -> None:
    page.locator("#promise-what").fill(what)
    page.locator("#promise-who").fill(who)
    page.keyboard.press("Enter")


def leave(page) -> None:
    page.get_by_role("link", name="The meeting").click()


def promised(db) -> list[str]:
    return list(db.session.scalars(db.select(Commitment.what).order_by(Commitment.id)))


def test_lines_that_wait_for_their_turn_are_saved_before_one_leaves(chromium, address, db):
    chromium.goto(f"{address}/notes")
    slow(chromium, 100)
    for what in ("Hall", "Chairs", "Tables"):
        enter_promise(chromium, what)
    leave(chromium)
    expect(chromium.locator("#notes")).to_have_count(0)
    assert promised(db) == ["Hall", "Chairs", "Tables"]


def test_a_line_that_is_refused_is_not_left(chromium, address):
    chromium.goto(f"{address}/notes")
    slow(chromium, 100)
    enter_promise(chromium, "Hall", "zed")
    leave(chromium)
    expect(chromium.locator("#promise-who-error")).to_be_visible()
    expect(chromium.locator("#promise-what")).to_have_value("Hall")
    chromium.keyboard.type("a")  # behind what was typed
    expect(chromium.locator("#promise-who")).to_have_value("zeda")
    leave(chromium)
    expect(chromium.locator("#notes")).to_have_count(0)


def test_an_act_that_waits_for_the_last_words_is_not_lost(chromium, address, db):
    """A link is pressed as well; then its button is drawn anew, for the line above it."""
    chromium.goto(f"{address}/notes")
    waiting = []
    chromium.route("**/notes", lambda route: waiting.append(route))
    chromium.locator("#notes textarea").first.fill("The ordinance.")
    chromium.keyboard.press("Tab")
    slow(chromium, 100, "/commitments")
    enter_promise(chromium, "Hall")
    chromium.evaluate("document.querySelector('#foot').dataset.isOld = 'yes'")
    chromium.get_by_role("button", name="Close meeting").click()
    leave(chromium)
    expect(chromium.locator("#foot[data-is-old]")).to_have_count(0)
    waiting[0].continue_()
    expect(chromium.locator("#flashes")).to_contain_text("Not closed yet")
    assert promised(db) == ["Hall"]


def test_a_name_half_typed_stays_when_somebody_else_is_ticked_off(chromium, address):
    chromium.goto(f"{address}/notes")
    name = chromium.locator("#people-name")
    name.fill("Marcus Hi")
    chromium.locator("#people form.inline button").first.click()
    expect(chromium.locator("#people .mark.yes")).to_have_count(1)
    expect(name).to_have_value("Marcus Hi")


def test_suggestions_are_typed_on_while_the_first_are_listed(chromium, address, db):
    chromium.goto(f"{address}/notes")
    slow(chromium, 100)
    names = chromium.locator("#suggest-names")
    names.focus()
    for name in ("Vecinos Unidos", "Elm Bikes"):
        chromium.keyboard.type(name)
        chromium.keyboard.press("Enter")
    chromium.keyboard.type("Shore")
    expect(chromium.locator("#suggestions .tag")).to_have_count(2)
    expect(names).to_have_value("Shore")
    expect(names).to_be_focused()
    chromium.keyboard.type(" Walkers")
    chromium.keyboard.press("Tab")
    expect(chromium.locator("#suggestions ~ .q textarea").first).to_be_focused()
    expect(chromium.locator("#suggestions .tag")).to_have_count(3)
    known = set(db.session.scalars(db.select(Organization.name)))
    assert {"Vecinos Unidos", "Elm Bikes", "Shore Walkers"} < known


def test_what_we_know_is_carried_on_the_second_visit_too(chromium, db, meeting, league):
    league.mission = "Equal rights."
    address = f"/meetings/{meeting.id}"
    db.session.commit()
    chromium.goto(f"{address}/prepare")
    chromium.get_by_role("link", name="Back to the meeting").click()
    chromium.keyboard.press("g")
    first = chromium.locator("#preparation textarea").first
    expect(first).to_be_focused()
    chromium.keyboard.press("Alt+Enter")
    expect(first).to_have_value("Ask about Fair hiring ordinance (since Jan).")
    chromium.wait_for_function("() => !sessionStorage.length")


# Who waits four seconds here waits a twentieth of one.
HASTE = """() => {
  const later = window.setTimeout;
  window.setTimeout = (act, time, ...given) => later(act, time === 4000 ? 50 : time, ...given);
}"""


def test_what_is_not_saved_in_time_is_said_and_goes_on_at_the_next_visit(shaky, address, db):
    shaky.goto(f"{address}/notes")
    shaky.evaluate(HASTE)
    shaky.route("**/notes", lambda route: route.abort())
    slow(shaky, 500, "/commitments")
    shaky.locator("#notes textarea").first.fill("The ordinance.")
    for what in ("Hall", "Chairs"):
        enter_promise(shaky, what)
    leave(shaky)
    expect(shaky.locator("#flashes")).to_contain_text("not saved yet")
    wait_for_answer(shaky, f"{address}/commitments")
    shaky.unroute_all()
    shaky.locator(f"a[href$='{address}/notes']").first.click()
    expect(shaky.locator("#commitments tbody tr")).to_have_count(2)
    shaky.wait_for_function("() => !sessionStorage.length")
    assert promised(db) == ["Hall", "Chairs"]
    assert db.session.scalars(db.select(Answer.text)).all() == ["The ordinance."]
