"""The list, the page and the research sheet typed into faster than the server answers."""

import pytest
from playwright.sync_api import expect

from coalition_app.models import Organization, Review
from tests import world
from tests.slow import slow


@pytest.fixture
def league(db) -> int:
    """Its id: a record read here would hold the lock that the server waits for."""
    id_ = world.researched().id
    db.session.commit()
    return id_


def test_a_sheet_keeps_each_word_that_is_typed_in_a_hurry(chromium, league, db):
    chromium.goto(f"/organizations/{league}/research")
    slow(chromium, 150)
    chromium.fill("#shared_issues", "Fair hiring")
    chromium.get_by_role("button", name="No website").click()  # waits for its turn
    chromium.fill("#allies", "Friends of the Shore")
    chromium.keyboard.press("Tab")
    expect(chromium.locator("#research-status")).to_contain_text("No website, saved")
    assert any(each.has_no_website for each in db.session.scalars(db.select(Review)))
    assert db.session.get(Organization, league).allies == "Friends of the Shore"

    # Another person's words come up beside mine, and wait for a choice.
    mine, theirs = chromium.locator("#mission"), chromium.locator("#mission-stored")
    db.session.get(Organization, league).mission = "Their words."
    db.session.commit()
    mine.fill("None")
    chromium.fill("#structure", "Board of 7")  # while the answer to the mission is under way
    theirs.filter(has_text="Their words.").wait_for()
    assert chromium.locator(".stored").count() == 1
    chromium.locator("main .head a[href^='/organizations/']").last.click()
    chromium.locator(".path").wait_for()
    chromium.go_back()
    mine.focus()
    expect(theirs).to_contain_text("Their words.")  # as before it was left
    chromium.keyboard.press("End")
    chromium.keyboard.type(" of the long boats")  # with letters that are shortcuts
    expect(mine).to_have_value("None of the long boats")
    expect(chromium.locator("#structure")).to_have_value("Board of 7")
    assert stored(db, league) == ("Their words.", "")
    chromium.get_by_role("button", name="Save mine").click()
    chromium.locator(".flash", has_text="Saved.").wait_for()
    assert stored(db, league) == ("None of the long boats", "Board of 7")
    assert chromium.evaluate("sessionStorage.length") == 0


def stored(db, id_: int) -> tuple[str, str]:
    """The mission and the structure, as the database has them now."""
    db.session.rollback()
    organization = db.session.get(Organization, id_)
    words = organization.mission, organization.structure
    db.session.rollback()
    return words
