"""Merging two records: nothing that points to either is lost, whatever table it stands in."""

from datetime import date

import pytest
from sqlalchemy import select

from coalition_app.extensions import db as database
from coalition_app.models import (
    AcquaintanceSheet,
    Attendance,
    ContactPoint,
    Conversation,
    Import,
    ImportChange,
    Introduction,
    Issue,
    Letter,
    MeetingParty,
    Merged,
    Merging,
    NotSame,
    Organization,
    Pause,
    Person,
    Standing,
    Tie,
    organizations_like,
)
from tests import world
from tests.models.merge_pairs import TODAY, known, merged

pytestmark = pytest.mark.usefixtures("db")


def test_what_only_one_of_them_says_is_taken_over():
    kept = known("Ana Ruiz", phone="203 555 0101")
    gone = known("Ana Ruiz", email="ana@post.example", pronouns="she/her", do_not_call=True)
    merged(kept, gone)
    assert (kept.phone, kept.email, kept.pronouns) == (
        "203 555 0101",
        "ana@post.example",
        "she/her",
    )
    assert kept.do_not_call


def test_what_both_say_is_chosen_and_the_newer_is_proposed():
    kept, gone = known("Ana Ruiz", city="Old Port"), known("Anna Ruíz", city="Mill Town")
    merging = Merging(kept, gone)
    assert {field.name: field.proposed for field in merging.choices} == {
        "name": "gone",
        "street": "gone",
    }
    merging.finish({"name": "kept"}, TODAY)
    assert (kept.name, kept.city) == ("Ana Ruiz", "Mill Town")


def test_a_phone_that_was_not_picked_stays_as_a_further_one():
    kept, gone = known("Ana Ruiz", phone="203 555 0101"), known("Ana Ruiz", phone="203 555 0102")
    merged(kept, gone, phone="kept")
    assert kept.phone == "203 555 0101"
    assert [point.value for point in kept.contact_points] == ["203 555 0102"]


def test_one_number_in_two_spellings_is_no_choice_and_stands_once():
    kept, gone = known("Ana Ruiz", phone="203 555 0101"), known("Ana Ruiz", phone="203-555-0101")
    gone.contact_points.append(ContactPoint(kind="phone", value="(203) 555-0101"))
    assert Merging(kept, gone).fields == []
    merged(kept, gone)
    assert (kept.phone, kept.contact_points) == ("203 555 0101", [])


def test_of_one_name_the_spelling_with_accents_is_proposed():
    one, other = known("Elena Díaz"), known("Elena Diaz")
    assert Merging(one, other).choices[0].proposed == "kept"
    assert Merging(other, one).choices[0].proposed == "gone"


def test_notes_of_both_stand_one_below_the_other():
    kept, gone = known("Ana Ruiz", notes="Likes maps."), known("Ana Ruiz", notes="Has a van.")
    merged(kept, gone)
    assert kept.notes == "Likes maps.\nHas a van."


def test_its_other_name_is_a_former_one_and_still_finds_it():
    kept = world.listed("Harbor Tenants", former_names="Dock Renters")
    gone = world.listed("Renters Together", acronym="RT")
    merged(kept, gone, name="gone")
    assert kept.name == "Renters Together"
    assert kept.former_names == "Harbor Tenants, Dock Renters"
    assert [each.record for each in organizations_like("Harbor Tenants")] == [kept]


def test_an_ein_moves_with_it():
    kept = world.listed("Harbor Tenants")
    merged(kept, world.listed("Harbor Tenants Inc", ein="060000001"))
    assert kept.ein == "060000001"


def test_one_attendance_of_a_meeting_is_left_and_says_what_both_said(db):
    organization = world.started()
    kept, gone = world.theirs(organization), world.theirs(organization, "Elena Diaz")
    meeting = world.planned(organization)
    meeting.expect(kept, None)
    meeting.expect(gone, organization).came = True
    merged(kept, gone)
    (attendance,) = db.session.scalars(select(Attendance))
    assert (attendance.person, attendance.came) == (kept, True)
    assert attendance.organization is organization


def test_one_party_of_a_meeting_is_left(db):
    kept, gone = world.started(), world.started("HV Civil Rights League")
    meeting = world.planned(kept, gone)
    meeting.parties[0].stayed_away = True
    merged(kept, gone)
    (party,) = db.session.scalars(select(MeetingParty))
    assert (party.organization, party.stayed_away) == (kept, False)


def test_a_tag_of_both_is_there_once():
    kept, gone = world.listed("Harbor Tenants"), world.listed("Harbor Tenants Inc")
    shared = Issue(name="fair hiring")
    kept.issues, gone.issues = [shared], [shared, Issue(name="clean water")]
    merged(kept, gone)
    assert [issue.name for issue in kept.issues] == ["clean water", "fair hiring"]


def test_a_tie_between_the_two_falls_away_and_the_same_tie_stands_once(db):
    kept, gone, other = known("Ana Ruiz"), known("Anna Ruiz"), known("Wei Okafor")
    world.tie(kept, gone, "friend")
    world.tie(kept, other, "neighbor")
    world.tie(other, gone, "neighbor", is_close=True, told_by=kept)
    merged(kept, gone)
    (tie,) = db.session.scalars(select(Tie))
    assert ({tie.person, tie.other}, tie.is_close, tie.told_by) == ({kept, other}, True, kept)


def test_the_same_role_stands_once_and_the_main_contact_stays():
    league = world.listed()
    kept, gone = known("Ana Ruiz"), known("Anna Ruiz")
    first, second = world.joins(kept, league, "president"), world.joins(gone, league, "President")
    second.began_year, second.is_primary = 2019, True
    merged(kept, gone)
    (role,) = kept.affiliations
    assert (role, role.began_year, role.is_primary) == (first, 2019, True)


def test_an_organization_has_one_main_contact_after_a_merge():
    kept, gone = world.listed("Harbor Tenants"), world.listed("Harbor Tenants Inc")
    for organization, name in ((kept, "Ana Ruiz"), (gone, "Wei Okafor")):
        world.joins(known(name), organization).is_primary = True
    merged(kept, gone)
    assert kept.primary_contact.name == "Ana Ruiz"
    assert sum(role.is_primary for role in kept.affiliations) == 1


@pytest.mark.parametrize("is_parent_kept", [True, False])
def test_a_chapter_merged_with_its_parent_is_no_chapter_of_itself(is_parent_kept):
    grandparent = world.listed("Tenants of the State")
    parent = world.listed("Harbor Tenants", parent=grandparent)
    chapter = world.listed("Harbor Tenants, Ward 3", parent=parent, suggested_by=parent)
    kept, gone = (parent, chapter) if is_parent_kept else (chapter, parent)
    merged(kept, gone)
    assert (kept.parent, kept.suggested_by) == (grandparent, None)


def test_what_was_its_grandparent_is_no_chapter_of_it():
    top = world.listed("Tenants of the State")
    middle = world.listed("Tenants of the County", parent=top)
    chapter = world.listed("Harbor Tenants", parent=middle)
    merged(top, chapter)
    assert (top.parent, middle.parent) == (None, top)


def test_it_was_started_when_the_first_of_them_was_and_has_a_lead():
    kept = world.listed("Harbor Tenants")
    gone = world.started("Harbor Tenants Inc", on=date(2026, 1, 5))
    merged(kept, gone)
    assert (kept.started_on, kept.lead.name) == (date(2026, 1, 5), "Dori James")


def test_a_pause_of_the_other_one_does_not_silence_a_started_one():
    kept, gone = world.started("Harbor Tenants"), world.listed("Harbor Tenants Inc")
    world.add(Pause(organization=gone, reason="declined", paused_on=TODAY))
    merged(kept, gone)
    assert kept.pause_on(TODAY) is None
    assert len(kept.pauses) == 1


def test_old_addresses_lead_to_the_kept_one_also_after_a_second_merge():
    one, other, third = known("Ana Ruiz"), known("Anna Ruiz"), known("Ana Ruis")
    other_id, third_id = other.id, third.id
    merged(other, third)
    merged(one, other)
    assert Merged.into(Person, other_id) == Merged.into(Person, third_id) == one.id
    assert Merged.into(Organization, other_id) is None


def test_a_pair_that_was_told_apart_is_gone_with_one_of_it(db):
    one, other, third = known("Ana Ruiz"), known("Anna Ruiz"), known("Ana Ruis")
    for pair in ((one, other), (one, third), (other, third)):
        NotSame.note(*pair)
    merged(one, other)
    assert NotSame.pairs_of(Person) == {frozenset((one.id, third.id))}


def test_undoing_the_import_of_the_other_one_leaves_the_kept_one(db, clock):
    kept, gone = known("Ana Ruiz"), known("Anna Ruiz")
    of = Import(file_name="contacts.csv", made_at=clock.now)
    world.add(ImportChange(of=of, person=gone, is_new=True, after={"name": "Anna Ruiz"}))
    merged(kept, gone)
    (change,) = db.session.scalars(select(ImportChange))
    assert (change.person, change.is_new, change.after) == (kept, False, {})


def test_letters_conversations_and_sheets_follow_a_person(db):
    kept, gone = known("Ana Ruiz", is_ours=True), known("Anna Ruiz", is_ours=True)
    league = world.listed()
    made = [
        Letter(organization=league, dated_on=TODAY, recipient=gone, sender=gone),
        Conversation(organization=league, kind="call", held_on=TODAY, people=[kept, gone]),
        Introduction(organization=league, route="member", asked_on=TODAY, through_person=gone),
        AcquaintanceSheet(person=gone, asked_on=TODAY, may_tell=True),
        Standing(person=gone, value=2, rated_on=TODAY, act="Came on May 3"),
    ]
    database.session.add_all(made)
    database.session.flush()
    merged(kept, gone)
    letter, conversation, introduction, sheet, standing = made
    assert {letter.recipient, letter.sender, introduction.through_person, sheet.person} == {kept}
    assert (conversation.people, standing.person) == ([kept], kept)
