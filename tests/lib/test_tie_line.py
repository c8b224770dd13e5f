"""How two people know each other, typed in one line as people say it."""

import pytest

from coalition_app.lib.tie_line import read_tie
from coalition_app.models import Tie

ROLES = ("secretary", "treasurer")


def understood(text):
    line = read_tie(text, ROLES)
    one, other = ([each.name for each in side] for side in (line.one, line.other))
    return ", ".join(one), line.kind, ", ".join(other)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz is a sibling of Elena Díaz",
        "Ana Ruiz is the sister of Elena Díaz",
        "Ana Ruiz, sister of Elena Díaz",
        "Ana Ruiz: Sister of Elena Díaz",
        "Ana Ruiz’s a sister of Elena Díaz",
        "Ana Ruiz is Elena Díaz's sister",
        "Elena Díaz's sister Ana Ruiz",
        "Elena Díaz’s sister is Ana Ruiz",
        "Elena Díaz sister Ana Ruiz",
        "Ana Ruiz and Elena Díaz are sisters",
        "Ana Ruiz & Elena Díaz are siblings",
        "  Ana Ruiz   is a  twin of Elena Díaz .",
    ],
)
def test_who_is_what_to_whom_is_read_however_it_is_said(text):
    assert understood(text) == ("Ana Ruiz", "sibling", "Elena Díaz")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("mother of Elena Díaz", ("", "parent", "Elena Díaz")),
        ("she is the mother of Elena Díaz", ("", "parent", "Elena Díaz")),
        ("mother Elena Díaz", ("Elena Díaz", "parent", "")),
        ("her mother Elena Díaz", ("Elena Díaz", "parent", "")),
        ("her mom is Elena Díaz", ("Elena Díaz", "parent", "")),
        ("Elena Díaz is her mother", ("Elena Díaz", "parent", "")),
        ("Elena Díaz, mother", ("Elena Díaz", "parent", "")),
        ("Elena Díaz (mother)", ("Elena Díaz", "parent", "")),
        ("MOTHER ELENA DÍAZ", ("ELENA DÍAZ", "parent", "")),
        ("Elena Díaz's mother", ("", "parent", "Elena Díaz")),
        ("my mother Elena Díaz", ("Elena Díaz", "parent", "me")),
    ],
)
def test_without_of_the_one_named_is_meant(text, who):
    assert understood(text) == who


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("sister-in-law of", "in-law"),
        ("brother in law of", "in-law"),
        ("husband of", "spouse or partner"),
        ("married to", "spouse or partner"),
        ("dad of", "parent"),
        ("stepdaughter of", "child"),
        ("half-brother of", "sibling"),
        ("second cousin of", "cousin"),
        ("grandmother of", "family"),
        ("related to", "family"),
        ("goes to church with", "congregation"),
        ("prays with", "congregation"),
        ("friend from church of", "congregation"),
        ("works with", "coworker"),
        ("colleague of", "coworker"),
        ("went to school with", "school"),
        ("went to the same college as", "school"),
        ("lives next door to", "neighbor"),
        ("on the same street as", "neighbor"),
        ("old buddy of", "friend"),
        ("knows", "other"),
        ("has met", "other"),
    ],
)
def test_plain_words_are_known_for_each_kind(words, kind):
    assert understood(f"{words} Bo Li")[1:] == (kind, "Bo Li")


@pytest.mark.parametrize("kind", Tie.KINDS)
def test_what_the_program_says_it_reads_back(kind):
    told = f"Ana Ruiz {Tie.phrase(kind)} Elena Díaz"
    assert understood(told) == ("Ana Ruiz", kind, "Elena Díaz")
    assert understood(told.replace("Ruiz", "Ruiz is", 1))[1] == kind


def test_a_name_alone_is_somebody_they_know():
    assert understood("Elena Díaz") == ("", "other", "Elena Díaz")


@pytest.mark.parametrize("name", ["Jim Church", "Rosa Friend", "Ann Work", "Christianson Sonnet"])
def test_a_family_name_is_no_kind(name):
    assert understood(name) == ("", "other", name)
    assert understood(f"sister of {name}") == ("", "sibling", name)


@pytest.mark.parametrize(
    ("text", "is_close"),
    [
        ("sister Elena Díaz, close", True),
        ("sister Elena Díaz (Close)", True),
        ("close friend of Elena Díaz", True),
        ("best friend Elena Díaz", True),
        ("sister Elena Díaz, not very close", False),
        ("distant cousin Elena Díaz", False),
        ("friend Elena Díaz, loose", False),
        ("friend Glenn Close", None),
    ],
)
def test_close_or_loose_may_stand_anywhere(text, is_close):
    line = read_tie(text)
    assert line.is_close is is_close
    assert (line.one or line.other)[0].name in ("Elena Díaz", "Glenn Close")


@pytest.mark.parametrize(
    "text",
    [
        "sister Elena Díaz, told by Sam Okafor",
        "sister Elena Díaz told us by Sam Okafor",
        "sister Elena Díaz, Sam Okafor told us",
        "sister Elena Díaz (says Sam Okafor)",
        "sister Elena Díaz, close, Sam Okafor says so",
        "Sam Okafor told us that her sister is Elena Díaz",
        "sister Elena Díaz, according to Sam Okafor",
        "sister Elena Díaz, heard from Sam Okafor",
    ],
)
def test_who_told_us_is_found(text):
    assert read_tie(text).told_by == "Sam Okafor"
    assert understood(text) == ("Elena Díaz", "sibling", "")


def test_several_are_named_at_once():
    line = read_tie("works with Elena Díaz, secretary, Bo Li & Rosa Lima", ROLES)
    assert [(each.name, each.contact.role) for each in line.other] == [
        ("Elena Díaz", "secretary"),
        ("Bo Li", ""),
        ("Rosa Lima", ""),
    ]


@pytest.mark.parametrize(
    "text", ["", ",", "sister", "sister of", "close", "()", "and", "works with"]
)
def test_what_names_nobody_has_no_name(text):
    assert read_tie(text).names == ()


def test_a_long_line_is_read_quickly():
    assert read_tie("sister of " + "a, " * 30_000 + "'s is a of" * 1000)
