"""Letters drafted from what was recorded, one or hundreds at once."""

import pytest

from coalition_app.extensions import db
from coalition_app.lib.blanks import unknown
from coalition_app.models import (
    LETTER_KINDS,
    Addressee,
    Introduction,
    LetterDrafts,
    LetterTemplate,
    LetterWords,
    Local,
    Meeting,
    Organization,
    Person,
    Question,
    follow_up_of,
    places_of,
)
from coalition_app.models.letter_words import BUILT_IN, SECOND_NOTE
from tests import world
from tests.queries import counted


@pytest.mark.parametrize("kind", LETTER_KINDS)
def test_the_words_of_the_program_name_only_places_there_are(kind):
    own = BUILT_IN[kind]
    texts = (own.subject, own.salutation, own.body, own.closing)
    assert not [each for text in texts for each in unknown(text, places_of(kind))]
    assert not unknown(SECOND_NOTE.body, places_of("follow_up"))


def test_a_follow_up_tells_what_was_heard_and_what_we_might_do(local):
    league = world.researched()
    meeting = world.held(
        world.planned(league), world.theirs(league), world.theirs(league, "Ana Li")
    )
    heard, _, ahead, *_ = Question.CARRY
    for question in meeting.questions("carry"):
        if question.wording == heard[1]:
            meeting.answer(question, "The hiring ordinance.")
        if question.wording == ahead[1]:
            meeting.answer(question, "One visit to the chair.")
    world.promised(meeting, league, "Ten volunteers", is_ours=False, owner=None)
    letter = LetterDrafts("follow_up", [follow_up_of(meeting, league)], local, world.DAY).all()[0]
    assert "What we took away from our conversation: The hiring ordinance.\n" in letter.body
    assert "And where we might work together: One visit to the chair.\n" in letter.body
    assert "And you kindly offered:\n- Ten volunteers by April 2, 2026" in letter.body
    assert "We said that we would" not in letter.body
    assert "Please thank Ana Li for us as well." in letter.body
    assert "next conversation" not in letter.body


def test_the_next_conversation_is_the_first_one_after(local):
    league = world.researched()
    meeting = world.held(world.planned(league), world.theirs(league))
    later = [meeting.starts_at.replace(month=month) for month in (5, 4)]
    for at in later:
        world.planned(league, at=at)
    letter = LetterDrafts("follow_up", [follow_up_of(meeting, league)], local, world.DAY).all()[0]
    assert "our next conversation on Sunday, April 19." in letter.body


def questions_for(count: int) -> int:
    """How often the database is asked to draft that many follow-up letters."""
    db.session.expunge_all()
    organizations = db.session.scalars(Organization.started().limit(count)).all()
    meetings = {each.organization_ids[0]: each for each in db.session.scalars(Meeting.held())}
    people = [each.primary_contact for each in organizations]
    for each in (*organizations, *meetings.values()):
        db.session.expire(each, ["affiliations"] if isinstance(each, Organization) else ["parties"])
    pairs = zip(organizations, people, strict=True)
    tos = [Addressee(each, person, meetings[each.id]) for each, person in pairs]
    local = Local.current()
    with counted() as statements:
        letters = LetterDrafts("follow_up", tos, local, world.DAY).all()
    assert all("Hall on May 14 (Dori James)" in letter.body for letter in letters)
    return len(statements)


def test_many_are_drafted_with_as_few_questions_as_one(local):
    for place in range(12):
        league = world.researched(f"League {place}", street="4 Elm St", city="Derby")
        meeting = world.held(world.planned(league), world.theirs(league, f"Ana {place}"))
        world.promised(meeting, league)
    assert questions_for(1) == questions_for(12)


def test_words_of_a_run_take_the_place_of_the_template(local):
    words = LetterWords(
        body="Hello [recipient first name]. Mission: [their mission].", subject="Hi"
    )
    elena = world.add(Person(name="Elena Díaz"))
    drafts = LetterDrafts("general", [Addressee(None, elena)], local, world.DAY, words)
    letter = drafts.all()[0]
    assert (letter.body, letter.subject) == ("Hello Elena.", "Hi")
    assert [each.place for each in drafts.fallen(Addressee(None, elena))] == ["their mission"]


def test_the_words_of_the_local_come_first(local):
    assert LetterTemplate.words_of("general") == BUILT_IN["general"]
    db.session.add(LetterTemplate(kind="general", body="Ours.", salutation="Hi,", closing="Yours,"))
    assert LetterTemplate.words_of("general").body == "Ours."


@pytest.mark.parametrize(
    ("details", "why"),
    [
        ({"street": "4 Elm St", "city": "Derby", "state": "CT", "postal_code": "06418"}, ""),
        ({"street": "4 Elm St", "city": "Derby", "state": "CT"}, "no ZIP"),
        ({"do_not_mail": True}, "asked us not to mail"),
        ({}, "no address"),
    ],
)
def test_who_may_not_be_mailed_is_told_why(local, details, why):
    person = world.ours("Rosa Díaz", **details)
    assert Addressee(None, person).why_not_mailed == why


def test_at_an_organization_without_an_address_they_get_mail_at_home(local):
    league = world.listed()
    elena = world.theirs(league)
    assert Addressee(league, elena).why_not_mailed == "no address"
    elena.street, elena.city, elena.state, elena.postal_code = "4 Elm St", "Derby", "CT", "06418"
    lines = Addressee(league, elena).address.lines
    assert lines == ("Elena Díaz", league.name, "4 Elm St", "Derby CT  06418")
    assert Addressee().why_not_mailed == "nobody to write to"


def test_who_shall_introduce_us_is_never_written_to_at_the_others(local):
    league, ally = world.listed(), world.listed("Green Rivers Alliance")
    june = world.theirs(league, "June Abbott")
    asked = Introduction(organization=league, route="ally", through_person=june)
    assert Addressee(league, introduction=asked).address.lines == ()
    to = Addressee(league, june, introduction=asked)
    assert to.address.lines == ("June Abbott",)
    world.joins(june, ally)
    assert to.address.lines == ("June Abbott", "Green Rivers Alliance")


@pytest.mark.parametrize(
    ("hq_name", "salutation"),
    [
        ("", "Dear colleagues:"),
        ("Legislative office", "Dear colleagues:"),
        ("Ana Ruiz, Legislative office", "Dear Ana Ruiz:"),
    ],
)
def test_an_office_at_headquarters_is_greeted_as_colleagues(local, hq_name, salutation):
    local.hq_name = hq_name
    asked = Introduction(organization=world.listed(), route="hq")
    to = Addressee(asked.organization, introduction=asked)
    letter = LetterDrafts("introduction_request", [to], local, world.DAY).all()[0]
    assert letter.salutation == salutation


@pytest.mark.parametrize(
    ("details", "salutation"),
    [
        ({"name": "Office of the President", "is_ours": True}, "Dear colleagues:"),
        ({"name": "Membership committee"}, "Dear friends:"),
        ({"name": "Sister of Rosa Díaz", "is_unnamed": True}, "Dear friends:"),
        ({"name": "executive director"}, "Dear Executive Director:"),
    ],
)
def test_who_has_no_name_is_not_called_by_the_first_word(local, details, salutation):
    """The words of a request to our member call by the first name."""
    person = world.add(Person(**details))
    drafts = LetterDrafts("member_request", [Addressee(None, person)], local, world.DAY)
    assert drafts.all()[0].salutation == salutation
