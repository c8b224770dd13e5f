"""Lines typed faster than the server answers: nothing is lost, and nothing is there twice."""

import pytest
from playwright.sync_api import expect

from coalition_app.models import Commitment, Organization, Person
from tests import world
from tests.meetings.typing import enter_promise, is_uncovered, leave
from tests.slow import hold, let_go


@pytest.fixture
def address(db, held) -> str:
    """Of the notes; the test's own transaction has ended."""
    world.ours("Sam Okafor")
    address = f"/meetings/{held.id}/notes"
    db.session.commit()
    return address


def promised(db) -> list[str]:
    found = list(db.session.scalars(db.select(Commitment.what).order_by(Commitment.id)))
    db.session.rollback()
    return found


def named(db, model) -> list[str]:
    found = list(db.session.scalars(db.select(model.name)))
    db.session.rollback()
    return found


def enters_a_line_while_an_answer_saves_itself(page, db) -> None:
    """It is kept, and so is what is typed behind it. The cursor is in the first answer."""
    page.keyboard.insert_text("The ordinance.")
    hold(page)
    page.keyboard.press("Tab")
    enter_promise(page, "Hall")
    page.keyboard.insert_text("Chairs")
    let_go(page)
    expect(page.locator("#commitments tbody tr")).to_have_count(1)
    expect(page.locator("#promise-what")).to_have_value("Chairs")
    assert promised(db) == ["Hall"]


def test_lines_are_typed_ahead_of_the_answers(chromium, address, db):
    chromium.goto(address)
    enters_a_line_while_an_answer_saves_itself(chromium, db)
    goes_on_meanwhile_and_is_not_called_back(chromium)
    presses_everything_twice_and_gets_one(chromium, db)
    enters_names_while_the_first_is_on_its_way(chromium, db)
    ticks_somebody_off_and_keeps_a_name_half_typed(chromium)
    types_suggestions_on_while_the_first_are_listed(chromium, db)


def goes_on_meanwhile_and_is_not_called_back(page) -> None:
    hold(page)
    page.keyboard.press("Tab")
    page.keyboard.insert_text("sam")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("#people-name")).to_be_focused()
    let_go(page)
    expect(page.locator("#commitments tbody tr")).to_have_count(2)
    page.keyboard.insert_text("Marcus Hill, president")
    expect(page.locator("#people-name")).to_have_value("Marcus Hill, president")


def presses_everything_twice_and_gets_one(page, db) -> None:
    for _ in range(2):
        page.keyboard.press("Enter")
    expect(page.locator("#people .mark.yes")).to_have_count(1)
    page.locator("#promise-what").fill("Tables")
    page.locator("#promise-who").fill("sam")
    page.locator("#commitments form .btn").dblclick()
    expect(page.locator("#commitments tbody tr")).to_have_count(3)
    page.wait_for_load_state("networkidle")
    assert promised(db) == ["Hall", "Chairs", "Tables"]
    assert named(db, Person).count("Marcus Hill") == 1


def enters_names_while_the_first_is_on_its_way(page, db) -> None:
    hold(page)
    page.focus("#people-name")
    for name in ("Ana Ruiz", "Bo Lind", "Cy Marr"):
        page.keyboard.insert_text(name)
        page.keyboard.press("Enter")
    page.keyboard.insert_text("Dee")
    let_go(page)
    expect(page.locator("#people")).to_contain_text("Cy Marr")
    expect(page.locator("#people-name")).to_have_value("Dee")
    expect(page.locator("#people-name")).to_be_focused()
    assert {"Ana Ruiz", "Bo Lind", "Cy Marr"} < set(named(db, Person))


def ticks_somebody_off_and_keeps_a_name_half_typed(page) -> None:
    came = page.locator("#people .mark.yes").count()
    page.locator("#people form.inline button").first.click()
    expect(page.locator("#people .mark.yes")).to_have_count(came + 1)
    expect(page.locator("#people-name")).to_have_value("Dee")


def types_suggestions_on_while_the_first_are_listed(page, db) -> None:
    """Enter on an empty line goes on to the next answer."""
    names = page.locator("#suggest-names")
    next_answer = page.locator("#suggestions ~ .q textarea").first
    hold(page)
    names.focus()
    for name in ("Vecinos Unidos", "Elm Bikes"):
        page.keyboard.insert_text(name)
        page.keyboard.press("Enter")
    page.keyboard.insert_text("Shore")
    let_go(page)
    expect(page.locator("#suggestions .tag")).to_have_count(2)
    expect(names).to_have_value("Shore")
    expect(names).to_be_focused()
    page.keyboard.insert_text(" Walkers")
    page.keyboard.press("Tab")
    expect(next_answer).to_be_focused()
    expect(page.locator("#suggestions .tag")).to_have_count(3)
    assert {"Vecinos Unidos", "Elm Bikes", "Shore Walkers"} < set(named(db, Organization))
    names.focus()
    page.keyboard.press("Enter")
    expect(next_answer).to_be_focused()
    expect(page.locator("#suggestions .error")).to_have_count(0)


def test_a_refused_line_comes_back_and_is_not_left(chromium, address, db):
    """Come to from the meeting: the scripts of its own page are there before those of the notes."""
    chromium.goto(address.removesuffix("/notes"))
    chromium.locator(f"a[href$='{address}']").first.click()
    expect(chromium.locator("#notes textarea").first).to_be_focused()
    enters_a_line_while_an_answer_saves_itself(chromium, db)
    has_the_next_wait_behind_a_refused_one(chromium)
    does_not_leave_it(chromium)
    chromium.keyboard.press("Control+a")
    chromium.keyboard.insert_text("sam")
    chromium.keyboard.press("Enter")
    expect(chromium.locator("#promise-what")).to_have_value("Tables")
    expect(chromium.locator("#commitments tbody tr")).to_have_count(2)
    leave(chromium)
    expect(chromium.locator("#notes")).to_have_count(0)


SCROLL_BEHIND_THE_FOOT = """() => {
  const line = document.querySelector("#commitments form .line");
  scrollBy(0, line.getBoundingClientRect().bottom - innerHeight);
}"""


def has_the_next_wait_behind_a_refused_one(page) -> None:
    """What is wrong has the cursor and comes out from behind the foot."""
    hold(page)
    page.keyboard.press("Tab")
    page.keyboard.insert_text("zed")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("Tables")
    page.evaluate(SCROLL_BEHIND_THE_FOOT)
    assert not is_uncovered(page)
    let_go(page)
    expect(page.locator("#promise-who-error")).to_be_visible()
    expect(page.locator("#promise-what")).to_have_value("Chairs")
    expect(page.locator("#promise-who")).to_be_focused()
    assert is_uncovered(page)


def does_not_leave_it(page) -> None:
    """Who typed goes on behind what was typed."""
    hold(page)
    page.keyboard.press("End")
    page.keyboard.insert_text("d")
    page.keyboard.press("Enter")
    leave(page)
    let_go(page)
    expect(page.locator("#promise-who-error")).to_contain_text("zedd")
    page.keyboard.insert_text("a")  # behind what was typed
    expect(page.locator("#promise-who")).to_have_value("zedda")
