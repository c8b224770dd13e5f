"""Merging two records: nothing that points to either is lost, whatever table it stands in."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from coalition_app.extensions import db as database
from coalition_app.models import (
    AcquaintanceSheet,
    Attendance,
    Campaign,
    Commitment,
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
    Pathway,
    Pause,
    Person,
    Review,
    Standing,
    Tie,
    facts_of,
    organizations_like,
)
from coalition_app.models.pointing import keys_to
from tests import world

pytestmark = pytest.mark.usefixtures("db")
TODAY = date(2026, 3, 14)


def known(name: str, **details) -> Person:
    return world.add(Person(name=name, **details))


def merged(kept, gone, **picks):
    noun, gone_id = type(kept), gone.id
    Merging(kept, gone).finish(picks, TODAY)
    assert database.session.get(noun, gone_id) is None
    assert unreferenced(noun, gone_id)
    return kept


def unreferenced(noun, id_: int) -> bool:
    """No row of any table points there, and no key points nowhere."""
    counts = (
        database.session.scalar(select(func.count()).where(key == id_))
        for key in keys_to(noun.__table__)
    )
    broken = database.session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
    return not any(counts) and not broken


def test_every_foreign_key_to_a_person_or_an_organization_is_walked():
    """From the schema: whoever adds a table changes this list, and thinks of the merge."""
    found = {
        noun.__name__: {f"{key.table.name}.{key.name}" for key in keys_to(noun.__table__)}
        for noun in (Organization, Person)
    }
    assert {"organization.parent_id", "letter.organization_id", "attendance.organization_id"} < (
        found["Organization"]
    )
    assert {"tie.told_by_id", "conversation_person.person_id", "account.person_id"} < (
        found["Person"]
    )
    declared = {
        f"{table.name}.{key.parent.name}"
        for table in database.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in ("organization", "person")
    }
    assert found["Organization"] | found["Person"] == declared


def test_one_row_of_every_table_that_points_to_it_follows(db):
    """A row is made for each key by the schema alone, so that a new table is tested as well."""
    for noun in (Organization, Person):
        kept, gone = (world.add(noun(name=name)) for name in ("First One", "Second Two"))
        others = {each: world.add(each(name="Somebody Else")) for each in (Organization, Person)}
        keys = [key for key in keys_to(noun.__table__) if key.table.name != "merged"]
        for key in keys:
            point(key, gone.id, others)
        before = {key: count(key, gone.id) for key in keys}
        assert all(before.values())
        merged(kept, gone)
        lost = {str(key) for key in keys if count(key, kept.id) < before[key]}
        assert lost == set()


def count(key, id_: int) -> int:
    return database.session.scalar(select(func.count()).where(key == id_))


def point(key, id_: int, others: dict) -> None:
    """A row of the key's table that has just what it must have."""
    table, values = key.table, {key.name: id_}
    if table.name == "organization":
        values |= {"name": f"Points by {key.name}", "sort_name": "points"}
    if table.name == "tie":
        values["kind"] = key.name  # the same tie twice would become one
    if table.name == "not_same":
        pair = {"other_organization_id": "organization_id", "other_person_id": "person_id"}
        beside = pair.get(key.name) or f"other_{key.name}"
        values[beside] = others[Organization if "organization" in key.name else Person].id
    for column in table.columns:
        is_part = column.primary_key and column.foreign_keys
        required = not (column.nullable or column.default or column.primary_key)
        if column.name not in values and (is_part or required):
            values[column.name] = some(column, others)
    database.session.execute(table.insert().values(values | defaults(table)))


def defaults(table) -> dict:
    """What the database itself would refuse without: marks of one kind or another."""
    kinds = {
        "introduction": {"route": "ally"},
        "conversation": {"kind": "call"},
        "contact_point": {"kind": "phone"},
        "told": {"audience": "board"},
        "standing": {"value": 2},
        "import": {"state": "draft"},
    }
    return kinds.get(table.name, {})


def some(column, others: dict):
    """Any value that fits, or a row that it may point to."""
    for key in column.foreign_keys:
        noun = {"organization": Organization, "person": Person}.get(key.column.table.name)
        return others[noun].id if noun else row_of(key.column.table, others)
    kind = column.type.python_type
    values = {str: f"some {column.name}", int: 1, bool: False, date: TODAY, dict: {}, list: []}
    return values.get(kind) if kind in values else world.datetime(2026, 3, 14)


def row_of(table, others: dict) -> int:
    values = {
        column.name: some(column, others)
        for column in table.columns
        if not column.primary_key and not column.nullable and column.default is None
    }
    made = database.session.execute(table.insert().values(values | defaults(table)))
    return made.inserted_primary_key[0]


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


ACTS = ("introduce", "review", "campaign", "converse", "meet", "promise", "write", "tell")


def act(organization: Organization, name: str, day: date) -> None:
    """One good act more."""
    session, about = database.session, {"organization": organization}
    if name == "introduce":
        world.introduced(organization, ("hq", "ally", "member")[day.day % 3], day)
    elif name == "review":
        session.add(Review(reviewed_on=day, **about))
    elif name == "campaign":
        session.add(Campaign(name="Fair hiring", **about))
    elif name == "converse":
        session.add(Conversation(kind="call", held_on=day, is_two_way=True, **about))
    elif name == "promise":
        session.add(Commitment(what=f"Flyer of {day}", made_on=day, **about))
    elif name == "tell":
        world.told(organization, day)
    elif name == "write":
        session.add(Letter(dated_on=day, sent_on=day, sent_by="mail", **about))
    else:
        at = world.datetime(day.year, day.month, day.day, 18)
        world.held(world.planned(organization, at=at), world.ours())


@given(
    st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40)), max_size=4),
    st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 40)), max_size=4),
    st.booleans(),
)
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_merge_never_moves_a_step_backward_nor_loses_a_commitment(mine, theirs, is_started):
    """Of the kept one; steps 5 to 9 belong to its latest meeting, so to the other's if that is."""
    now = world.datetime(2026, 3, 14, 10)
    kept = world.started("Harbor Tenants")
    gone = (world.started if is_started else world.listed)("Harbor Tenants Inc")
    for organization, acts in ((kept, mine), (gone, theirs)):
        for name, days in acts:
            act(organization, name, TODAY - timedelta(days=days))
    promised = database.session.scalar(select(func.count(Commitment.id)))
    before = Pathway(facts_of(kept, TODAY), now).steps
    merged(kept, gone)
    after = Pathway(facts_of(kept, TODAY), now).steps
    brought_meeting = any(name == "meet" for name, _ in theirs)
    for old, new in list(zip(before, after, strict=True))[: 4 if brought_meeting else 9]:
        if old.state in ("done", "not needed"):
            assert new.state in ("done", "not needed"), f"step {old.number}"
    assert database.session.scalar(select(func.count(Commitment.id))) == promised
    database.session.rollback()
