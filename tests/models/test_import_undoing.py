"""One click takes an import back; what somebody has worked on since is theirs."""

import pytest

from coalition_app.models import (
    Affiliation,
    Conversation,
    ImportChange,
    Issue,
    Organization,
    Person,
    import_undoing,
)
from tests import world
from tests.models.imported import NOW, read_in, undo

ROWS = (
    "Organization|Contact|Role|Email|Phone|Issues",
    "Pantry|Ana Ruiz|chair|a@b.org; c@d.org|203 555 0101|food",
)


@pytest.fixture
def elena(db) -> Person:
    person = world.theirs(world.listed(), role="")
    person.email, person.notes = "elena@league.example", "Met in May."
    db.session.commit()
    return person


def test_what_was_created_goes(db):
    undone = undo(read_in(*ROWS))
    for noun in (Person, Organization, Affiliation, Issue, ImportChange):
        assert noun.query.count() == 0, noun
    assert (undone["removed"], undone["archived"], undone["kept"]) == (2, 0, 0)


def test_what_was_updated_is_as_before(elena):
    header = "Name|Email|Phone|City|Notes|Organization|Role"
    row = "Elena Díaz|elena@league.example|203 555 0199|Hamden|Tea."
    row += "|Harbor Valley Civil Rights League|chair"
    undone = undo(read_in(header, row))
    assert (elena.city, elena.notes, elena.contact_points) == ("", "Met in May.", [])
    assert [role.role for role in elena.affiliations] == [""]
    assert undone["restored"] == 1


def test_an_overwritten_name_is_as_before(elena):
    undo(read_in("Name|Email", "Elena Vance|elena@league.example", overwrites=True))
    assert (elena.name, elena.sort_name) == ("Elena Díaz", "díaz, elena")


def test_a_field_that_was_changed_since_stays(elena, db):
    of = read_in("Name|Email|City|ZIP", "Elena Díaz|elena@league.example|Hamden|06514")
    elena.city = "Milford"
    db.session.commit()
    undone = undo(of)
    assert (elena.city, elena.postal_code) == ("Milford", "")
    assert (undone["kept"], undone["names"]) == (1, ["Elena Díaz"])


def test_somebody_who_was_used_since_is_archived(db):
    of = read_in(*ROWS)
    person = Person.query.one()
    talk = Conversation(organization=Organization.query.one(), held_on=world.DAY)
    talk.people.append(person)
    world.add(talk)
    undone = undo(of)
    assert person.archived_at == NOW
    assert undone["archived"] == 2
    assert undone["names"] == ["Ana Ruiz", "Pantry"]


def test_somebody_who_was_changed_since_is_archived(db):
    of = read_in("Name|Email", "Ana Ruiz|a@b.org")
    Person.query.one().phone = "203 555 0109"
    db.session.commit()
    assert undo(of)["archived"] == 1


def test_two_rows_about_one_person_are_both_taken_back(elena):
    rows = (
        "Name|Email|City|Worksite",
        "Elena Díaz|elena@league.example|Hamden|",
        "Elena Díaz|elena@league.example||Pier 3",
    )
    undo(read_in(*rows))
    assert (elena.city, elena.worksite) == ("", "")


def test_two_imports_are_taken_back_one_after_the_other(db):
    first = read_in("Name|Email", "Ana Ruiz|a@b.org")
    second = read_in("Name|Email|City", "Ana Ruiz|a@b.org|Hamden")
    undo(second)
    assert undo(first)["removed"] == 1
    assert Person.query.count() == 0


def test_one_that_was_killed_goes_on(db, monkeypatch):
    monkeypatch.setattr(import_undoing, "PORTION", 3)
    of = read_in("Name|Email", *(f"Person {n}|p{n}@b.org" for n in range(8)))
    of.begin_undoing()
    next(import_undoing.ImportUndoing(of, NOW).portions())
    db.session.commit()
    assert Person.query.count() == 5
    assert undo(of)["removed"] == 8


def test_who_is_gone_is_found_no_more(db):
    undo(read_in(*ROWS))
    assert not db.session.scalars(Person.found_by("ruiz")).all()


def test_what_is_remembered_of_somebody_is_forgotten(db):
    of = read_in("Name|Email|Phone", "Ana Ruiz|a@b.org|", "Ana Ruiz||2035")
    person = Person.query.one()
    ImportChange.forget(person, [person.name])
    db.session.commit()
    assert ImportChange.query.count() == 0
    assert of.skips == []
