"""Whatever is saved is found at once, also by the names of what it belongs to."""

from datetime import datetime

import pytest
from sqlalchemy import insert, text

from coalition_app.models import (
    Affiliation,
    Commitment,
    ContactPoint,
    Findings,
    Letter,
    Meeting,
    Organization,
    Person,
    reindex,
)
from tests import world


def found(typed: str, most: int = 5) -> dict[str, list[str]]:
    return {
        group.kind: [each.name for each in group.found] for group in Findings(typed, most).groups
    }


def test_all_kinds_are_found_by_their_own_words(db):
    league = world.started("Élan Vital", acronym="EV")
    world.theirs(league)
    meeting = world.planned(league, place="Corner Café", notes="They brought cake.")
    world.promised(meeting, league, "Flyer for May")
    world.add(Letter(organization=league, dated_on=world.DAY, body="Thank you for the visit."))
    assert found("ev")["organization"] == ["Élan Vital"]
    assert found("corner cafe") == {"meeting": ["Élan Vital"]}
    assert found("cake") == {"meeting": ["Élan Vital"]}
    assert found("flyer") == {"commitment": ["Flyer for May"]}
    assert found("thank visit") == {"letter": ["Élan Vital"]}
    assert found("dia") == {"person": ["Elena Díaz"]}


def test_a_new_name_is_found_wherever_the_old_one_was(db):
    league = world.started("Old League")
    world.theirs(league)
    world.planned(league)
    db.session.commit()
    league.name = "Harbor Alliance"
    db.session.flush()
    assert found("old league") == {}
    assert set(found("harbor alliance")) == {"organization", "meeting", "person"}


def test_a_role_and_a_contact_point_lead_to_their_person(db):
    elena = world.add(Person(name="Elena Díaz"))
    role = world.joins(elena, world.listed("Harbor League"))
    elena.contact_points = [ContactPoint(kind="phone", value="203 555 0199")]
    db.session.flush()
    assert found("0199") == found("elena harbor") == {"person": ["Elena Díaz"]}
    db.session.delete(role)
    elena.contact_points = []
    db.session.flush()
    assert found("0199") == found("elena harbor") == {}


def test_what_was_undone_is_not_found(db):
    world.listed("Harbor League")
    db.session.rollback()
    assert found("harbor") == {}


def test_archived_ones_are_not_found_but_held(db):
    league = world.started("Harbor League")
    world.planned(league)
    league.archive(datetime(2026, 3, 14))
    db.session.flush()
    assert found("harbor") == {}
    held = db.select(Organization).where(Organization.holds("harbor"))
    assert db.session.scalars(held).all() == [league]


def test_private_notes_and_whoever_is_forgotten_are_not_found(db):
    world.listed("Harbor League", private_notes="quarrel")
    elena = world.add(Person(name="Elena Díaz", private_notes="quarrel"))
    elena.forgotten_on = world.DAY
    db.session.flush()
    assert found("quarrel") == found("elena") == {}


def test_bulk_inserts_are_taken_up_when_asked(db):
    league = world.listed("Harbor League")
    rows = [{"id": 900 + n, "name": f"Ana {n}", "sort_name": f"{n}, ana"} for n in range(3)]
    db.session.execute(insert(Person.__table__), rows)
    roles = [{"person_id": row["id"], "organization_id": league.id} for row in rows]
    db.session.execute(insert(Affiliation.__table__), roles)
    assert found("ana") == {}
    reindex(Person, [row["id"] for row in rows])
    assert found("ana") == {"person": ["Ana 2", "Ana 1", "Ana 0"]}
    db.session.execute(text("DELETE FROM affiliation"))
    db.session.execute(text("DELETE FROM person WHERE id = 901"))
    reindex(Person)
    assert found("ana") == {"person": ["Ana 2", "Ana 0"]}


@pytest.mark.parametrize("noun", [Organization, Person, Meeting, Commitment, Letter])
def test_each_kind_can_be_taken_up_again_as_a_whole(db, noun):
    league = world.started("Harbor League")
    world.promised(world.planned(league), league)
    db.session.flush()
    before = found("harbor")
    reindex(noun)
    assert found("harbor") == before


def test_the_exact_name_comes_first_then_beginnings_then_what_was_started(db):
    for name in ("Old Harbor Club", "Harbor", "Harbor League"):
        world.listed(name)
    world.started("Harbor Union")
    names = found("harbor")["organization"]
    assert names == ["Harbor", "Harbor Union", "Harbor League", "Old Harbor Club"]


def test_the_whole_comes_before_its_chapters(db):
    world.listed("NAACP")
    for town in ("Derby", "Groton"):
        world.started("NAACP", chapter=f"{town} Branch")
    assert found("naacp", 1)["organization"] == ["NAACP"]


def test_a_group_with_the_exact_name_comes_before_the_others(db):
    world.listed("Elena Díaz Fund")
    world.add(Person(name="Elena Díaz"))
    assert list(found("elena diaz")) == ["person", "organization"]


@pytest.mark.parametrize("noun", [Organization, Person])
def test_the_search_of_a_list_begins_at_the_index(db, noun):
    query = noun.found_by("harbor").limit(100)
    asked = str(query.compile(db.engine, compile_kwargs={"literal_binds": True}))
    plan = db.session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}").all()
    steps = [row.detail for row in plan]
    assert steps[0] == f"SEARCH {noun.__tablename__} USING INTEGER PRIMARY KEY (rowid=?)"
    assert any(f"SCAN {noun.__tablename__}_search VIRTUAL TABLE" in step for step in steps)


def test_there_is_more_than_is_shown(db):
    for number in range(4):
        world.listed(f"Harbor {number}")
    group = Findings("harbor", 3).groups[0]
    assert (len(group.found), group.has_more) == (3, True)
