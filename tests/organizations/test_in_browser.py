import pytest

from coalition_app.models import Organization, line_of
from tests import world
from tests.conftest import PASSWORD


@pytest.fixture
def league(db) -> int:
    """Its id: a record read here would hold the lock that the server waits for."""
    league = world.researched()
    world.tie(world.ours("Rosa Díaz"), world.theirs(league))
    id_ = league.id
    db.session.commit()
    return id_


def test_an_organization_is_typed_in_and_started_with_four_keys(db, chromium):
    chromium.goto("/")
    keys = chromium.keyboard
    keys.press("n")
    chromium.wait_for_url("**/new")
    keys.type("Harbor Tenants")
    chromium.locator("#about_name", has_text="From its name: community, housing.").wait_for()
    keys.press("Tab")
    keys.type("New Haven, CT")
    keys.press("Tab")
    keys.type("Ana Ruiz, president, 203 555 0142")
    keys.press("Enter")
    chromium.locator(".path").wait_for()
    tenants = Organization.named("Harbor Tenants")
    assert (tenants.city, tenants.lead.name) == ("New Haven", "Sam Okafor")
    assert tenants.primary_contact.phone == "203 555 0142"


def test_people_are_added_one_after_the_other(chromium, league):
    chromium.goto(f"/organizations/{league}")
    chromium.keyboard.press("p")
    for name in ("Ana Ruiz", "Bo Li"):
        chromium.keyboard.type(f"{name}, member")
        chromium.keyboard.press("Enter")
        chromium.locator("#people a", has_text=name).wait_for()
        assert chromium.evaluate("document.activeElement.id") == "line"
        assert chromium.input_value("#line") == ""
    assert chromium.locator("#people .rows li").count() == 3


def test_our_member_who_is_added_is_a_way_in_at_once(db, chromium, league):
    world.ours("Ana Ruiz")
    db.session.commit()
    chromium.goto(f"/organizations/{league}")
    chromium.keyboard.press("p")
    chromium.keyboard.type("Ana Ruiz, member")
    chromium.keyboard.press("Enter")
    chromium.locator("#ways .us", has_text="Ana Ruiz").wait_for()
    assert chromium.evaluate("document.activeElement.id") == "line"


def test_the_list_follows_what_is_typed_and_back_works(db, chromium, league):
    world.started("Green Rivers Alliance")
    db.session.commit()
    chromium.goto("/organizations")
    chromium.locator("#q").press_sequentially("rivers")
    chromium.wait_for_url("**/organizations?q=rivers")
    row = chromium.locator("#organizations tbody tr")
    row.filter(has_text="Green Rivers").wait_for()
    assert row.count() == 1
    assert chromium.evaluate("document.activeElement.id") == "q"
    row.get_by_role("link", name="Green Rivers Alliance", exact=True).click()
    chromium.locator(".path").wait_for()
    chromium.go_back()
    chromium.wait_for_url("**/organizations?q=rivers")
    row.filter(has_text="Green Rivers").wait_for()
    assert chromium.input_value("#q") == "rivers"


def test_the_sheet_saves_as_one_types_and_the_act_says_so(db, chromium, league):
    chromium.goto(f"/organizations/{league}/research")
    chromium.locator("#structure").press_sequentially("Board of 7")
    status = chromium.locator("#research-status")
    status.filter(has_text="Saved").wait_for()
    chromium.get_by_role("button", name="Reviewed today").click()
    status.filter(has_text="Reviewed today, saved").wait_for()
    assert db.session.get(Organization, league).structure == "Board of 7"


def test_one_organization_is_researched_by_keyboard_only(db, chromium, league):
    """From its page: G, then typing, Tab, and Enter after each leader."""
    record = world.started("Green Rivers Alliance")
    rivers, name = record.id, "Ana Ruiz, president, ana@example.org"
    db.session.commit()
    chromium.goto(f"/organizations/{rivers}")
    keys = chromium.keyboard
    keys.press("g")
    chromium.wait_for_url("**/research")
    chromium.locator("#mission").focus()
    for words in ("Clean water.", "Dam removal (since May)", "Board of 7", name):
        keys.type(words)
        keys.press("Tab" if words != name else "Enter")
    keys.type("Bo Li, treasurer")
    keys.press("Enter")
    keys.type("Eva")  # half a name is nobody yet
    chromium.locator("#leader-1-said a", has_text="Bo Li").wait_for()
    chromium.locator("#leader-3").wait_for()
    assert names(db, rivers) == ["Ana Ruiz", "Bo Li"]
    keys.press("Backspace")
    keys.press("Backspace")
    keys.press("Backspace")
    chromium.locator("#leader-0").fill("Ana Ruiz, chair")
    chromium.get_by_role("button", name="Reviewed today").click()
    chromium.locator("#research-status", has_text="Reviewed today, saved").wait_for()
    chromium.wait_for_function("() => !sessionStorage.length")
    db.session.rollback()
    first = db.session.get(Organization, rivers).current_affiliations[0]
    assert line_of(first).text == "Ana Ruiz, chair"
    assert names(db, rivers) == ["Ana Ruiz", "Bo Li"]


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


def test_another_persons_words_come_up_beside_mine_while_typing(db, chromium, league):
    chromium.goto(f"/organizations/{league}/research")
    db.session.get(Organization, league).mission = "Their words."
    db.session.commit()
    chromium.fill("#mission", "My words.")
    chromium.fill("#structure", "Board of 7")  # while the answer to the mission is under way
    chromium.locator("#mission-stored").filter(has_text="Their words.").wait_for()
    assert chromium.locator(".stored").count() == 1
    chromium.get_by_role("button", name="Save mine").click()
    chromium.locator(".flash", has_text="Saved.").wait_for()
    db.session.expire_all()
    assert db.session.get(Organization, league).structure == "Board of 7"
    assert chromium.evaluate("sessionStorage.length") == 0
