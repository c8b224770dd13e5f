"""The list of commitments by one key each."""

from datetime import date

import pytest

from coalition_app.models import Commitment
from tests import world
from tests.browser import accessible, no_sideways_scroll
from tests.slow import hold, let_go

LEAGUE = "Mothers for Safe Streets of Greater Harbor Valley and the Shore"


@pytest.fixture
def three(db, local) -> None:
    league = world.started(LEAGUE)
    meeting = world.planned(league)
    for number in (10, 11):
        world.promised(meeting, league, f"Flyer {number}", by=date(2026, 3, number))
    theirs = {"is_ours": False, "owner": world.theirs(league)}
    world.promised(meeting, league, "Volunteer list", by=date(2026, 3, 12), **theirs)
    db.session.commit()


def goes_on_at(chromium, words: str) -> None:
    """Waits until what has the focus says so."""
    at = "document.activeElement"
    chromium.wait_for_function(f"words => [{at}.textContent, {at}.name].includes(words)", arg=words)


def stored(db) -> dict[str, Commitment]:
    """What is stored; nobody else could write while we hold the transaction."""
    db.session.expire_all()
    found = {each.what: each for each in db.session.scalars(db.select(Commitment))}
    db.session.expunge_all()
    db.session.rollback()
    return found


def test_kept_dropped_dated_and_reminded_by_one_key_each(db, three, chromium):
    """Come to from a list that has keys of its own."""
    chromium.goto("/organizations")
    chromium.get_by_role("link", name="Commitments", exact=True).click()
    chromium.locator("#found").wait_for()
    types_a_reason_before_its_field_is_there(db, chromium)
    chromium.evaluate("document.activeElement.blur()")
    chromium.keyboard.press("j")
    goes_on_at(chromium, "We did: Flyer 10")
    gives_a_new_date(db, chromium)
    chromium.keyboard.press("d")
    goes_on_at(chromium, "We did: Flyer 11")
    drops_with_a_reason(db, chromium)
    reminds(db, chromium)
    chromium.focus("#commitment-2 [data-undo]")
    chromium.keyboard.press("Enter")
    goes_on_at(chromium, "We did: Flyer 11")
    assert stored(db)["Flyer 11"].is_open
    assert stored(db)["Flyer 10"].kept_on == date(2026, 3, 14)
    does_nothing_by_letters_that_are_switched_off(db, chromium)
    on_a_phone_its_button_begins_where_its_heading_does(chromium)


def on_a_phone_its_button_begins_where_its_heading_does(chromium) -> None:
    chromium.set_viewport_size({"width": 390, "height": 844})
    begins = [chromium.locator(each).bounding_box()["x"] for each in ("h1", ".head .go")]
    assert begins[0] == begins[1]


def types_a_reason_before_its_field_is_there(db, chromium) -> None:
    """Some of its letters are keys of the row. Esc leaves it."""
    chromium.focus("#q")
    chromium.keyboard.press("ArrowDown")
    goes_on_at(chromium, "We did: Flyer 10")
    hold(chromium)
    chromium.keyboard.press("x")
    chromium.keyboard.type("done by them")
    let_go(chromium)
    chromium.wait_for_function("() => document.activeElement.value === 'done by them'")
    assert all(each.is_open for each in stored(db).values())
    chromium.keyboard.press("Escape")
    goes_on_at(chromium, "We did: Flyer 10")


def gives_a_new_date(db, chromium) -> None:
    """And takes it back."""
    keys = chromium.keyboard
    keys.press("r")
    goes_on_at(chromium, "due_on")
    keys.type("thu")
    keys.press("Enter")
    goes_on_at(chromium, "We did: Flyer 10")
    assert stored(db)["Flyer 10"].due_on == date(2026, 3, 19)
    keys.press("u")
    chromium.locator("[data-undo]").wait_for(state="detached")
    assert stored(db)["Flyer 10"].due_on == date(2026, 3, 10)
    goes_on_at(chromium, "We did: Flyer 10")


def drops_with_a_reason(db, chromium) -> None:
    """Without one the row stays open and says why."""
    keys = chromium.keyboard
    keys.press("x")
    goes_on_at(chromium, "reason")
    keys.press("Enter")
    chromium.locator("[aria-invalid]").wait_for()
    accessible(chromium)
    keys.type("Printed by them")
    keys.press("Enter")
    goes_on_at(chromium, "They did: Volunteer list")
    assert stored(db)["Flyer 11"].drop_reason == "Printed by them"


def reminds(db, chromium) -> None:
    """Esc leaves it, Ctrl Enter notes that it is done, U takes that back."""
    keys = chromium.keyboard
    keys.press("m")
    chromium.locator("textarea").wait_for()
    accessible(chromium)
    no_sideways_scroll(chromium, width=320)
    keys.press("Escape")
    goes_on_at(chromium, "They did: Volunteer list")
    keys.press("m")
    chromium.locator("textarea").wait_for()
    keys.press("Control+Enter")
    goes_on_at(chromium, "They did: Volunteer list")
    assert stored(db)["Volunteer list"].reminded_on == date(2026, 3, 14)
    keys.press("u")
    chromium.locator("#commitment-3 [data-undo]").wait_for(state="detached")
    assert stored(db)["Volunteer list"].reminded_on is None


def does_nothing_by_letters_that_are_switched_off(db, chromium) -> None:
    db.session.execute(db.text("UPDATE account SET has_shortcuts = 0"))
    db.session.commit()
    chromium.goto("/commitments")
    chromium.focus("[data-row] [data-act]")
    for key in ("d", "x", "j"):
        chromium.keyboard.press(key)
    chromium.keyboard.press("ArrowDown")
    goes_on_at(chromium, "They did: Volunteer list")
    assert [what for what, each in stored(db).items() if each.is_open] == [
        "Flyer 11",
        "Volunteer list",
    ]
