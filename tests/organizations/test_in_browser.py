import re

import pytest
from playwright.sync_api import expect

from coalition_app.models import Organization, Person, line_of
from tests import world
from tests.conftest import PASSWORD
from tests.slow import slow


@pytest.fixture
def league(db) -> int:
    """Its id: a record read here would hold the lock that the server waits for."""
    league = world.researched()
    world.theirs(league)
    id_ = league.id
    db.session.commit()
    return id_


def test_an_organization_and_its_people_are_typed_in_without_a_mouse(db, chromium):
    world.ours("Ana Ruiz")
    db.session.commit()
    chromium.goto("/")
    keys = chromium.keyboard
    keys.press("n")
    chromium.wait_for_url("**/new")
    keys.insert_text("Harbor Tenants")
    chromium.locator("#about_name", has_text="From its name: community, housing.").wait_for()
    for words in ("New Haven, CT", "Elena Díaz, president, 203 555 0142"):
        keys.press("Tab")
        keys.insert_text(words)
    keys.press("Enter")
    chromium.locator(".path").wait_for()
    tenants = Organization.named("Harbor Tenants")
    assert (tenants.city, tenants.lead.name) == ("New Haven", "Sam Okafor")
    assert tenants.primary_contact.phone == "203 555 0142"
    db.session.rollback()

    keys.press("p")
    keys.insert_text("Ana Ruiz, member")
    keys.press("Enter")
    chromium.locator("#ways .us", has_text="Ana Ruiz").wait_for()  # ours, so a way in at once
    assert chromium.evaluate("document.activeElement.id") == "line"
    assert chromium.input_value("#line") == ""
    slow(chromium, 100)
    for line in ("Bo Li, chair", "Di Poe, member"):  # without waiting
        keys.type(line)
        keys.press("Enter")
    keys.type("Cy")
    chromium.locator("#people a", has_text="Di Poe").wait_for()
    assert chromium.input_value("#line") == "Cy"
    assert chromium.locator("#people .rows li").count() == 4
    assert {"Ana Ruiz", "Bo Li", "Di Poe"} <= set(db.session.scalars(db.select(Person.name)))


def test_one_organization_is_researched_by_keyboard_only(db, chromium):
    """From its page: G, then typing, Tab, and Enter after each leader."""
    rivers, name = world.started("Green Rivers Alliance").id, "Ana Ruiz, president, ana@example.org"
    db.session.commit()
    chromium.goto(f"/organizations/{rivers}")
    keys = chromium.keyboard
    keys.press("g")
    chromium.wait_for_url("**/research")
    status = chromium.locator("#research-status")
    chromium.focus("#mission")
    for words in ("Clean water.", "Dam removal (since May)", "Board of 7", name):
        keys.insert_text(words)
        if words == "Clean water.":
            expect(status).to_have_text(re.compile(r"^Saved \d"))  # one is still in the field
        keys.press("Tab" if words != name else "Enter")
    keys.type("Bo Li, treasurer")
    keys.press("Enter")
    keys.type("Eva")  # half a name is nobody yet
    chromium.locator("#leader-1-said a", has_text="Bo Li").wait_for()
    chromium.locator("#leader-3").wait_for()
    assert names(db, rivers) == ["Ana Ruiz", "Bo Li"]
    for _ in "Eva":
        keys.press("Backspace")
    chromium.fill("#leader-0", "Ana Ruiz, chair")
    chromium.get_by_role("button", name="Reviewed today").click()
    status.filter(has_text="Reviewed today, saved").wait_for()
    chromium.wait_for_function("() => !sessionStorage.length")
    assert names(db, rivers) == ["Ana Ruiz", "Bo Li"]
    organization = db.session.get(Organization, rivers)
    assert line_of(organization.current_affiliations[0]).text == "Ana Ruiz, chair"
    assert organization.structure == "Board of 7"


def test_a_leader_is_created_once_whatever_happens_to_the_answer(db, shaky, league):
    """The first answer is lost on its way; then the session ends."""
    shaky.goto(f"/organizations/{league}/research")
    lost = []

    def lose_first(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())
        return route.abort()

    shaky.route("**/research", lose_first)
    shaky.fill("#leader-1", "Ana Ruiz, president")
    shaky.keyboard.press("Enter")
    shaky.locator("#leader-1-said a", has_text="Ana Ruiz").wait_for()
    assert len(lost) == 1
    shaky.context.clear_cookies()
    shaky.fill("#leader-2", "Bo Li, treasurer")
    shaky.keyboard.press("Enter")
    shaky.get_by_role("dialog").get_by_label("Password").fill(PASSWORD)
    shaky.keyboard.press("Enter")
    shaky.locator("#leader-2-said a", has_text="Bo Li").wait_for()
    assert names(db, league) == ["Elena Díaz", "Ana Ruiz", "Bo Li"]


def names(db, id_: int) -> list[str]:
    db.session.rollback()
    found = db.session.get(Organization, id_).current_affiliations
    people = [each.person.name for each in found]
    db.session.rollback()
    return people
