"""A contact logged in one line, on Saturday, March 14, 2026."""

from datetime import date

import pytest
from hypothesis import given

from coalition_app.lib.talk_line import read_talk
from tests.any_text import any_text

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("line", "kind", "names", "day"),
    [
        ("Elena Díaz", "call", ["Elena Díaz"], 14),
        ("called Elena Díaz yesterday: likes it", "call", ["Elena Díaz"], 13),
        ("emailed Ana and Sam on 3/12: the bill", "email", ["Ana", "Sam"], 12),
        ("coffee with Elena, Marcus Hill last thursday", "visit", ["Elena", "Marcus Hill"], 12),
        ("ran into Elena at Vecinos Unidos", "event", ["Elena"], 14),
        ("letter from Ana Ruiz 3 days ago", "letter", ["Ana Ruiz"], 11),
        ("Callie Hill", "call", ["Callie Hill"], 14),
    ],
)
def test_who_kind_and_day(line, kind, names, day):
    talk = read_talk(line, TODAY)
    assert (talk.kind, [each.name for each in talk.named]) == (kind, names)
    assert talk.held_on == date(2026, 3, day)


def test_an_organization_said_with_the_name():
    (named,) = read_talk("called Ana Ruiz of Vecinos Unidos: hello", TODAY).named
    assert named == ("Ana Ruiz", "Vecinos Unidos")


@pytest.mark.parametrize(
    ("line", "summary", "again"),
    [
        ("Elena: likes it; again in 2 weeks", "likes it", date(2026, 3, 28)),
        ("Elena: likes it, next touch thu", "likes it", date(2026, 3, 19)),
        ("Elena: call back tomorrow", "", date(2026, 3, 15)),
        ("Elena: will think again about it", "will think again about it", None),
        ("Elena: time 5:30 suits", "time 5:30 suits", None),
        ("Elena", "", None),
    ],
)
def test_what_was_said_and_the_next_touch(line, summary, again):
    talk = read_talk(line, TODAY)
    assert (talk.summary, talk.again_on) == (summary, again)


@pytest.mark.parametrize(
    ("said", "two_way"), [("left a message", False), ("no answer", False), ("she agrees", True)]
)
def test_a_message_left_is_no_conversation(said, two_way):
    assert read_talk(f"Elena: {said}", TODAY).is_two_way is two_way


@pytest.mark.parametrize("line", ["", "called", "yesterday", ": hello", "call yesterday: hello"])
def test_without_a_name_it_says_how_to_begin(line):
    with pytest.raises(ValueError, match="Begin like"):
        read_talk(line, TODAY)


@given(any_text(max_size=60))
def test_any_line_is_read_or_refused_in_words(line):
    try:
        named = read_talk(line, TODAY).named
    except ValueError as refusal:
        named = str(refusal)
    assert named
