"""Closing, ways in, people, questions, letters and accounts."""

from datetime import date, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from coalition_app.models import (
    Account,
    AlreadySetUp,
    Closing,
    Commitment,
    LetterAlreadySent,
    Local,
    Organization,
    Person,
    Question,
    Standing,
    Timeline,
    WaysIn,
    set_up,
)
from coalition_app.models.campaign import Campaign
from tests import world
from tests.world import DAY

pytestmark = pytest.mark.usefixtures("db")


def closing(meeting) -> list[str]:
    return Closing(meeting).missing


def test_a_meeting_does_not_close_without_a_next_conversation():
    meeting = world.held(world.planned(world.started()), world.ours())
    assert closing(meeting) == ["Set the next conversation, or say that none is planned"]


def test_none_planned_closes_it():
    meeting = world.held(world.planned(world.started()), world.ours())
    meeting.has_no_next = True
    assert Closing(meeting).is_ready


def test_a_commitment_without_an_owner_keeps_it_open():
    meeting = world.held(world.planned(world.started()), world.ours())
    meeting.has_no_next = True
    organization = meeting.organizations[0]
    world.add(
        Commitment(
            organization=organization, meeting=meeting, what="Flyer", made_on=DAY, due_on=DAY
        )
    )
    assert closing(meeting) == ["Give an owner and a date to Flyer"]


def followed():
    organization = world.started()
    meeting = world.held(world.planned(organization), world.ours())
    return meeting, world.planned(organization, at=datetime(2026, 4, 9, 18))


def test_a_next_conversation_asks_who_comes_along():
    meeting, _ = followed()
    assert closing(meeting) == ["Name who comes along on Apr 9"]


def test_an_activist_who_comes_along_closes_it():
    meeting, coming = followed()
    coming.expect(world.ours("Rosa Díaz")).comes_along = True
    assert Closing(meeting).is_ready


def test_just_us_this_time_closes_it():
    meeting, coming = followed()
    coming.is_just_us = True
    assert Closing(meeting).is_ready


def test_the_ways_in_come_in_the_guides_order():
    organization = world.started()
    elena = world.theirs(organization)
    world.tie(world.ours("Rosa Díaz"), elena)
    organization.suggested_by = world.started("Green Rivers Alliance")
    assert [(way.route, way.through) for way in WaysIn(organization).all] == [
        ("ally", "Green Rivers Alliance"),
        ("member", "Rosa Díaz"),
    ]


def test_close_ties_come_before_loose_ones():
    organization = world.started()
    elena = world.theirs(organization)
    world.tie(world.ours("Sam Okafor"), elena, "coworker")
    world.tie(world.ours("Rosa Díaz"), elena, "sibling", is_close=True)
    assert [way.through for way in WaysIn(organization).members] == ["Rosa Díaz", "Sam Okafor"]


def test_a_person_with_two_organizations_is_a_way_through_the_open_one():
    organization, rivers = world.started(), world.started("Green Rivers Alliance")
    elena = world.theirs(organization)
    world.add(world.Affiliation(person=elena, organization=rivers, role="board"))
    assert WaysIn(organization).allies == []
    world.introduced(rivers)
    assert [way.through for way in WaysIn(organization).allies] == ["Green Rivers Alliance"]


def test_a_parent_seen_from_the_child_is_a_child():
    child, parent = world.ours("Rosa Díaz"), world.add(Person(name="Elena Díaz"))
    tie = world.tie(child, parent, "child")
    assert tie.seen_from(parent) == ("parent", child)


def test_people_sort_by_family_name_without_title():
    assert world.add(Person(name="Rev. Marcus Hill Jr.")).sort_name == "hill, marcus"


def test_an_answer_keeps_the_wording_it_was_asked_with():
    meeting = world.planned(world.started())
    question = meeting.questions("carry")[0]
    meeting.answer(question, "A fair hiring ordinance.")
    question.wording = "What keeps you busy?"
    assert meeting.wording_of(question) == "What is the organization working on now?"


def test_first_meetings_also_ask_who_they_are():
    organization = world.started()
    first = world.planned(organization)
    assert first.questions("carry")[-1].wording == Question.FIRST_MEETING
    world.held(first)
    second = world.planned(organization, at=datetime(2026, 4, 9, 18))
    assert Question.FIRST_MEETING not in [each.wording for each in second.questions("carry")]


def test_a_skipped_question_is_settled():
    meeting = world.planned(world.started())
    assert meeting.answer(meeting.questions("prepare")[0], "", is_skipped=True).is_settled


def test_a_sent_letter_is_not_sent_again():
    letter = world.sent(world.planned(world.started()), Organization.named(LEAGUE), DAY)
    with pytest.raises(LetterAlreadySent):
        letter.send(DAY, "mail", None)


LEAGUE = "Harbor Valley Civil Rights League"


def test_the_timeline_is_latest_first():
    organization = world.researched()
    world.introduced(organization, on=date(2026, 3, 16))
    days = [event.on for event in Timeline(organization).events]
    assert days == sorted(days, reverse=True)
    assert "Door opened" in [event.what for event in Timeline(organization).events]


def test_a_standing_is_between_one_and_five(db):
    organization = world.started()
    organization.standings.append(Standing(value=6, rated_on=DAY, act="came"))
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_a_campaign_line_keeps_when_it_was():
    campaign = Campaign.from_line("Fair hiring ordinance (since Jan)")
    assert (campaign.name, campaign.when) == ("Fair hiring ordinance", "since Jan")


def test_the_first_start_lists_the_six_national_partners(db):
    set_up(Local(name="Harbor Valley", number="555"), "Dori James", "D@example.org", "x" * 12, DAY)
    db.session.flush()
    partners = list(db.session.scalars(Organization.listed()))
    assert [partner.name for partner in partners] == [
        "Common Cause",
        "Community Change",
        "Jobs with Justice",
        "NAACP",
        "People's Action",
        "Sierra Club",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("national people's", "People's Action"),
        ("center for community", "Community Change"),
        ("advancement", "NAACP"),
    ],
)
def test_former_names_are_found(db, text, name):
    db.session.add_all(Organization.national_partners(DAY))
    assert [found.name for found in db.session.scalars(Organization.found_by(text))] == [name]


def test_the_first_page_is_closed_for_good(db):
    local = Local(name="Harbor Valley", number="555")
    set_up(local, "Dori James", "dori@example.org", "x" * 12, DAY)
    db.session.flush()
    with pytest.raises(AlreadySetUp):
        set_up(local, "Somebody Else", "else@example.org", "x" * 12, DAY)


def administrator(db) -> Account:
    local = Local(name="Harbor Valley", number="555")
    account = set_up(local, "Dori James", "dori@example.org", "x" * 12, DAY)
    db.session.flush()
    return account


def test_a_new_password_ends_the_sessions_of_the_old_one(db):
    account = administrator(db)
    session = account.get_id()
    assert Account.signed_in_as(session) is account
    account.set_password("a-new-long-one")
    assert Account.signed_in_as(session) is None


def test_the_last_administrator_is_known(db):
    assert administrator(db).is_last_administrator()


@pytest.mark.parametrize("session", ["", "x", "1", "1.x", "99.1", "1.1.1"])
def test_a_made_up_session_is_nobody(db, session):
    administrator(db)
    assert Account.signed_in_as(session) is None


def test_an_organization_is_started_with_a_lead(db):
    world.listed().started_on = DAY
    with pytest.raises(IntegrityError):
        db.session.flush()
