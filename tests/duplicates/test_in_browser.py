"""By keyboard only: two people become one; who is perhaps meant shows while one types."""

from coalition_app.extensions import db as database
from coalition_app.models import Person
from tests import world
from tests.browser import accessible, no_sideways_scroll


def test_two_people_are_merged_with_two_keys(chromium):
    league = world.listed()
    world.theirs(league, "Ana Ruiz")
    world.add(Person(name="Anna Ruíz", phone="203 555 0199"))
    database.session.commit()
    chromium.goto("/duplicates?of=people")
    chromium.keyboard.press("Enter")
    chromium.wait_for_url("**/duplicates/people/*/*")
    chromium.get_by_role("button", name="Merge them").wait_for()
    accessible(chromium)
    no_sideways_scroll(chromium, width=320)
    chromium.keyboard.press("Enter")
    chromium.get_by_text("are one now").wait_for()
    database.session.rollback()
    assert database.session.query(Person).filter(Person.name.like("An%")).count() == 1


def test_who_is_perhaps_meant_shows_below_the_name_and_typing_goes_on(chromium):
    world.add(Person(name="Anna Ruíz", phone="203 555 0199"))
    database.session.commit()
    chromium.goto("/people/new")
    chromium.keyboard.type("Ana Ruiz")
    chromium.get_by_text("Perhaps here already").wait_for()
    for _ in "Ruiz":
        chromium.keyboard.press("Backspace")
    chromium.keyboard.type("Okafor")
    assert chromium.locator("#name").input_value() == "Ana Okafor"
    chromium.get_by_text("Perhaps here already").wait_for(state="detached")
