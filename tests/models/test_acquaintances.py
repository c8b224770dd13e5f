"""Whom one member knows, as one row of the sheet says it, and what that makes."""

from datetime import datetime

import pytest

from coalition_app.lib.name_list import read_names
from coalition_app.models import (
    Acquaintances,
    Affiliation,
    Organization,
    Person,
    Tie,
    WaysIn,
    sheet_organizations,
    whom,
)
from tests import world
from tests.keeping import kept

pytestmark = pytest.mark.usefixtures("db")
NOW = datetime(2026, 3, 14, 10)


@kept
def league():
    return world.started()


@kept
def ana():
    return world.ours("Ana Ruiz")


def enter(member, organization, boxes="", names="", seen=None):
    """One row as it is typed; what the page showed before may be taken away."""
    world.db.session.expire_all()
    known = Acquaintances(member)
    people = [
        (named, whom(named.name, known.near(organization)))
        for named in read_names(names, Affiliation.ROLES)
    ]
    known.note(organization, set(boxes.split()), people)
    known.forget_unticked(known.seen if seen is None else seen, NOW)
    world.db.session.flush()
    world.db.session.expire_all()


def row(member, organization):
    known = Acquaintances(member)
    return " ".join(sorted(known.boxes_at(organization))), known.names_at(organization)


def ties(member):
    found = world.db.session.scalars(Tie.of(member).order_by(Tie.id))
    return [(tie.person.name, tie.kind, tie.other.name) for tie in found]


ROWS = [
    ("", ""),
    ("member", ""),
    ("neighbor", ""),
    ("family neighbor", ""),
    ("coworker", "Rosa Lima"),
    ("coworker", "Rosa Lima, treasurer"),
    ("friend neighbor", "Rosa Lima"),
    ("family neighbor", "cousin Al; neighbor Rosa Lima, treasurer"),
    ("friend", "Rosa Lima; Al"),
    ("", "Rosa Lima"),
    ("", "schoolmate Rosa Lima"),
    ("worship", "worship Rosa Lima; knows Al"),
    ("family", "mother Elena Lima"),
    ("member worship", "Rosa Lima"),
]


@pytest.mark.parametrize(("boxes", "names"), ROWS)
def test_what_is_entered_is_there_when_the_sheet_is_opened_again(ana, league, boxes, names):
    enter(ana, league, boxes, names)
    stored = row(ana, league)
    assert stored[0] == boxes
    enter(ana, league, *stored)
    assert row(ana, league) == stored


@pytest.mark.parametrize(("boxes", "names"), ROWS)
def test_entered_twice_it_doubles_nothing(ana, league, boxes, names):
    enter(ana, league, boxes, names, seen=set())
    once = ties(ana), len(league.current_affiliations)
    enter(ana, league, boxes, names, seen=set())
    assert (ties(ana), len(league.current_affiliations)) == once


def test_a_member_belongs(ana, league):
    enter(ana, league, "member")
    assert [(each.person, each.role) for each in league.current_affiliations] == [(ana, "member")]


def test_a_tick_without_a_name_is_a_way_in_already(ana, league):
    enter(ana, league, "neighbor")
    (way,) = WaysIn(league).members
    assert (way.how, way.contact.name, way.contact.is_unnamed) == (
        "neighbor of",
        "Neighbor of Ana Ruiz",
        True,
    )


def test_a_name_that_comes_later_takes_its_place(ana, league):
    enter(ana, league, "neighbor")
    enter(ana, league, "neighbor", "Rosa Lima")
    assert ties(ana) == [("Rosa Lima", "neighbor", "Ana Ruiz")]
    assert [each.person.is_unnamed for each in league.current_affiliations] == [False]


def test_somebody_known_takes_the_place_of_somebody_unnamed(ana, league):
    rosa = world.theirs(league, "Rosa Lima", "treasurer")
    enter(ana, league, "neighbor")
    enter(ana, league, "neighbor", "Rosa Lima")
    assert ties(ana) == [("Rosa Lima", "neighbor", "Ana Ruiz")]
    assert [each.person for each in league.current_affiliations] == [rosa]


def test_a_part_of_a_name_means_somebody_who_is_there(ana, league):
    elena = world.theirs(league)
    enter(ana, league, "friend", "Elena")
    assert [tie.person for tie in world.db.session.scalars(Tie.of(ana))] == [elena]


def test_what_is_known_better_stays(ana, league):
    world.tie(ana, world.theirs(league), "sibling", is_close=True)
    assert row(ana, league) == ("family", "Elena Díaz, secretary")
    enter(ana, league, "family", "Elena Díaz, secretary")
    (tie,) = world.db.session.scalars(Tie.of(ana))
    assert (tie.kind, tie.is_close) == ("sibling", True)


def test_a_kind_before_a_name_reads_from_the_member(ana, league):
    enter(ana, league, "", "mother Elena Lima")
    (tie,) = world.db.session.scalars(Tie.of(ana))
    assert tie.seen_from(ana)[0] == "child"


def test_a_role_is_kept(ana, league):
    enter(ana, league, "coworker", "Rosa Lima, treasurer")
    assert [each.role for each in league.current_affiliations] == ["treasurer"]


def test_what_is_unticked_is_taken_away(ana, league):
    enter(ana, league, "member neighbor friend", "neighbor Rosa Lima")
    enter(ana, league)
    assert ties(ana) == []
    assert [each.person.name for each in league.current_affiliations] == ["Rosa Lima"]
    assert row(ana, league) == ("", "")


def test_what_the_page_did_not_show_stays(ana, league):
    world.tie(ana, world.theirs(league), "friend")
    enter(ana, league, "neighbor", "Rosa Lima", seen=set())
    assert len(ties(ana)) == 2


def test_a_role_that_is_more_than_a_tick_ends_and_is_not_lost(ana, league):
    role = world.joins(ana, league, "treasurer")
    enter(ana, league)
    assert role.ended_on == world.DAY


def test_one_name_in_two_rows_is_one_person(ana, league):
    rivers = world.started("Green Rivers Alliance")
    known = Acquaintances(ana)
    rows = [(each, read_names("Rosa Lima")) for each in (league, rivers)]
    meant = [(at, [(named, whom(named.name, {})) for named in names]) for at, names in rows]
    for at, people in meant:
        known.note(at, {"friend"}, people)
    assert len(world.db.session.scalars(Person.named("Rosa Lima")).all()) == 1
    assert len(ties(ana)) == 1


def test_who_told_us_is_the_member(ana, league):
    enter(ana, league, "friend", "Rosa Lima")
    assert next(world.db.session.scalars(Tie.of(ana))).told_by is ana


def test_the_sheet_stands_in_the_order_of_names(league):
    world.listed("Archived One").archive(NOW)
    world.listed("The Zebra Club")
    world.started("éclair Makers")
    names = [each.name for each in sheet_organizations()]
    assert names == sorted(names, key=lambda name: Organization(name=name).sort_name)
    assert "Archived One" not in names


def test_a_sheet_that_would_be_too_long_has_the_started_ones(league, monkeypatch):
    world.listed("A Listed One")
    monkeypatch.setattr("coalition_app.models.acquaintances.MOST_ROWS", 1)
    assert sheet_organizations() == [league]


def test_an_organization_off_the_sheet_stands_at_its_end_once_somebody_is_known(
    ana, league, monkeypatch
):
    listed = world.listed("A Listed One")
    monkeypatch.setattr("coalition_app.models.acquaintances.MOST_ROWS", 1)
    enter(ana, listed, "neighbor")
    assert Acquaintances(ana).organizations == [league, listed]
