"""By keyboard only: two people become one; who is perhaps meant shows while one types."""

from coalition_app.extensions import db as database
from coalition_app.models import Person
from tests import world


def test_two_people_are_merged_with_two_keys_and_the_one_shows_while_a_name_is_typed(chromium):
    league = world.listed()
    world.theirs(league, "Ana Ruiz")
    world.add(Person(name="Anna Ruíz", phone="203 555 0199"))
    database.session.commit()
    keys = chromium.keyboard
    chromium.goto("/duplicates?of=people")
    keys.press("Enter")
    chromium.wait_for_url("**/duplicates/people/*/*")
    chromium.get_by_role("button", name="Merge them").wait_for()
    keys.press("Enter")
    chromium.get_by_text("are one now").wait_for()
    database.session.rollback()
    assert database.session.query(Person).filter(Person.name.like("An%")).count() == 1
    database.session.rollback()

    chromium.goto("/people/new")
    keys.insert_text("Ana Ruiz")
    chromium.get_by_text("Perhaps here already").wait_for()
    for _ in "Ruiz":
        keys.press("Backspace")
    keys.insert_text("Okafor")
    assert chromium.locator("#name").input_value() == "Ana Okafor"
    chromium.get_by_text("Perhaps here already").wait_for(state="detached")
