"""While a name is typed, those that are perhaps meant show below it."""

from coalition_app.models import Person
from tests import world


def test_an_organization_that_is_alike_shows_below_its_name(organizer):
    world.listed("Harbor Valley Tenants Union", city="Old Port")
    region = organizer.get("/organizations/new?name=Harbor Valley Tenants", htmx=True)
    assert "Perhaps here already: Harbor Valley Tenants Union" in region.text
    assert "names nearly alike" in region.text


def test_one_of_just_this_name_is_named_once(organizer):
    world.listed("Harbor Valley Tenants Union")
    region = organizer.get("/organizations/new?name=harbor valley tenants union", htmx=True)
    assert region.text.count("Harbor Valley Tenants Union") == 1


def test_a_person_is_found_by_phone_while_it_is_typed(organizer):
    world.add(Person(name="Ana Ruiz", phone="203 555 0101"))
    region = organizer.get("/people/new?name=Wei Okafor&phone=203-555-0101", htmx=True)
    assert "Ana Ruiz" in region.text
    assert "same phone" in region.text


def test_without_javascript_a_refused_page_shows_them_as_well(organizer):
    world.add(Person(name="Anna Ruíz"))
    organizer.get("/people/new")
    page = organizer.submit("Save", name="Ana Ruiz", email="no email")
    assert (page.status, "Perhaps here already: Anna Ruíz" in page.text) == (422, True)


def test_both_quick_lines_say_who_is_perhaps_meant(organizer):
    league = world.listed("Harbor Valley Tenants Union")
    person = world.add(Person(name="Anna Ruíz"))
    line = organizer.get("/organizations/quick?line=Harbor Valley Tenants, Old Port", htmx=True)
    assert f"/organizations/{league.id}" in [link["href"] for link in line.all("a")]
    line = organizer.get("/people/line/understood?line=Ana Ruiz, president", htmx=True)
    assert f"/people/{person.id}" in [link["href"] for link in line.all("a")]
