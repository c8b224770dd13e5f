"""A person: how they are called, reached, rated; one timeline of all that happened with them."""

from datetime import date

import pytest

from coalition_app.lib.contact_line import ContactLine
from coalition_app.lib.years import Years
from coalition_app.models import (
    Addressee,
    Affiliation,
    Commitment,
    Conversation,
    Letter,
    Person,
    PersonTimeline,
    Standing,
    draft_letter,
)
from tests import world
from tests.keeping import kept

DAY = world.DAY


@pytest.mark.parametrize(
    ("name", "preferred", "first", "greeting", "called"),
    [
        ("Elena Díaz", "", "Elena", "Elena Díaz", "Elena Díaz"),
        ("Elena Díaz", "Ellie", "Ellie", "Ellie", "Elena Díaz (Ellie)"),
        ("Rev. Marcus Hill", "", "Marcus", "Marcus Hill", "Rev. Marcus Hill"),
        ("Rev. Marcus Hill", "Marcus", "Marcus", "Marcus", "Rev. Marcus Hill"),
        ("Cher", "", "Cher", "Cher", "Cher"),
    ],
)
def test_people_are_greeted_as_they_like(name, preferred, first, greeting, called):
    person = Person(name=name, preferred_name=preferred)
    assert (person.first_name, person.greeting, person.name_as_called) == (first, greeting, called)


def test_a_letter_begins_with_the_preferred_name(local):
    elena = world.add(Person(name="Elena Díaz", preferred_name="Ellie"))
    letter = draft_letter("general", Addressee(None, elena), local, DAY)
    assert letter.salutation == "Dear Ellie:"


def test_who_asked_for_no_calls_has_no_number_on_paper():
    person = Person(name="Paul Nowak", phone="203 555 0160", do_not_call=True, do_not_mail=False)
    assert person.dialed == "do not call"
    assert person.refuses("phone") == "do not call"
    assert not person.refuses("email")


def test_the_words_stand_only_where_a_way_would_stand():
    person = Person(name="Paul Nowak", phone="", email="", do_not_call=True, do_not_mail=True)
    assert (person.dialed, person.mailed) == ("", "")


def test_no_mail_is_no_letter_and_no_email():
    person = Person(name="Paul Nowak", email="p@example.org", do_not_call=False, do_not_mail=True)
    assert person.mailed == "do not mail"
    assert person.refuses("email") == person.refuses("letter") == "do not mail"
    assert not person.refuses("phone")
    assert not person.refuses("link")


def role(**years) -> Affiliation:
    return Affiliation(role="secretary", is_primary=True, **years)


def test_a_role_that_is_over_is_over_since_today_at_the_latest():
    affiliation = role()
    affiliation.lasts(Years(2019, 2024, is_over=True), DAY)
    assert (affiliation.ended_on, affiliation.is_primary) == (DAY, False)
    assert str(affiliation.years) == "2019–2024"


def test_a_past_role_may_have_no_years():
    affiliation = role()
    affiliation.lasts(Years(is_over=True), DAY)
    assert not affiliation.is_current
    assert str(affiliation.years) == "former"


def test_a_past_role_becomes_current_again():
    affiliation = role()
    affiliation.lasts(Years(2019, 2024, is_over=True), DAY)
    affiliation.lasts(Years(2019), DAY)
    assert affiliation.is_current
    assert str(affiliation.years) == "since 2019"


def test_leaving_is_of_the_year_of_its_day():
    affiliation = role()
    affiliation.end(DAY)
    assert str(affiliation.years) == "until 2026"
    affiliation.resume()
    assert (affiliation.is_current, str(affiliation.years)) == (True, "")


def test_of_namesakes_the_one_whose_phone_was_typed_is_meant(db):
    first, second = (
        world.add(Person(name="Ana Ruiz", phone=phone))
        for phone in ("203 555 0142", "203 555 0143")
    )
    assert Person.known_by(ContactLine("ana ruiz", phone="(203) 555-0143")) is second
    assert Person.known_by(ContactLine("Ana Ruiz", phone="203 555 0142")) is first
    assert Person.known_by(ContactLine("Ana Ruiz", phone="203 555 0199")) is None
    assert Person.known_by(ContactLine("Ana Ruiz")) is None
    first.reach_lines = "home 203 555 0199"
    assert Person.known_by(ContactLine("Ana Ruiz", phone="203 555 0199")) is first


@kept
def elena(db):
    return world.theirs(world.started())


def lines(person):
    """What its timeline says, latest first: (day or year, what, the rest)."""
    return [
        (event.when or event.on, event.what, event.text) for event in PersonTimeline(person).events
    ]


def test_conversations_of_either_side_stand_on_the_timeline(elena):
    rosa = world.ours("Rosa Díaz")
    league = elena.affiliations[0].organization
    call = {"organization": league, "held_on": DAY, "summary": "Coffee is set."}
    world.add(Conversation(**call, our_person=rosa, people=[elena]))
    assert lines(elena) == lines(rosa) == [(DAY, "Call", "Coffee is set.")]


def test_a_meeting_counts_for_who_came(elena):
    league = elena.affiliations[0].organization
    meeting = world.held(world.planned(league), elena)
    meeting.expect(world.ours("Rosa Díaz"))
    assert lines(elena) == [(date(2026, 3, 19), "First meeting", "")]
    assert lines(world.ours("Rosa Díaz")) == []


@pytest.mark.parametrize(
    ("end", "line"),
    [
        ({}, (DAY, "Promise made", "Flyer")),
        ({"kept_on": date(2026, 3, 20)}, (date(2026, 3, 20), "Promise kept", "Flyer")),
        (
            {"dropped_on": date(2026, 3, 21), "drop_reason": "no paper"},
            (date(2026, 3, 21), "Promise dropped", "Flyer (no paper)"),
        ),
    ],
)
def test_a_commitment_is_one_line_of_its_owner(elena, end, line):
    league = elena.affiliations[0].organization
    made = {"organization": league, "what": "Flyer", "made_on": DAY, "is_ours": False}
    world.add(Commitment(**made, owner=elena, **end))
    assert lines(elena) == [line]


def test_letters_are_told_to_who_got_signed_and_sent_them(elena):
    dori, sam = world.ours(), world.ours("Sam Okafor")
    letter = {"organization": elena.affiliations[0].organization, "dated_on": DAY, "sent_on": DAY}
    world.add(
        Letter(
            **letter,
            kind="general",
            recipient=elena,
            sender=sam,
            signer_name=dori.name,
            sent_by="mail",
        )
    )
    assert lines(elena) == [(DAY, "Got our letter", "by mail")]
    assert lines(dori) == [(DAY, "Signed the letter", "by mail")]
    assert lines(sam) == [(DAY, "Sent the letter", "by mail")]


def test_a_draft_is_not_told(elena):
    league = elena.affiliations[0].organization
    world.add(Letter(organization=league, dated_on=DAY, recipient=elena))
    assert lines(elena) == []


def test_introductions_are_told_of_both_sides(elena):
    rosa, league = world.ours("Rosa Díaz"), elena.affiliations[0].organization
    world.introduced(league, through_person=rosa, contact=elena)
    assert [what for _, what, _ in lines(rosa)] == ["Introduced us", "Asked to introduce us"]
    event = PersonTimeline(elena).events[0]
    assert (event.what, event.link) == ("Introduced to us", "by Rosa Díaz, at")


def test_ratings_and_roles_stand_in_their_years(elena):
    elena.affiliations[0].lasts(Years(2019, 2024, is_over=True), DAY)
    world.add(Standing(person=elena, value=2, rated_on=date(2025, 5, 3), act="Turned out 12"))
    assert lines(elena) == [
        (date(2025, 5, 3), "Standing 2 supports", "Turned out 12"),
        ("2024", "No longer secretary", ""),
        ("2019", "Began as secretary", ""),
    ]
