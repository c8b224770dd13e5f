"""The list, the page and the research sheet typed into faster than the server answers."""

import pytest
from playwright.sync_api import expect

from coalition_app.models import Organization, Person, Review
from tests import world
from tests.slow import slow, wait_for_answer


@pytest.fixture
def league(db) -> int:
    """Its id: a record read here would hold the lock that the server waits for."""
    id_ = world.researched().id
    db.session.commit()
    return id_


def write_their_words(db, id_: int) -> None:
    db.session.get(Organization, id_).mission = "Their words."
    db.session.commit()


def test_an_act_of_the_sheet_goes_with_what_is_typed_after_it(chromium, league, db):
    chromium.goto(f"/organizations/{league}/research")
    slow(chromium, 150)
    chromium.fill("#structure", "Board of 7")
    chromium.get_by_role("button", name="No website").click()  # waits for its turn
    chromium.fill("#allies", "Friends of the Shore")
    chromium.keyboard.press("Tab")
    expect(chromium.locator("#research-status")).to_contain_text("No website, saved")
    assert any(each.has_no_website for each in db.session.scalars(db.select(Review)))
    assert db.session.get(Organization, league).allies == "Friends of the Shore"


def test_who_types_types_on_when_another_persons_words_come_up(chromium, league, db):
    chromium.goto(f"/organizations/{league}/research")
    write_their_words(db, league)
    mission = chromium.locator("#mission")
    mission.fill("None")
    chromium.locator("#mission-stored").wait_for()
    chromium.keyboard.type(" of the long boats")  # with letters that are shortcuts
    expect(mission).to_have_value("None of the long boats")


def test_a_conflict_that_was_left_comes_back_as_one(chromium, league, db):
    chromium.goto(f"/organizations/{league}/research")
    write_their_words(db, league)
    chromium.fill("#mission", "My words.")
    chromium.locator("#mission-stored").wait_for()
    chromium.fill("#structure", "Board of 7")
    chromium.locator("main .head a[href^='/organizations/']").last.click()
    chromium.locator(".path").wait_for()
    chromium.go_back()
    expect(chromium.locator("#mission-stored")).to_contain_text("Their words.")
    expect(chromium.locator("#mission")).to_have_value("My words.")
    expect(chromium.locator("#structure")).to_have_value("Board of 7")
    assert db.session.get(Organization, league).mission == "Their words."


def test_people_are_typed_in_without_waiting(chromium, league, db):
    chromium.goto(f"/organizations/{league}")
    slow(chromium, 100)
    chromium.keyboard.press("p")
    for line in ("Ana Ruiz, member", "Bo Li, chair"):
        chromium.keyboard.type(line)
        chromium.keyboard.press("Enter")
    chromium.keyboard.type("Cy")
    chromium.locator("#people a", has_text="Bo Li").wait_for()
    expect(chromium.locator("#people input[name=line]")).to_have_value("Cy")
    assert {"Ana Ruiz", "Bo Li"} <= set(db.session.scalars(db.select(Person.name)))


def test_keys_work_on_the_page_after_a_list_that_was_left_early(chromium, league):
    chromium.goto("/organizations")
    slow(chromium, 200, "/quick")
    chromium.keyboard.press("n")
    chromium.keyboard.type("Elm Bikes")
    chromium.keyboard.press("Enter")
    chromium.get_by_role("link", name="Commitments", exact=True).click()
    chromium.locator("h1", has_text="Commitments").wait_for()
    wait_for_answer(chromium, "/organizations/quick")
    chromium.keyboard.press("/")
    chromium.keyboard.type("elm")
    expect(chromium.locator("#find")).to_have_value("elm")
