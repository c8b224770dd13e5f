"""What a typed tie means among the people whom we know."""

import pytest

from coalition_app.lib.tie_line import read_tie
from coalition_app.models import Affiliation, Person, Tie, ToldTie
from tests import world
from tests.keeping import kept

pytestmark = pytest.mark.usefixtures("db")


@kept
def league():
    return world.started()


@kept
def elena(league):
    return world.theirs(league)


@pytest.fixture
def ana():
    return world.ours("Ana Ruiz")


def told(text, **where):
    return ToldTie(read_tie(text, Affiliation.ROLES), **where)


def noted(text, **where):
    tie = told(text, **where)
    assert tie.problem == ""
    assert tie.is_clear
    tie.note()
    world.db.session.flush()
    return tie


def ties():
    found = world.db.session.scalars(world.db.select(Tie).order_by(Tie.id))
    return [(tie.person.name, tie.kind, tie.other.name) for tie in found]


def people(name):
    return world.db.session.scalars(Person.named(name)).all()


def test_on_a_persons_page_the_person_need_not_be_named(ana, elena):
    assert noted("sister of elena diaz", person=ana).words == "Ana Ruiz is a sibling of Elena Díaz"
    assert ties() == [("Ana Ruiz", "sibling", "Elena Díaz")]


def test_it_reads_right_from_the_other_side(ana, elena):
    noted("her mother is Elena Díaz", person=ana)
    (tie,) = world.db.session.scalars(Tie.of(ana))
    assert tie.seen_from(ana) == ("child", elena)
    assert tie.seen_from(elena) == ("parent", ana)


def test_a_first_name_is_enough_for_whom_the_page_is_about(ana, elena):
    noted("Elena Díaz is Ana's neighbor", person=ana)
    assert ties() == [("Elena Díaz", "neighbor", "Ana Ruiz")]


def test_closeness_and_who_told_us_are_kept(ana, elena):
    sam = world.ours("Sam Okafor")
    noted("sister Elena Díaz, close, Sam told us", person=ana)
    (tie,) = world.db.session.scalars(Tie.of(elena))
    assert (tie.is_close, tie.told_by) == (True, sam)


def test_me_is_who_types(ana, elena):
    dori = world.ours()
    noted("me, friend of Elena Díaz", person=elena, me=dori)
    assert ties() == [("Dori James", "friend", "Elena Díaz")]


def test_a_new_name_becomes_a_person(ana):
    tie = told("neighbor Bo Li", person=ana)
    assert [side.meant.name for side in tie.newcomers] == ["Bo Li"]
    tie.note()
    assert [each.is_ours for each in people("Bo Li")] == [False]


def test_the_same_line_twice_makes_nobody_twice(ana):
    noted("neighbor Bo Li", person=ana)
    noted("neighbor Bo Li", person=ana)
    assert len(people("Bo Li")) == len(ties()) == 1


def test_several_are_tied_at_once(ana, elena):
    noted("works with Elena Díaz and Bo Li", person=ana)
    assert len(ties()) == 2


def test_namesakes_are_asked_about(ana, elena):
    other = world.add(Person(name="Elena Diaz"))
    tie = told("sister Elena Díaz", person=ana)
    assert not tie.is_clear
    assert set(tie.questions[0].choices) == {elena, other}
    noted("sister Elena Díaz", person=ana, answers={tie.questions[0].key: str(other.id)})
    assert ties() == [("Elena Diaz", "sibling", "Ana Ruiz")]


def test_none_of_the_namesakes_may_be_meant_and_twice_is_once(ana, elena):
    world.add(Person(name="Elena Diaz"))
    answers = {told("sister Elena Díaz", person=ana).questions[0].key: "new"}
    noted("sister Elena Díaz", person=ana, answers=answers)
    noted("sister Elena Díaz", person=ana, answers=answers)
    assert len(people("Elena Díaz")) == 3
    assert len(ties()) == 1


def test_a_part_of_a_name_may_mean_somebody_new(ana, league):
    sam = world.ours("Sam Okafor")
    tie = told("neighbor Sam", person=ana)
    assert tie.is_clear
    assert tie.ones[0].meant.person is sam
    noted("neighbor Sam", person=ana, answers={tie.questions[0].key: "new"})
    assert ties() == [("Sam", "neighbor", "Ana Ruiz")]


def test_a_first_name_on_a_persons_page_may_mean_one_of_theirs(ana, elena):
    tie = told("sister Elena", person=ana)
    assert not tie.is_clear
    assert tie.questions[0].choices == (elena,)
    noted("sister Elena", person=ana, answers={tie.questions[0].key: str(elena.id)})
    assert ties() == [("Elena Díaz", "sibling", "Ana Ruiz")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("in-law of Elena Díaz", "Ana Ruiz is an in-law of Elena Díaz"),
        ("related to Elena Díaz", "Ana Ruiz is family of Elena Díaz"),
        ("knows Elena Díaz", "Ana Ruiz knows Elena Díaz"),
        ("sisters Elena Díaz and Bo Li", "Elena Díaz and Bo Li are each a sibling of Ana Ruiz"),
        (
            "Elena Díaz, Bo Li, church",
            "Elena Díaz and Bo Li are of the same congregation as Ana Ruiz",
        ),
    ],
)
def test_it_is_said_back_in_good_words(ana, elena, text, words):
    assert told(text, person=ana).words == words


def test_at_an_organization_both_are_named(ana, elena, league):
    noted("Ana Ruiz is a sibling of Elena Díaz", organization=league)
    assert ties() == [("Ana Ruiz", "sibling", "Elena Díaz")]
    assert len(league.current_affiliations) == 1


def test_a_stranger_known_by_one_of_ours_belongs_there(ana, league):
    noted("Ana Ruiz is a neighbor of Bo Li, treasurer", organization=league)
    (role,) = league.current_affiliations
    assert (role.person.name, role.role, role.person.is_ours) == ("Bo Li", "treasurer", False)


def test_a_stranger_who_knows_one_of_theirs_is_ours(elena, league):
    noted("Bo Li is a neighbor of Elena Díaz", organization=league)
    assert people("Bo Li")[0].is_ours
    assert len(league.current_affiliations) == 1


def test_of_two_strangers_the_first_is_ours(league):
    noted("Bo Li knows Al Lima", organization=league)
    assert [people(name)[0].is_ours for name in ("Bo Li", "Al Lima")] == [True, False]
    assert [each.person.name for each in league.current_affiliations] == ["Al Lima"]


def test_somebody_known_from_elsewhere_comes_in(ana, elena):
    rivers = world.listed("Green Rivers Alliance")
    noted("Ana Ruiz is a neighbor of Elena Díaz", organization=rivers)
    assert [each.person for each in rivers.current_affiliations] == [elena]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "Type whom they know"),
        ("sister of", "Type whom they know"),
        ("sister Ana Ruiz", "nobody is tied to themselves"),
        ("Bo Li is a sister of Al Lima", "This says nothing about Ana Ruiz."),
        ("sister Bo Li, she is nice", "Leave out “she is nice”"),
        ("sister Bo Li, told by Nobody Known", "Nobody called Nobody Known is here."),
    ],
)
def test_what_cannot_be_says_what_to_type(ana, text, problem):
    assert problem in told(text, person=ana).problem


def test_a_tie_of_two_of_ours_who_are_elsewhere_is_not_for_this_page(ana, league):
    world.ours("Sam Okafor")
    assert "neither is with" in told("Ana Ruiz knows Sam Okafor", organization=league).problem


def test_one_side_alone_is_not_enough_at_an_organization(league):
    assert told("sister Elena Díaz", organization=league).problem.startswith("Type both names")
