"""Today by keyboard: from row to row, done, and undone."""

from datetime import date

from coalition_app.models import Commitment
from tests import world
from tests.browser import accessible
from tests.slow import slow


def goes_on_at(chromium, words: str) -> None:
    """Waits until what has the focus says so."""
    chromium.wait_for_function("words => document.activeElement.textContent === words", arg=words)


def test_rows_are_done_and_undone_by_keyboard(db, local, chromium):
    meeting = world.planned(league := world.started())
    for number in (10, 11, 12):
        world.promised(meeting, league, f"Flyer {number}", by=date(2026, 3, number))
    db.session.commit()
    chromium.goto("/")
    keys = chromium.keyboard
    keys.press("j")
    goes_on_at(chromium, "Done: Flyer 10")
    keys.press("ArrowDown")
    keys.press("Enter")
    chromium.locator("[data-done]").wait_for()
    goes_on_at(chromium, "Done: Flyer 12")
    assert chromium.locator("main h1").text_content().startswith("Two things need you")
    assert chromium.locator("#today-said").text_content().strip() == "Kept: Flyer 11."
    assert kept(db) == ["Flyer 11"]
    accessible(chromium)
    keys.press("u")
    goes_on_at(chromium, "Done: Flyer 11")
    assert kept(db) == []
    assert "/?" not in chromium.url
    u_takes_back_what_is_being_done_and_nothing_before_it(db, chromium)


def u_takes_back_what_is_being_done_and_nothing_before_it(db, chromium) -> None:
    chromium.keyboard.press("Enter")
    goes_on_at(chromium, "Done: Flyer 12")
    slow(chromium, 150)
    chromium.keyboard.press("Enter")
    chromium.keyboard.press("u")
    chromium.wait_for_function("() => answered.length === 2")
    goes_on_at(chromium, "Done: Flyer 12")
    assert kept(db) == ["Flyer 11"]


def kept(db) -> list[str]:
    """What is stored; nobody else could write while we hold the transaction."""
    found = list(
        db.session.scalars(db.select(Commitment.what).where(Commitment.kept_on.is_not(None)))
    )
    db.session.rollback()
    return found
