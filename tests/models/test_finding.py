"""People type names without accents and in any case; what they mean is found."""

import pytest

from coalition_app.lib.contact_line import ContactLine
from coalition_app.models import Affiliation, Organization, Person
from tests import world


@pytest.mark.parametrize("typed", ["elan", "Élan", "ÉLAN vital", "vital elan", "haven elan"])
def test_an_organization_is_found_by_each_word_in_any_order(db, typed):
    league = world.listed("Élan Vital", city="New Haven")
    world.listed("Harbor League")
    assert db.session.scalars(Organization.found_by(typed)).all() == [league]


@pytest.mark.parametrize("typed", ["%", "_", "\\"])
def test_signs_of_a_search_language_are_only_signs(db, typed):
    world.listed("Harbor League")
    assert db.session.scalars(Organization.found_by(typed)).all() == []


@pytest.mark.parametrize("typed", ["Élan Vital", "élan vital", "Elan  Vital "])
def test_an_organization_is_known_by_its_name(db, typed):
    league = world.listed("Élan Vital")
    assert Organization.named(typed) is league


def test_an_organization_is_known_by_its_name_with_chapter(db):
    chapter = world.listed("NAACP", chapter="Harbor Valley Branch")
    assert Organization.named("naacp, harbor valley branch") is chapter


@pytest.mark.parametrize("typed", ["diaz", "Elena", "0142", "elena@example"])
def test_a_person_is_found_by_name_phone_and_email(db, typed):
    elena = world.add(Person(name="Elena Díaz", phone="203 555 0142", email="elena@example.org"))
    world.ours()
    assert db.session.scalars(Person.found_by(typed)).all() == [elena]


def test_a_typed_line_makes_a_person_with_a_role(db):
    league = world.listed()
    made = Affiliation.of_line(ContactLine("Elena Díaz", "secretary", "203 555 0142"), league)
    db.session.flush()
    assert (made.person.name, made.role) == ("Elena Díaz", "secretary")
    assert made.person.phone == "203 555 0142"


def test_somebody_known_gets_no_second_card(db):
    elena = world.add(Person(name="Elena Díaz", phone="203 555 0142"))
    line = ContactLine("elena diaz", "secretary", "(203) 555-0142", "elena@example.org")
    made = Affiliation.of_line(line, world.listed())
    assert made.person is elena
    assert (elena.name, elena.phone) == ("Elena Díaz", "203 555 0142")
    assert elena.email == "elena@example.org"


def test_another_number_is_another_person(db):
    elena = world.add(Person(name="Elena Díaz", phone="203 555 0142"))
    made = Affiliation.of_line(ContactLine("Elena Díaz", phone="203 555 0199"), world.listed())
    assert made.person is not elena


def test_two_of_one_name_are_not_guessed_at(db):
    for _ in range(2):
        world.add(Person(name="Elena Díaz"))
    made = Affiliation.of_line(ContactLine("Elena Díaz"), world.listed())
    assert made.person.id is None


def test_typing_somebody_twice_adds_one_role(db):
    league = world.listed()
    for role in ("", "secretary", ""):
        Affiliation.of_line(ContactLine("Elena Díaz", role), league)
        db.session.flush()
    assert [each.role for each in league.affiliations] == ["secretary"]


def test_campaigns_are_written_one_a_line_the_first_on_top(db):
    league = world.listed()
    league.campaign_lines = "Fair hiring ordinance (since Jan)\n\nVoter registration\n"
    db.session.commit()
    assert league.campaign_lines == "Fair hiring ordinance (since Jan)\nVoter registration"
    assert [each.when for each in league.campaigns] == ["since Jan", ""]


def test_a_change_of_campaigns_is_a_change_of_the_organization(db):
    league = world.listed()
    before = league.version
    league.campaign_lines = "Fair hiring ordinance"
    db.session.flush()
    assert league.version == before + 1
    db.session.refresh(league)
    league.campaign_lines = "Fair hiring ordinance"
    db.session.flush()
    assert league.version == before + 1


def test_shared_issues_are_typed_with_commas(db):
    organization = Organization(name="League", shared_issues="Voting rights, jobs, ,")
    assert [issue.name for issue in organization.issues] == ["Voting rights", "jobs"]


def test_one_issue_is_shared_by_all_who_type_it(db):
    league = world.listed("League", shared_issues="Voting rights, jobs")
    union = world.listed("Union", shared_issues="VOTING RIGHTS")
    assert union.issues == [league.issues[0]]


def test_the_same_issue_twice_in_a_line_is_one(db):
    assert world.listed(shared_issues="jobs, Jobs").shared_issues == "jobs"
