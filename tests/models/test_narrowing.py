from datetime import date, timedelta

import pytest
from sqlalchemy import select

from coalition_app.models import (
    ABOUT_THEM,
    LETTER_KINDS,
    Conversation,
    Issue,
    Letter,
    Organization,
    Standing,
    find_facts,
    is_chapter_of,
    last_contacts,
    stands_at,
    without_contact_since,
    works_on,
)
from tests import world
from tests.keeping import kept

AFTER = world.DAY + timedelta(days=10)


def found(db, condition) -> list[str]:
    query = select(Organization.name).where(condition).order_by(Organization.sort_name)
    return list(db.session.scalars(query))


@kept
def league(db):
    return world.researched(city="Milford")


def talk(league):
    world.add(Conversation(organization=league, held_on=AFTER, summary="Called."))


def meet(league):
    world.held(world.planned(league), world.ours())


def write(league):
    world.sent(world.held(world.planned(league)), league, AFTER)


@pytest.mark.parametrize("contact", [talk, meet, write])
def test_a_contact_since_then_takes_it_off(db, league, contact):
    assert found(db, without_contact_since(AFTER - timedelta(days=6))) == [league.name]
    contact(league)
    assert found(db, without_contact_since(AFTER - timedelta(days=6))) == []


def test_one_that_is_only_listed_is_not_neglected(db):
    world.listed("Sierra Shore")
    assert found(db, without_contact_since(AFTER)) == []


@pytest.mark.parametrize("contact", [talk, meet, write])
def test_the_last_contact_is_the_one_that_the_facts_know(db, league, contact):
    contact(league)
    facts = find_facts([league.id], AFTER)[league.id]
    assert dict(db.session.execute(last_contacts()).all()) == {league.id: facts.last_contact_on}


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_a_letter_to_them_is_a_contact_one_about_them_is_none(db, league, kind):
    """What is sent to nobody of theirs hides none of them either."""
    went = {"dated_on": AFTER, "sent_on": AFTER, "sent_by": "mail"}
    world.add(Letter(kind=kind, organization=league, **went))
    world.add(Letter(kind="general", recipient=world.ours(), **went))
    facts = find_facts([league.id], AFTER)[league.id]
    is_contact = kind not in ABOUT_THEM
    assert facts.last_contact_on == (AFTER if is_contact else None)
    expected = {league.id: AFTER} if is_contact else {}
    assert dict(db.session.execute(last_contacts()).all()) == expected
    silent = found(db, without_contact_since(AFTER))
    assert silent == ([] if is_contact else [league.name])


def test_a_canceled_meeting_is_no_contact(db, league):
    world.planned(league).cancel(world.DAY, "ill")
    assert db.session.execute(last_contacts()).all() == []


def test_the_latest_standing_counts(db, league):
    for value, on in ((2, date(2026, 3, 1)), (4, date(2026, 3, 9)), (3, date(2026, 3, 9))):
        world.add(Standing(organization=league, value=value, rated_on=on, act="came"))
    world.listed("Sierra Shore")
    assert [found(db, stands_at(value)) for value in (2, 3, 4)] == [[], [league.name], []]
    assert found(db, stands_at(0)) == ["Sierra Shore"]


def test_who_works_on_an_issue(db, league):
    league.issues.append(Issue.named("Voting rights"))
    db.session.flush()
    assert found(db, works_on(league.issues[0].id)) == [league.name]


def test_chapters_are_found_however_deep(db):
    top = world.listed("National League")
    middle = world.listed("State League", parent=top)
    world.listed("Harbor League", parent=middle)
    assert found(db, is_chapter_of(top.id)) == ["Harbor League", "State League"]
