"""Lines typed faster than the server answers: nothing is lost, and nothing is there twice."""

import pytest
from playwright.sync_api import expect

from coalition_app.models import Commitment, Person
from tests import world
from tests.conftest import PASSWORD

SLOW = """milliseconds => {
  const fetched = window.fetch;
  window.fetch = async (...asked) => {
    await new Promise(done => setTimeout(done, milliseconds));
    return fetched(...asked);
  };
}"""


@pytest.fixture
def address(db, held) -> str:
    """Of the notes; the test's own transaction has ended."""
    world.ours("Sam Okafor")
    address = f"/meetings/{held.id}/notes"
    db.session.commit()
    return address


@pytest.fixture
def notes(chromium, address):
    chromium.goto(address)
    return chromium


def enter_promise(page, what: str, who: str) -> None:
    page.locator("#promise-what").fill(what)
    page.locator("#promise-who").fill(who)
    page.keyboard.press("Enter")


def test_names_are_entered_and_typed_while_the_first_is_on_its_way(notes, db):
    notes.evaluate(SLOW, 300)
    notes.locator("#people-name").focus()
    for name in ("Ana Ruiz", "Bo Lind", "Cy Marr"):
        notes.keyboard.type(name)
        notes.keyboard.press("Enter")
    notes.keyboard.type("Dee")
    expect(notes.locator("#people")).to_contain_text("Cy Marr")
    expect(notes.locator("#people-name")).to_have_value("Dee")
    expect(notes.locator("#people-name")).to_be_focused()
    names = set(db.session.scalars(db.select(Person.name)))
    assert {"Ana Ruiz", "Bo Lind", "Cy Marr"} < names


@pytest.mark.parametrize("is_direct", [True, False], ids=["opened", "from the meeting"])
def test_a_line_entered_while_an_answer_saves_itself_is_kept(chromium, address, db, is_direct):
    """The scripts of the meeting's own page are there before those of the notes."""
    if is_direct:
        chromium.goto(address)
    else:
        chromium.goto(address.removesuffix("/notes"))
        chromium.locator(f"a[href$='{address}']").first.click()
    answer = chromium.locator("#notes textarea").first
    answer.fill("The ordinance.")
    chromium.evaluate(SLOW, 300)
    answer.press("Tab")
    enter_promise(chromium, "Hall", "sam")
    chromium.keyboard.type("Chairs")
    expect(chromium.locator("#commitments tbody tr")).to_have_count(1)
    expect(chromium.locator("#promise-what")).to_have_value("Chairs")
    assert db.session.scalars(db.select(Commitment.what)).all() == ["Hall"]


def test_a_refused_line_comes_back_and_the_next_waits_behind_it(notes, db):
    notes.evaluate(SLOW, 300)
    enter_promise(notes, "Hall", "zed")
    notes.keyboard.type("Chairs")
    expect(notes.locator("#promise-who-error")).to_be_visible()
    expect(notes.locator("#promise-what")).to_have_value("Hall")
    enter_promise(notes, "Hall", "sam")
    expect(notes.locator("#promise-what")).to_have_value("Chairs")
    expect(notes.locator("#commitments tbody tr")).to_have_count(1)


def test_whoever_goes_on_meanwhile_is_not_called_back(notes):
    notes.evaluate(SLOW, 300)
    enter_promise(notes, "Hall", "sam")
    notes.keyboard.press("Enter")
    expect(notes.locator("#people-name")).to_be_focused()
    expect(notes.locator("#commitments tbody tr")).to_have_count(1)
    notes.keyboard.type("Elena")
    expect(notes.locator("#people-name")).to_have_value("Elena")


def test_a_double_click_and_two_quick_enters_make_one(notes, db):
    notes.locator("#promise-what").fill("Hall")
    notes.locator("#promise-who").fill("sam")
    notes.locator("#commitments form .btn").dblclick()
    expect(notes.locator("#commitments tbody tr")).to_have_count(1)
    notes.locator("#people-name").fill("Marcus Hill, president")
    for _ in range(2):
        notes.keyboard.press("Enter")
    expect(notes.locator("#people .mark.yes")).to_have_count(1)
    notes.wait_for_load_state("networkidle")
    assert db.session.scalars(db.select(Commitment.what)).all() == ["Hall"]
    named = db.select(Person).where(Person.name == "Marcus Hill")
    assert len(db.session.scalars(named).all()) == 1


def test_an_ended_session_adds_the_line_after_signing_in(notes):
    notes.context.clear_cookies()
    enter_promise(notes, "Hall", "sam")
    dialog = notes.get_by_role("dialog")
    dialog.get_by_label("Password").fill(PASSWORD)
    notes.keyboard.press("Enter")
    expect(notes.locator("#commitments tbody tr")).to_have_count(1)
    expect(notes.locator("#commitments tbody")).to_contain_text("Hall")


def test_a_cut_connection_gives_the_line_back(shaky, address):
    shaky.goto(address)
    shaky.route("**/commitments", lambda route: route.abort())
    enter_promise(shaky, "Hall", "sam")
    expect(shaky.locator("#flashes")).to_contain_text("Nothing is lost")
    expect(shaky.locator("#promise-what")).to_have_value("Hall")
    shaky.unroute_all()
    shaky.keyboard.press("Enter")
    expect(shaky.locator("#commitments tbody tr")).to_have_count(1)
