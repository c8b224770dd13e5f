"""The sample local is alive on any day, and says everywhere that it is a sample."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from coalition_app import sample
from coalition_app.extensions import db
from coalition_app.models import (
    Agenda,
    Letter,
    Meeting,
    Organization,
    Pathway,
    Person,
    facts_of_started,
)
from coalition_app.sample.story import Story

ANOTHER_DAY = date(2028, 2, 27)  # a Sunday at the end of a short month


@pytest.fixture
def filled(app, blank) -> date:
    blank.begin_with("sample of another day", lambda: sample.fill(ANOTHER_DAY))
    return ANOTHER_DAY


def facts_on(day: date):
    return list(facts_of_started(day).values())


def test_one_stands_at_each_step(filled):
    moment = datetime.combine(filled, time(10))
    paths = [Pathway(each, moment) for each in facts_on(filled)]
    assert {path.step_number for path in paths} == set(range(1, 11))
    assert any(path.is_quiet for path in paths)


def test_something_is_late_due_today_and_coming_up(filled):
    agenda = Agenda.at(datetime.combine(filled, time(10)))
    assert agenda.late
    assert agenda.today
    assert agenda.soon
    assert agenda.next_steps
    urgent = {getattr(each, "kind", "") for each in (*agenda.late, *agenda.today)}
    assert {"nudge", "did_it_happen", "type_up"} <= urgent


def test_no_meeting_but_todays_is_on_a_weekend(filled):
    days = {each.date() for each in db.session.scalars(select(Meeting.starts_at))}
    assert not [day for day in days - {filled} if day.weekday() > 4]


def test_what_lies_ahead_stays_ahead_and_what_is_past_stays_past():
    for start in range(7):
        today = date(2026, 3, 9) + timedelta(days=start)
        story = Story(today, None)
        assert story.at(1, 9).date() > today
        assert story.at(-1, 9).date() < today


def test_every_phone_is_an_invented_one(sample):
    numbers = [
        *db.session.scalars(select(Person.phone)),
        *db.session.scalars(select(Organization.phone)),
    ]
    assert [number for number in numbers if number and " 555 01" not in number] == []


def test_there_are_letters_in_draft_and_sent_and_addresses_for_a_print_run(sample):
    assert len(db.session.scalars(Letter.drafts()).all()) >= 2
    assert len(db.session.scalars(Letter.sent()).all()) >= 5
    addressed = [each for each in db.session.scalars(Person.in_view()) if each.has_address]
    assert len(addressed) >= 15
