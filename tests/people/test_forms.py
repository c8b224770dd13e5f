import pytest

from coalition_app.models import Organization, Person
from tests import world


def add(client, query="", **typed):
    client.get(f"/people/new{query}")
    return client.submit("main form", **typed)


def known(db, name):
    return db.session.scalars(Person.named(name)).first()


def test_one_of_ours_is_added(db, organizer):
    page = add(organizer, "?ours=1", name="Ana Ruiz", office="political director")
    assert "Ana Ruiz is added." in page.text
    assert "Our political director" in page.text
    assert known(db, "Ana Ruiz").is_ours


def test_somebody_with_an_office_is_ours(db, organizer):
    add(organizer, name="Ana Ruiz", is_activist=True)
    assert known(db, "Ana Ruiz").is_ours


def test_one_of_theirs_is_added_with_a_role(db, organizer):
    league = world.listed()
    add(organizer, f"?organization={league.id}", name="Ana Ruiz", role="president")
    role = known(db, "Ana Ruiz").affiliations[0]
    assert (role.organization_id, role.role) == (league.id, "president")
    assert not known(db, "Ana Ruiz").is_ours


def test_a_new_organization_is_listed_on_the_way(db, organizer):
    add(organizer, name="Ana Ruiz", organization_name="St. Brendan Parish")
    assert not Organization.named("St. Brendan Parish").is_started


def test_without_a_name_all_is_kept(organizer):
    page = add(organizer, phone="203 555 0142", notes="Speaks Spanish.", is_activist=True)
    assert page.status == 422
    assert page.one("#name")["aria-invalid"] == "true"
    assert page.one("#phone")["value"] == "203 555 0142"
    assert page.one("#notes").text == "Speaks Spanish."
    assert page.one("#is_activist").has("checked")


@pytest.mark.parametrize(
    ("field", "typed"), [("email", "nobody"), ("name", "x" * 201), ("phone", "1" * 61)]
)
def test_bad_input_names_the_field(organizer, field, typed):
    page = add(organizer, **{"name": "Ana", field: typed})
    assert page.status == 422
    assert page.has(f"#{field}-error")
    assert page.one(f"#{field}")["value"] == typed


def test_a_namesake_is_pointed_out_and_may_be_added(db, organizer):
    elena = world.theirs(world.listed())
    page = add(organizer, name="elena diaz")
    assert page.status == 422
    assert page.one(".both a").text == "Open Elena Díaz, secretary"
    page.submit("main form", is_another=True)
    assert len(db.session.scalars(Person.named("Elena Díaz")).all()) == 2
    assert known(db, "Elena Díaz").id == elena.id


def edit(client, person, **typed):
    client.get(f"/people/{person.id}/edit")
    return client.submit("main form", **typed)


def test_a_person_is_edited(db, organizer):
    elena = world.theirs(world.listed())
    page = edit(organizer, elena, name="Elena Ruiz", phone="", city="Milford")
    assert "Saved." in page.text
    saved = db.session.get(Person, elena.id)
    assert (saved.name, saved.phone, saved.city) == ("Elena Ruiz", "", "Milford")
    assert saved.sort_name == "ruiz, elena"


def test_all_that_one_knows_of_somebody_is_kept(db, organizer):
    elena = world.theirs(world.listed())
    known = {
        "preferred_name": "Ellie",
        "pronouns": "she/her",
        "language": "Spanish",
        "worksite": "Pier 9",
        "reach_lines": "office 203 555 0143\nexample.org/elena",
        "do_not_mail": True,
    }
    page = edit(organizer, elena, **known)
    saved = db.session.get(Person, elena.id)
    assert {name: getattr(saved, name) for name in known} == known
    assert "Pier 9 · goes by Ellie · she/her" in page.text
    assert page.one("a[href^='https://example.org']").text == "example.org/elena"


def test_a_line_that_reaches_nobody_is_named(organizer):
    page = edit(organizer, world.theirs(world.listed()), reach_lines="ask her sister")
    assert page.status == 422
    assert "“ask her sister” is no phone" in page.one("#reach_lines-error").text


def test_the_old_name_is_no_namesake(organizer):
    elena = world.theirs(world.listed())
    assert edit(organizer, elena, city="Milford").status == 200


def test_two_people_see_each_others_version(db, organizer):
    elena = world.theirs(world.listed())
    form = organizer.get(f"/people/{elena.id}/edit")
    elena.phone = "203 555 0199"
    page = form.submit("main form", phone="203 555 0111")
    assert page.status == 409
    assert "203 555 0199" in page.one("#phone-stored").text
    assert page.submit("main form").status == 200
    assert db.session.get(Person, elena.id).phone == "203 555 0111"


def test_forms_are_for_organizers_and_known_people(viewer, organizer, db):
    elena = world.theirs(world.listed())
    assert viewer.get("/people/new").status == 403
    assert viewer.post("/people", {"name": "Ana"}).status == 403
    assert viewer.get(f"/people/{elena.id}/edit").status == 403
    assert organizer.get("/people/999/edit").status == 404
    assert organizer.post("/people/999").status == 404
