"""Who was there: type a name, Enter, the next name."""

import pytest

from coalition_app.models import Person
from tests import world

PEOPLE = "section#people"


def add(client, name: str, htmx=PEOPLE, **side):
    fields = {"people-name": name, **{f"people-{key}": value for key, value in side.items()}}
    form = 'form[action$="/attendance"]'
    return client.submit(form, fields, htmx=htmx)


@pytest.fixture
def notes(organizer, held):
    return organizer.get(f"/meetings/{held.id}/notes")


def came(meeting) -> set[str]:
    return {each.person.name for each in meeting.attendances if each.came}


def test_a_first_name_marks_who_was_expected(notes, held):
    answer = add(notes, "elena")
    assert came(held) == {"Elena Díaz"}
    assert answer.one("#people-name").has("autofocus")
    assert answer.one("#people-name").get("value", "") == ""


def test_somebody_new_of_theirs_gets_a_role(notes, held, league):
    answer = add(notes, "Marcus Hill, president")
    marcus = next(each for each in held.theirs if each.person.name == "Marcus Hill")
    assert marcus.person.affiliations[0].role == "president"
    assert "Marcus Hill is new among the people: Harbor Valley Civil Rights League." in answer.text


def test_a_row_of_the_sign_in_sheet_is_one_line(notes, db, held):
    add(notes, "Marcus Hill, president, 203 555 0148, marcus@league.example, no contact")
    add(notes, "elena, 203 555 0149")
    marcus, elena = (
        db.session.scalar(db.select(Person).where(Person.name == name))
        for name in ("Marcus Hill", "Elena Díaz")
    )
    assert (marcus.phone, marcus.email) == ("203 555 0148", "marcus@league.example")
    assert marcus.affiliations[0].role == "president"
    assert marcus.do_not_call
    assert marcus.do_not_mail
    assert [point.value for point in elena.points] == ["203 555 0142", "203 555 0149"]
    assert not elena.do_not_call
    assert came(held) == {"Marcus Hill", "Elena Díaz"}


def test_somebody_new_of_ours_is_said_so(notes, db, held):
    add(notes, "Ana Ruiz", side="ours")
    assert db.session.scalar(db.select(Person).where(Person.name == "Ana Ruiz")).is_ours


def test_typed_twice_somebody_is_there_once(notes, held):
    add(notes, "Marcus Hill")
    add(notes, "Marcus Hill")
    assert len([each for each in held.attendances if each.person.name == "Marcus Hill"]) == 1


def test_one_button_marks_who_was_expected(notes, held):
    notes.submit("Was there: Dori James", htmx=PEOPLE)
    assert came(held) == {"Dori James"}


def test_one_is_taken_off(notes, held):
    notes.submit("Take off: Elena Díaz")
    assert [each.person.name for each in held.attendances] == ["Dori James"]


def test_no_name_is_refused(notes):
    answer = add(notes, " ")
    assert answer.status == 422
    assert "Type a name." in answer.text


def test_an_unclear_name_is_kept_and_asked_about(notes):
    world.ours("Sam Okafor")
    world.ours("Sam Lee")
    answer = add(notes, "Sam")
    assert answer.status == 422
    assert "Type more of the name." in answer.text
    assert answer.one("#people-name")["value"] == "Sam"


def test_it_works_without_script_and_comes_back_here(notes, held):
    page = add(notes, "Elena", htmx=False)
    assert page.path == f"/meetings/{held.id}/notes?at=people"
    assert page.one("#people-name").has("autofocus")


def test_at_a_table_of_several_it_is_said_for_whom(organizer, table, after):
    world.held(table)
    notes = organizer.get(f"/meetings/{table.id}/notes")
    answer = add(notes, "Ana Ruiz")
    assert answer.status == 422
    assert "Choose for which organization Ana Ruiz comes." in answer.text
    add(notes, "Ana Ruiz", side="Vecinos Unidos")
    assert [each.organization.name for each in table.theirs] == ["Vecinos Unidos"]


def test_whom_we_know_of_one_of_them_needs_no_choice(organizer, table, after):
    world.held(table)
    world.theirs(table.organizations[1], "Ana Ruiz")
    add(organizer.get(f"/meetings/{table.id}/notes"), "ana")
    assert [each.organization.name for each in table.theirs] == ["Vecinos Unidos"]


def test_attendance_of_another_meeting_is_not_found(organizer, held):
    sent = {"attendance": "999", "page": "notes"}
    assert organizer.post(f"/meetings/{held.id}/coming", sent).status == 404
