import pytest

from coalition_app.models import Affiliation, Organization
from tests import world
from tests.keeping import kept


@kept
def elena(db):
    return world.theirs(world.started())


@pytest.fixture
def rosa(db):
    return world.ours("Rosa Díaz")


def test_a_role_is_added_by_the_name_of_the_organization(db, organizer, rosa):
    league = world.listed()
    organizer.get(f"/people/{rosa.id}")
    page = organizer.submit(
        "Add organization",
        organization_name="harbor valley civil rights league",
        role="member",
    )
    assert "Rosa Díaz is with Harbor Valley Civil Rights League." in page.text
    role = db.session.scalars(db.select(Affiliation)).one()
    assert (role.organization_id, role.role) == (league.id, "member")


def test_a_role_sent_twice_is_one(db, organizer, rosa):
    for years in ("", "", "2019-2024"):
        organizer.get(f"/people/{rosa.id}")
        typed = {"organization_name": "St. Brendan Parish", "role": "clerk", "years": years}
        organizer.submit("Add organization", **typed)
    roles = db.session.scalars(db.select(Affiliation)).all()
    assert [str(each.years) for each in roles] == ["", "2019–2024"]


def test_a_new_organization_is_listed_on_the_way(db, organizer, rosa):
    organizer.get(f"/people/{rosa.id}")
    organizer.submit("Add organization", organization_name="St. Brendan Parish")
    assert Organization.named("St. Brendan Parish").origin == "somebody who belongs to it"


def test_a_role_without_an_organization_is_refused(organizer, rosa):
    organizer.get(f"/people/{rosa.id}")
    page = organizer.submit("Add organization", role="member")
    assert page.status == 422
    assert page.one("#role")["value"] == "member"
    assert page.one("#organization_name-error").text


def test_somebody_who_moved_away_keeps_a_past_role(db, organizer, elena):
    organizer.get(f"/people/{elena.id}")
    page = organizer.submit("Left")
    assert "Elena Díaz left Harbor Valley Civil Rights League." in page.text
    assert db.session.scalars(db.select(Affiliation)).one().ended_on == world.DAY
    assert "The role is current again." in page.submit("Undo").text
    assert db.session.scalars(db.select(Affiliation)).one().is_current


def test_one_is_the_main_contact(db, organizer, elena):
    league = elena.affiliations[0].organization
    world.theirs(league, "Ana Ruiz")
    organizer.get(f"/people/{elena.id}")
    assert "is the main contact" in organizer.submit("Main contact").text
    assert db.session.get(Organization, league.id).primary_contact.id == elena.id


def test_a_past_role_that_was_a_slip_is_removed(db, organizer, elena):
    elena.affiliations[0].end(world.DAY)
    organizer.get(f"/people/affiliations/{elena.affiliations[0].id}/edit")
    organizer.submit("Remove it")
    assert db.session.scalars(db.select(Affiliation)).first() is None


def test_a_past_role_is_added_with_its_years(db, organizer, rosa):
    organizer.get(f"/people/{rosa.id}")
    typed = {"organization_name": "St. Brendan Parish", "role": "clerk", "years": "2019-2024"}
    page = organizer.submit("Add organization", **typed)
    assert "Rosa Díaz was with St. Brendan Parish." in page.text
    role = db.session.scalars(db.select(Affiliation)).one()
    assert (str(role.years), role.is_current) == ("2019–2024", False)


def test_years_that_make_no_sense_are_kept_and_named(organizer, rosa):
    organizer.get(f"/people/{rosa.id}")
    page = organizer.submit("Add organization", organization_name="Parish", years="long ago")
    assert page.status == 422
    assert page.one("#years")["value"] == "long ago"
    assert "Type years like" in page.one("#years-error").text


def test_a_role_is_edited_and_ended_with_its_year(db, organizer, elena):
    role = elena.affiliations[0]
    organizer.get(f"/people/affiliations/{role.id}/edit")
    organizer.submit("Save", role="president", years="until 2024", is_primary=True)
    role = db.session.scalars(db.select(Affiliation)).one()
    assert (role.role, role.ended_year, role.is_current) == ("president", 2024, False)
    assert not role.is_primary


def test_the_second_to_save_a_role_sees_both_versions(db, organizer, elena):
    role = elena.affiliations[0]
    organizer.get(f"/people/affiliations/{role.id}/edit")
    role.role, role.began_year = "treasurer", 2019
    db.session.commit()
    page = organizer.submit("Save", role="president", is_primary=True)
    assert page.status == 409
    assert page.one("#role")["value"] == "president"
    assert page.one("#role-stored").text == "Now stored: treasurer"
    assert page.one("#years-stored").text == "Now stored: since 2019"
    page.submit("Save", years="since 2019")
    assert (role.role, str(role.years)) == ("president", "since 2019")


@pytest.mark.parametrize("act", ["ending", "resuming", "primary", "removal"])
def test_acts_on_a_role_are_for_organizers_and_known_ones(viewer, organizer, elena, act):
    assert viewer.post(f"/people/affiliations/1/{act}").status == 403
    assert organizer.post(f"/people/affiliations/999/{act}").status == 404
