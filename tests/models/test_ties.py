"""Who knows whom, and that every page answers it alike."""

import pytest

from coalition_app.documents import packet_background
from coalition_app.models import (
    AcquaintanceSheet,
    Conversation,
    Person,
    Tie,
    WaysIn,
    facts_of,
)
from tests import world
from tests.keeping import kept

pytestmark = pytest.mark.usefixtures("db")


@kept
def league():
    return world.researched()


@kept
def elena(league):
    return world.theirs(league)


@pytest.fixture
def rosa():
    return world.ours("Rosa Díaz")


def talked(organization, *people, **details):
    return world.add(
        Conversation(organization=organization, held_on=world.DAY, people=list(people), **details)
    )


def test_two_people_may_be_neighbors_and_coworkers(rosa, elena):
    first = Tie.note(rosa, "neighbor", elena)
    assert Tie.note(elena, "coworker", rosa) is not first
    assert Tie.note(elena, "neighbor", rosa) is first


def test_they_are_family_in_one_way_only(rosa, elena):
    tie = Tie.note(rosa, "child", elena)
    assert Tie.note(elena, "child", rosa) is tie
    world.db.session.flush()
    assert tie.seen_from(rosa) == ("parent", elena)
    assert tie.seen_from(elena) == ("child", rosa)


def test_family_alone_takes_nothing_from_what_is_known(rosa, elena):
    tie = Tie.note(rosa, "parent", elena)
    Tie.note(elena, "family", rosa)
    assert tie.seen_from(rosa)[0] == "parent"


def test_what_is_not_said_again_stays(rosa, elena):
    sam = world.ours("Sam Okafor")
    tie = Tie.note(rosa, "friend", elena, is_close=True, told_by=sam)
    Tie.note(elena, "friend", rosa)
    assert (tie.is_close, tie.told_by) == (True, sam)
    Tie.note(elena, "friend", rosa, is_close=False)
    assert not tie.is_close


@pytest.mark.parametrize(
    ("kinds", "phrase"),
    [
        (["sibling"], "sibling of"),
        (["neighbor", "coworker"], "neighbor and coworker of"),
        (["friend", "congregation"], "friend of, and of the same congregation as"),
        (["other"], "knows"),
    ],
)
def test_several_kinds_are_said_in_one_phrase(kinds, phrase):
    assert Tie.phrases(kinds) == phrase


def test_a_person_is_unnamed_until_there_is_a_name():
    somebody = world.add(Person(name="Neighbor of Ana Ruiz", is_unnamed=True))
    somebody.name = "Neighbor of Ana Ruiz"
    assert somebody.is_unnamed
    somebody.name = "Rosa Lima"
    assert not somebody.is_unnamed


def nobody(league, elena, rosa):
    pass


def a_tie(league, elena, rosa):
    world.tie(elena, rosa)


def two_ties(league, elena, rosa):
    world.tie(rosa, elena, "neighbor")
    world.tie(elena, rosa, "friend", is_close=True)


def a_tie_of_theirs(league, elena, rosa):
    world.tie(elena, world.add(Person(name="Bo Li")))


def our_member_there(league, elena, rosa):
    world.joins(rosa, league)


def a_tie_among_our_own_there(league, elena, rosa):
    world.joins(rosa, league)
    world.tie(world.ours("Sam Okafor"), rosa, "friend")


def somebody_who_left(league, elena, rosa):
    world.tie(rosa, elena)
    elena.affiliations[0].end(world.DAY)


def somebody_archived(league, elena, rosa):
    world.tie(rosa, elena)
    elena.archive(world.datetime(2026, 3, 14))


def our_archived_member(league, elena, rosa):
    world.tie(rosa, elena)
    rosa.archive(world.datetime(2026, 3, 14))


def a_talk(league, elena, rosa):
    talked(league, elena, our_person=rosa)


def a_call_without_an_answer(league, elena, rosa):
    talked(league, elena, is_two_way=False)


def a_talk_with_somebody_who_left(league, elena, rosa):
    talked(league, elena)
    elena.affiliations[0].end(world.DAY)


def a_talk_about_another(league, elena, rosa):
    talked(world.listed("Green Rivers Alliance"), elena)


STORIES = [
    nobody,
    a_tie,
    two_ties,
    a_tie_of_theirs,
    our_member_there,
    a_tie_among_our_own_there,
    somebody_who_left,
    somebody_archived,
    our_archived_member,
    a_talk,
    a_call_without_an_answer,
    a_talk_with_somebody_who_left,
    a_talk_about_another,
]


@pytest.mark.parametrize("story", STORIES)
def test_the_rule_and_the_ways_in_name_the_same_people(league, elena, rosa, story):
    story(league, elena, rosa)
    world.db.session.flush()
    world.db.session.expire_all()
    facts, ways = facts_of(league, world.DAY), WaysIn(league)
    assert facts.is_acquainted is bool(ways.members or ways.talks)


@pytest.mark.parametrize("story", STORIES)
def test_the_packet_names_them_too(league, elena, rosa, story):
    story(league, elena, rosa)
    world.db.session.flush()
    world.db.session.expire_all()
    remarks = packet_background.how_we_know_them(world.planned(league))
    assert bool(remarks) is facts_of(league, world.DAY).is_acquainted


def test_headquarters_is_not_needed_once_somebody_knows_them(league, elena, rosa):
    league.goes_through_hq = True
    assert not facts_of(league, world.DAY).is_acquainted
    Tie.note(rosa, "neighbor", elena)
    world.db.session.flush()
    assert facts_of(league, world.DAY).is_acquainted


def test_two_ties_with_one_person_are_one_way_in(league, elena, rosa):
    two_ties(league, elena, rosa)
    (way,) = WaysIn(league).members
    assert (way.how, way.is_close, way.whom) == (
        "neighbor and friend of",
        True,
        "Elena Díaz, secretary",
    )


def test_nearer_kinds_come_first_among_ties_as_close(league, elena, rosa):
    world.tie(rosa, elena, "coworker")
    world.tie(rosa, world.theirs(league, "Bo Li"), "cousin")
    world.tie(rosa, world.theirs(league, "Al Lima"), "school", is_close=True)
    assert [way.contact.name for way in WaysIn(league).members] == [
        "Al Lima",
        "Bo Li",
        "Elena Díaz",
    ]
    assert [len(ways) for ways in WaysIn(league).by_member.values()] == [3]


def test_who_told_us_is_kept_with_the_way_in(league, elena, rosa):
    sam = world.ours("Sam Okafor")
    world.tie(rosa, elena, told_by=sam)
    assert WaysIn(league).members[0].told_by == (sam,)


def test_somebody_without_a_name_is_a_way_in(league, elena, rosa):
    elena.name, elena.is_unnamed = "Neighbor of Rosa Díaz", True
    world.tie(rosa, elena, "neighbor")
    assert WaysIn(league).members[0].whom == "somebody there"


def test_who_asked_us_not_to_tell_is_in_no_packet(league, elena, rosa):
    world.tie(rosa, elena)
    AcquaintanceSheet.note(rosa, world.DAY, may_tell=False)
    world.db.session.flush()
    assert WaysIn(league).members[0].is_between_us
    assert packet_background.how_we_know_them(world.planned(league)) == ()


def test_the_latest_answer_counts(league, elena, rosa):
    world.tie(rosa, elena)
    AcquaintanceSheet.note(rosa, world.date(2026, 1, 5), may_tell=False)
    AcquaintanceSheet.note(rosa, world.DAY, may_tell=True)
    world.db.session.flush()
    assert AcquaintanceSheet.latest_of(rosa).may_tell
    assert not WaysIn(league).members[0].is_between_us


def test_asked_twice_on_a_day_is_one_sheet(rosa):
    sheet = AcquaintanceSheet.note(rosa, world.DAY, may_tell=None)
    world.db.session.flush()
    assert AcquaintanceSheet.note(rosa, world.DAY, may_tell=True) is sheet


def test_each_of_them_is_named_once_with_the_latest_talk(league, elena):
    talked(league, elena)
    latest = talked(league, elena, kind="visit")
    assert [talk.conversation for talk in WaysIn(league).talks] == [latest]
