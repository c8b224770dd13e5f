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


def test_notes_save_themselves_and_keep_both_texts_of_two(chromium, organizer, address, db):
    """Typing on while a save is under way is no clash with oneself."""
    chromium.goto(f"{address}/notes")
    field = chromium.locator("#notes textarea").first
    for part in ("Fair ", "hiring ", "ordinance."):
        chromium.keyboard.type(part)
        field.dispatch_event("change")
    expect(chromium.locator("#notes-status")).to_contain_text("Saved")
    chromium.wait_for_load_state("networkidle")
    expect(chromium.locator(".not-saved, #notes .error")).to_have_count(0)
    other = organizer.get(f"{address}/notes")
    first = other.all("#notes textarea")[0]
    assert first.text == "Fair hiring ordinance."
    other.submit("#notes", {first["name"]: "First."}, htmx=True)
    field.fill("Second.")
    expect(chromium.locator("#notes-status")).to_contain_text("Not saved: look at question 1.")
    expect(chromium.locator(".stored")).to_have_text("First.")
    chromium.get_by_role("button", name="Keep both").click()
    expect(field).to_have_value("First.\n\nSecond.")
    expect(field).to_be_focused()
    expect(chromium.locator("#notes-status")).to_contain_text("Saved")
    assert db.session.scalars(db.select(Answer.text)).all() == ["First.\n\nSecond."]


def test_one_key_carries_what_we_know_and_typing_goes_on(chromium, db, meeting, league):
    """The server is not waited for, and on the second visit the keys are the same."""
    league.mission, league.shared_issues = "Equal rights.", "Jobs"
    address = f"/meetings/{meeting.id}/prepare"
    db.session.commit()
    chromium.goto(address)
    said = prepares_to_say_thanks(chromium)
    goes_from_blank_to_blank_by_tab(chromium)
    chromium.get_by_role("link", name="Back to the meeting").click()
    chromium.keyboard.press("g")
    first, second, third = answers_in(chromium)
    expect(first).to_be_focused()
    second.fill("We are 2,400.")
    chromium.keyboard.press("Tab")  # past the link, where something is typed
    expect(third).to_be_focused()
    carries_each_once(chromium, third)
    expect(chromium.locator("#still-open")).to_contain_text("Blank: 4, 5 and 6.")
    chromium.wait_for_function("() => !sessionStorage.length")
    stored = db.session.scalars(db.select(Answer.text).order_by(Answer.id)).all()
    third = ["Equal rights.", "", "Jobs Why?"]
    assert [*map(str.splitlines, stored)] == [said.splitlines(), ["We are 2,400."], third]


def answers_in(page) -> list:
    return [page.locator("#preparation textarea").nth(place) for place in range(3)]


def prepares_to_say_thanks(page) -> str:
    """What is then in the first answer. The cursor stays behind what a key puts in."""
    page.keyboard.type("Say thanks.")
    page.keyboard.press("Alt+Enter")
    page.keyboard.type(" And listen.")
    said = "Say thanks.\n\nAsk about Fair hiring ordinance (since Jan). And listen."
    expect(answers_in(page)[0]).to_have_value(said)
    return said


def goes_from_blank_to_blank_by_tab(page) -> None:
    """To the next answer; skipping, and the link beside it, come only where nothing is typed."""
    page.keyboard.press("Tab")
    expect(answers_in(page)[1]).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Skip it this time").nth(1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#preparation .sub a", has_text="Our local").first).to_be_focused()


def carries_each_once(page, answer) -> None:
    """Alt Enter takes the next thing, Ctrl Z takes it back; a button puts it in as well."""
    for _ in range(3):
        page.keyboard.press("Alt+Enter")
    expect(answer).to_have_value("Equal rights.\n\nJobs")
    page.keyboard.press("Control+z")
    expect(answer).to_have_value("Equal rights.")
    button = page.get_by_role("button", name="Put it in : Their issues").first
    for _ in range(2):
        button.click()
    expect(answer).to_be_focused()
    page.keyboard.type(" Why?")
    expect(answer).to_have_value("Equal rights.\n\nJobs Why?")


def test_every_page_is_accessible_and_narrow(chromium, db, table, after):
    vecinos = table.organizations[1]
    world.held(table, world.ours(), world.theirs(table.organizations[0]))
    table.parties[2].stayed_away = True
    world.promised(table, vecinos, "Ten phone-bank volunteers from both shifts and a van")
    world.helped(table, vecinos)
    address = f"/meetings/{table.id}"
    db.session.commit()
    chromium.goto(address)
    looked_at(chromium)
    chromium.locator(f"a[href$='{address}/notes']").first.click()
    expect(chromium.locator("#notes")).to_have_count(1)
    looked_at(chromium)


def looked_at(page) -> None:
    accessible(page)
    no_sideways_scroll(page)
