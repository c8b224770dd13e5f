"""What only a browser shows: saving in place, both texts of two writers, focus, every look."""

import pytest
from playwright.sync_api import expect

from coalition_app.models import Answer
from tests import world
from tests.browser import accessible, no_sideways_scroll


@pytest.fixture
def address(db, held) -> str:
    """The meeting's; the test's own transaction has ended."""
    address = f"/meetings/{held.id}"
    db.session.commit()
    return address


def test_what_is_typed_is_there_after_a_reload(chromium, address):
    chromium.goto(f"{address}/notes")
    chromium.keyboard.type("Fair hiring.")
    expect(chromium.locator("#notes-status")).to_contain_text("Saved")
    chromium.reload()
    expect(chromium.locator("#notes textarea").first).to_have_value("Fair hiring.")


def test_typing_on_while_a_save_is_under_way_is_no_clash(chromium, address):
    chromium.goto(f"{address}/notes")
    field = chromium.locator("#notes textarea").first
    for part in ("Fair ", "hiring ", "ordinance."):
        chromium.keyboard.type(part)
        field.dispatch_event("change")
    expect(chromium.locator("#notes-status")).to_contain_text("Saved")
    chromium.wait_for_load_state("networkidle")
    expect(chromium.locator(".not-saved, #notes .error")).to_have_count(0)
    chromium.reload()
    expect(field).to_have_value("Fair hiring ordinance.")


def test_two_writers_see_both_texts_and_keep_both(chromium, address, db):
    other = chromium.context.new_page()
    for page in (chromium, other):
        page.goto(f"{address}/notes")
    chromium.locator("#notes textarea").first.fill("First.")
    expect(chromium.locator("#notes-status")).to_contain_text("Saved")
    other.locator("#notes textarea").first.fill("Second.")
    expect(other.locator("#notes-status")).to_contain_text("Not saved: look at question 1.")
    expect(other.locator(".stored")).to_have_text("First.")
    other.get_by_role("button", name="Keep both").click()
    expect(other.locator("#notes textarea").first).to_have_value("First.\n\nSecond.")
    expect(other.locator("#notes textarea").first).to_be_focused()
    expect(other.locator("#notes-status")).to_contain_text("Saved")
    assert db.session.scalars(db.select(Answer.text)).all() == ["First.\n\nSecond."]


@pytest.fixture
def preparing(chromium, db, meeting, league):
    league.mission, league.shared_issues = "Equal rights.", "Jobs"
    address = f"/meetings/{meeting.id}/prepare"
    db.session.commit()
    chromium.goto(address)
    return chromium


def test_one_key_carries_what_we_know_and_typing_goes_on(preparing, db):
    """Alt Enter takes the next thing, Ctrl Z takes it back; the server is not waited for.
    Tab goes to the next answer, and to skipping only where nothing is typed."""
    answers = preparing.locator("#preparation textarea")
    first, second, third = (answers.nth(place) for place in range(3))
    preparing.keyboard.type("Say thanks.")
    preparing.keyboard.press("Alt+Enter")
    preparing.keyboard.type(" And listen.")
    said = "Say thanks.\n\nAsk about Fair hiring ordinance (since Jan). And listen."
    expect(first).to_have_value(said)
    preparing.keyboard.press("Tab")
    expect(second).to_be_focused()
    preparing.keyboard.press("Tab")
    expect(preparing.get_by_label("Skip it this time").nth(1)).to_be_focused()
    third.focus()
    for _ in range(3):
        preparing.keyboard.press("Alt+Enter")
    expect(third).to_have_value("Equal rights.\n\nJobs")
    preparing.keyboard.press("Control+z")
    expect(third).to_have_value("Equal rights.")
    expect(preparing.locator("#still-open")).to_contain_text("Blank: 2, 4, 5 and 6.")
    preparing.wait_for_function("() => !sessionStorage.length")
    answers = db.session.scalars(db.select(Answer.text).order_by(Answer.id)).all()
    assert [*map(str.splitlines, answers)] == [said.splitlines(), ["Equal rights."]]


def test_tab_passes_the_link_beside_an_answer_and_not_beside_a_blank(preparing):
    second, third = (preparing.locator("#preparation textarea").nth(place) for place in (1, 2))
    link = preparing.get_by_role("link", name="Our local").and_(preparing.locator(".sub a")).first
    second.focus()
    for _ in range(2):
        preparing.keyboard.press("Tab")
    expect(link).to_be_focused()
    second.fill("We are 2,400.")
    preparing.keyboard.press("Tab")
    expect(third).to_be_focused()


def test_a_button_puts_it_in_once_and_the_cursor_stays_behind_it(preparing):
    button = preparing.get_by_role("button", name="Put it in : Their newest campaign")
    for _ in range(2):
        button.click()
    field = preparing.locator("#preparation textarea").first
    expect(field).to_be_focused()
    preparing.keyboard.type(" Why?")
    expect(field).to_have_value("Ask about Fair hiring ordinance (since Jan). Why?")


def test_it_says_how_a_line_is_understood_while_one_types(chromium, address):
    chromium.goto(f"{address}/notes")
    chromium.locator("#promise-what").fill("Hall on May 14")
    chromium.locator("#promise-who").fill("dori")
    understood = chromium.locator("#commitments [role=status]")
    expect(understood).to_contain_text("We will · Dori James · no date yet · Enter to add")


def test_every_page_is_accessible_and_narrow(chromium, db, table, after):
    vecinos = table.organizations[1]
    world.held(table, world.ours(), world.theirs(table.organizations[0]))
    table.parties[2].stayed_away = True
    world.promised(table, vecinos, "Ten phone-bank volunteers from both shifts and a van")
    world.helped(table, vecinos)
    address = f"/meetings/{table.id}"
    db.session.commit()
    for page in (address, f"{address}/notes"):
        chromium.goto(page)
        accessible(chromium)
        no_sideways_scroll(chromium)


def test_enter_on_an_empty_line_of_suggestions_goes_on(chromium, address):
    chromium.goto(f"{address}/notes")
    names = chromium.locator("#suggest-names")
    names.fill("Mothers for Safe Streets")
    chromium.keyboard.press("Enter")
    expect(chromium.locator("#suggestions .tags")).to_contain_text("Mothers for Safe Streets")
    expect(names).to_be_focused()
    chromium.keyboard.press("Enter")
    expect(chromium.locator("#suggestions ~ .q textarea").first).to_be_focused()
    expect(chromium.locator("#suggestions .error")).to_have_count(0)


def test_what_is_wrong_has_the_cursor_and_is_not_behind_the_foot(chromium, address):
    chromium.goto(f"{address}/notes")
    chromium.locator("#promise-what").fill("Hall")
    chromium.locator("#promise-who").fill("Zed")
    chromium.keyboard.press("Enter")
    who = chromium.locator("#promise-who")
    chromium.locator("#promise-who-error").wait_for()
    expect(who).to_be_focused()
    assert is_uncovered(who)


def test_a_field_reached_by_tab_is_not_behind_the_foot(chromium, address):
    chromium.goto(f"{address}/notes")
    for _ in range(12):
        chromium.keyboard.press("Tab")
        assert is_uncovered(chromium.locator(":focus"))


def is_uncovered(locator) -> bool:
    return locator.evaluate(
        """element => {
          const box = element.getBoundingClientRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.bottom - 4);
          return element.contains(top);
        }"""
    )
