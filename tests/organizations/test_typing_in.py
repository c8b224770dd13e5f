import pytest

from coalition_app.models import Organization, Person
from tests import world


def type_in(client, button="Save and start", **typed):
    client.get("/organizations/new")
    return client.submit(button, **typed)


def test_the_name_is_enough(db, organizer):
    page = type_in(organizer, "Only list it", name="Vecinos Unidos")
    assert "Vecinos Unidos is listed." in page.text
    unidos = Organization.named("Vecinos Unidos")
    assert (unidos.is_started, unidos.kind, unidos.has_members) == (False, "", None)


def test_the_name_tells_what_nobody_picked(db, organizer):
    page = type_in(organizer, name="IBEW Local 90", scope="regional")
    assert "From its name: labor, with members." in page.text
    made = Organization.named("IBEW Local 90")
    assert (made.kind, made.field, made.scope, made.has_members) == (
        "labor",
        "labor",
        "regional",
        True,
    )


def test_what_is_picked_against_the_name_holds(db, organizer):
    type_in(organizer, name="IBEW Local 90", kind="community")
    made = Organization.named("IBEW Local 90")
    assert (made.kind, made.field, made.has_members) == ("community", "", None)


def test_while_a_name_is_typed_the_guess_and_the_twin_stand_below(db, organizer):
    known = world.listed("IBEW Local 90")
    page = organizer.get("/organizations/new?name=ibew+local+90", htmx="div#about_name")
    assert "From its name: labor, local, with members." in page.text
    assert page.one("a")["href"] == f"/organizations/{known.id}"


def test_the_first_button_starts_it_with_oneself_as_lead(db, organizer, clock):
    page = type_in(organizer, name="Harbor Tenants")
    assert "Harbor Tenants is started. Lead: Dori James." in page.text
    tenants = Organization.named("Harbor Tenants")
    assert (tenants.started_on, tenants.lead.name) == (clock.today, "Dori James")
    assert tenants.listed_on == clock.today


def test_another_lead_is_picked(db, organizer):
    world.ours("Ana Ruiz")
    type_in(organizer, name="Harbor Tenants", lead_id="Ana Ruiz")
    assert Organization.named("Harbor Tenants").lead.name == "Ana Ruiz"


def test_city_and_state_are_understood(db, organizer):
    type_in(organizer, name="Harbor Tenants", city="New Haven, ct")
    tenants = Organization.named("Harbor Tenants")
    assert (tenants.city, tenants.state) == ("New Haven", "CT")


def test_a_city_with_a_comma_stays_whole(db, organizer):
    type_in(organizer, name="Harbor Tenants", city="Harbor Valley, near the port")
    assert Organization.named("Harbor Tenants").city == "Harbor Valley, near the port"


def test_the_first_contact_comes_along(db, organizer):
    type_in(organizer, name="Harbor Tenants", contact="Ana Ruiz, president, 203 555 0142")
    contact = Organization.named("Harbor Tenants").current_affiliations[0]
    assert (contact.person.name, contact.role) == ("Ana Ruiz", "president")
    assert contact.person.phone == "203 555 0142"


def test_what_step_1_asks_is_taken_at_once(db, organizer):
    type_in(organizer, name="T", kind="community", scope="local", has_members="yes", field="youth")
    made = Organization.named("T")
    assert (made.kind, made.scope, made.has_members) == ("community", "local", True)
    assert made.field == "youth"


def test_a_parent_is_chosen_by_name(db, organizer):
    parent = world.listed("NAACP")
    type_in(organizer, name="NAACP", chapter="Harbor Branch", parent_name="naacp")
    assert Organization.named("NAACP, Harbor Branch").parent_id == parent.id


def test_a_new_parent_is_listed_on_the_way(db, organizer):
    type_in(organizer, name="Harbor Tenants", parent_name="Tenants Union")
    parent = Organization.named("Tenants Union")
    assert (parent.is_started, parent.origin) == (False, "the chapter Harbor Tenants")


def test_the_name_in_the_address_is_filled_in(organizer):
    page = organizer.get("/organizations/new?name=Harbor+Tenants")
    assert page.one("#name")["value"] == "Harbor Tenants"


def test_without_a_name_all_that_was_typed_is_kept(organizer):
    page = type_in(organizer, city="Milford", contact="Ana Ruiz", kind="labor")
    assert page.status == 422
    assert "Type the organization's name." in page.one(".errors").text
    assert page.one("#name")["aria-invalid"] == "true"
    assert page.one("#city")["value"] == "Milford"
    assert page.one("#contact")["value"] == "Ana Ruiz"
    assert page.one("[name=kind][checked]")["value"] == "labor"


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("contact", "203 555 0142", "Begin with the name"),
        ("name", "x" * 201, "Shorten it by 1 character"),
        ("city", "x" * 10_000, "Shorten it"),
    ],
)
def test_bad_input_names_the_field(organizer, field, typed, words):
    page = type_in(organizer, **{"name": "T", field: typed})
    assert page.status == 422
    assert words in page.one(f"#{field}-error").text
    assert page.one(f"#{field}")["value"] == typed


def test_choices_that_are_not_offered_are_refused(db, organizer):
    organizer.get("/organizations/new")
    page = organizer.post("/organizations", {"name": "T", "kind": "fish", "lead_id": "x"})
    assert page.status == 422
    assert Organization.named("T") is None


def test_one_of_the_same_name_is_pointed_out(db, organizer):
    known = world.listed("Élan Vital", city="Milford")
    page = type_in(organizer, name="elan vital", city="Harbor Valley")
    assert page.status == 422
    assert "Élan Vital is here already." in page.text
    assert page.one(".both a")["href"] == f"/organizations/{known.id}"
    assert page.one("#name")["value"] == "elan vital"


def test_another_one_of_the_same_name_is_saved_anyway(db, organizer):
    known = world.listed("Élan Vital")
    type_in(organizer, name="Élan Vital")
    page = organizer.submit("Save and start", is_another=True)
    assert page.status == 200
    assert page.path != f"/organizations/{known.id}"


def test_an_archived_one_of_the_same_name_is_no_twin(db, organizer, clock):
    world.listed("Élan Vital").archive(clock.now)
    assert "is started" in type_in(organizer, name="Élan Vital").text


def test_hostile_text_is_kept_as_typed(db, organizer):
    text = "<script>alert(1)</script> {{ 7*7 }} 🙂 مرحبا"
    page = type_in(organizer, name=text)
    assert page.one("h1").text == text


def test_a_viewer_may_not_type_one_in(viewer, db):
    assert viewer.get("/organizations/new").status == 403
    assert viewer.post("/organizations", {"name": "T"}).status == 403


def test_a_person_who_is_known_becomes_the_contact(db, organizer):
    elena = world.add(Person(name="Elena Díaz"))
    type_in(organizer, name="Harbor Tenants", contact="Elena Diaz, chair")
    contact = Organization.named("Harbor Tenants").primary_contact
    assert contact.id == elena.id
