"""Whom a typed name means."""

import pytest

from coalition_app.models import Roster, Unclear
from tests import world
from tests.keeping import kept


@kept
def league(db):
    return world.researched()


def test_a_first_name_finds_somebody_of_theirs_before_one_of_ours(league):
    world.ours("Elena Park")
    elena = world.theirs(league, "Elena Díaz")
    assert Roster([league]).find("elena") is elena


def test_whoever_is_at_the_table_comes_first(league):
    sam = world.ours("Sam Okafor")
    world.theirs(league, "Sam Lee")
    meeting = world.planned(league)
    meeting.expect(sam)
    assert Roster([league], meeting=meeting).find("Sam") is sam


def test_a_full_name_goes_before_the_beginning_of_a_nearer_one(league):
    world.theirs(league, "Ana Ruizmendez")
    ana = world.ours("Ana Ruiz")
    assert Roster([league]).find("Ana Ruiz") is ana


@pytest.mark.parametrize("typed", ["elena diaz", "ELENA DÍAZ", "el di", "Sister Elena Díaz"])
def test_accents_case_and_titles_do_not_matter(league, typed):
    elena = world.theirs(league, "Elena Díaz")
    assert Roster([league]).find(typed) is elena


def test_me_is_whoever_types(league):
    dori = world.ours()
    assert Roster([league], me=dori).find("me") is dori
    assert Roster([league]).find("me") is None


def test_two_of_one_circle_are_asked_about(league):
    world.ours("Sam Okafor")
    world.ours("Sam Lee")
    with pytest.raises(Unclear, match="Sam Lee or Sam Okafor"):
        Roster([league]).find("sam")


def test_a_name_nobody_has_is_nobody(league):
    assert Roster([league]).find("Marcus Hill") is None
    assert Roster([league]).find("  ") is None


def test_somebody_of_another_organization_is_known_by_the_full_name_only(league):
    pat = world.theirs(world.listed("Vecinos Unidos"), "Pat Lee")
    assert Roster([league]).find("Pat Lee") is pat
    assert Roster([league]).find("pat  LEÉ") is pat
    assert Roster([league]).find("Pat") is None


def test_a_new_one_of_theirs_gets_a_role_there(league):
    marcus = Roster([league]).find_or_new("Marcus  Hill", league, "president")
    assert marcus.name == "Marcus Hill"
    assert not marcus.is_ours
    assert [(each.organization, each.role) for each in marcus.affiliations] == [
        (league, "president")
    ]


def test_a_new_one_of_ours_is_ours(league):
    assert Roster([league]).find_or_new("Ana Ruiz", None).is_ours


def test_names_are_offered_without_repeats(league):
    dori, elena = world.ours(), world.theirs(league)
    meeting = world.planned(league)
    meeting.expect(elena, league)
    assert Roster([league], dori, meeting).names == ["Elena Díaz", "Dori James"]
