"""What is written is what was shown: filled, not overwritten; whole, or gone on with."""

import pytest

from coalition_app.models import (
    Affiliation,
    EverythingKnown,
    ImportSkip,
    ImportWriting,
    Organization,
    Person,
    import_writing,
)
from tests import world
from tests.models.imported import NOW, begun, plan, read_in, write
from tests.queries import counted


def one(noun, **wanted):
    return noun.query.filter_by(**wanted).one()


@pytest.fixture
def elena(db) -> Person:
    person = world.theirs(world.listed(), role="")
    person.email, person.notes = "elena@league.example", "Met in May."
    db.session.commit()
    return person


def test_person_organization_and_role_of_one_row(db):
    of = read_in(
        "Organization|Type|City|Contact|Role|Phone|Email|Issues",
        "Harbor Nurses Local 77|union|Milford|Díaz, Ana|President|203 555 0101|a@b.org|"
        "health; jobs",
    )
    organization, person = one(Organization), one(Person)
    assert (organization.kind, organization.city) == ("labor", "Milford")
    assert (person.name, person.sort_name) == ("Ana Díaz", "díaz, ana")
    assert [(role.person, role.role) for role in organization.affiliations] == [
        (person, "president")
    ]
    assert [issue.name for issue in organization.issues] == ["health", "jobs"]
    assert organization.origin == "imported from allies.csv"
    assert (of.created_count, of.state) == (2, "done")


def test_several_phones_and_emails_are_kept(db):
    read_in("Name|Mobile Phone|Home Phone|Email", "Ana|203 555 0101|203 555 0102|a@b.org; c@d.org")
    person = one(Person)
    assert (person.phone, person.email) == ("203 555 0101", "a@b.org")
    assert [point.value for point in person.contact_points] == ["203 555 0102", "c@d.org"]


def test_what_has_no_field_goes_to_the_notes(db):
    read_in("Name|Birthday|Spouse|Labels|Notes", "Ana|--03-07|Bo|* myContacts ::: Allies|likes tea")
    assert one(Person).notes == "likes tea\nBirthday: March 7\nSpouse: Bo\nLabels: Allies"


def test_an_address_without_a_person_is_the_organizations(db):
    read_in("First Name|Company|Street|City|Phone", "|Hill Pantry|1 Elm|Hamden|203 555 0101")
    organization = one(Organization)
    assert (organization.street, organization.phone) == ("1 Elm", "203 555 0101")
    assert Person.query.count() == 0


def test_empty_fields_are_filled_and_others_stay(elena):
    before = elena.version
    read_in(
        "Name|Email|Phone|City|Notes",
        "Elena Díaz|elena@league.example|203 555 0199|Hamden|Likes tea.",
    )
    assert (elena.city, elena.phone) == ("Hamden", "203 555 0142")
    assert [point.value for point in elena.contact_points] == ["203 555 0199"]
    assert elena.notes == "Met in May.\nLikes tea."
    assert elena.version == before + 1


def test_only_who_asks_for_it_overwrites(elena):
    row = ("Name|Email|Phone", "Elena Ruiz Díaz|elena@league.example|203 555 0199")
    read_in(*row, overwrites=True)
    assert (elena.name, elena.phone) == ("Elena Ruiz Díaz", "203 555 0199")
    assert elena.sort_name == "díaz, elena ruiz"


def test_an_empty_cell_empties_nothing(elena):
    read_in("Name|Email|Phone", "Elena Díaz|elena@league.example|", overwrites=True)
    assert elena.phone == "203 555 0142"


def test_two_addresses_are_never_mixed(elena, db):
    elena.city = "Hamden"
    db.session.commit()
    read_in("Name|Email|Street|City", "Elena Díaz|elena@league.example|9 Oak|Milford")
    assert (elena.street, elena.city) == ("", "Hamden")


def test_a_role_that_is_known_is_filled(elena):
    read_in("Name|Organization|Role", "Elena Díaz|Harbor Valley Civil Rights League|treasurer")
    assert [role.role for role in elena.affiliations] == ["treasurer"]


def test_somebody_who_left_is_a_past_member(db):
    read_in("Name|Organization|Role|Left on", "Ana|League|chair|3/1/2025")
    role = one(Affiliation)
    assert (role.is_current, role.ended_year) == (False, 2025)


def test_a_row_that_is_left_out_is_kept_with_its_reason(db):
    of = read_in("Name|Phone", "Ana|2035", "Bo|203 555 0101")
    skip = one(ImportSkip)
    assert (skip.row_number, skip.cells) == (2, ["Ana", "2035"])
    assert "too few digits" in skip.reason
    assert (of.skipped_count, of.created_count) == (1, 1)


def test_the_counts_are_those_of_the_preview(elena):
    rows = (
        "Name|Email|Phone",
        "Elena Díaz|elena@league.example|203 555 0199",
        "Ana|ana@b.org|",
        "Bo||2035",
    )
    shown = plan(*rows).counts
    counts = read_in(*rows).counts
    assert {name: count for name, count in counts.items() if count} == dict(shown)


def test_once_more_brings_nothing_new(db):
    rows = ("Organization|Contact|Email", "League|Ana Ruiz|ana@example.org")
    read_in(*rows)
    assert read_in(*rows).count("unchanged") == 1
    assert (Person.query.count(), Organization.query.count()) == (1, 1)


def test_one_that_was_killed_goes_on_where_it_was(db, monkeypatch):
    monkeypatch.setattr(import_writing, "PORTION", 2)
    of, read = begun("Name|Email", *(f"Person {n}|p{n}@example.org" for n in range(7)))
    write(of, read, portions=2)
    assert (of.state, of.written_count, Person.query.count()) == ("writing", 4, 4)
    write(of, read)
    assert (of.state, of.created_count, Person.query.count()) == ("done", 7, 7)


def test_somebody_archived_meanwhile_is_left_out(elena, db):
    of, read = begun("Name|Email|ZIP", "Elena Díaz|elena@league.example|06514")
    writing = ImportWriting(of, read, world.DAY, EverythingKnown())
    elena.archive(NOW)
    db.session.commit()
    list(writing.portions())
    assert "archived or merged" in one(ImportSkip).reason


def test_who_was_read_in_is_found(db):
    read_in("Organization|Contact|Email", "Hill Pantry|Ana Ruiz|ana@example.org")
    assert db.session.scalars(Person.found_by("ruiz pantry")).one().name == "Ana Ruiz"
    assert db.session.scalars(Organization.found_by("hill")).one().name == "Hill Pantry"


def test_forty_rows_take_as_few_statements_as_four(db):
    def taken(name: str, count: int) -> int:
        rows = (f"{name} {n}|{name}{n}@b.org|League {name}" for n in range(count))
        of, read = begun("Name|Email|Organization", *rows)
        with counted() as statements:
            write(of, read)
        return len(statements)

    taken("warm", 1)
    assert taken("few", 4) == taken("many", 40)
