"""A meeting planned in one line from the organization's page."""

from datetime import datetime

import pytest

from coalition_app.models import Meeting
from tests import world


def only(db) -> Meeting:
    return db.session.scalars(db.select(Meeting)).one()


def test_one_line_is_a_meeting_with_those_who_usually_come(organizer, db, league):
    elena = world.theirs(league)
    organizer.get(f"/meetings/with/{league.id}")
    page = organizer.submit("Plan it", when="thu 5:30-7pm coffee at Corner Café")
    assert "Planned." in page.text
    meeting = only(db)
    assert (meeting.starts_at, meeting.ends_at) == (
        datetime(2026, 3, 19, 17, 30),
        datetime(2026, 3, 19, 19),
    )
    assert (meeting.place, meeting.kind) == ("coffee at Corner Café", "first")
    assert [each.person for each in meeting.theirs] == [elena]
    assert [each.person.name for each in meeting.ours] == ["Dori James"]


def test_two_quick_enters_plan_one(organizer, db, league):
    page = organizer.get(f"/meetings/with/{league.id}")
    page.submit("Plan it", when="thu 5:30pm")
    page.submit("Plan it", when="thu 5:30pm")
    assert only(db)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", "Type a day and a time."),
        ("coffee", "Type a date and a time"),
        ("3/8/2026 2:30 am", "there is no such hour"),
        ("3/19/1926 5pm", "1926 is too far from now"),
        ("thu 5:30-5pm", "end before it begins"),
        ("3/14/2027 1am-2:30am", "there is no such hour"),
    ],
)
def test_a_line_that_says_no_moment_is_kept(organizer, db, league, line, words):
    organizer.get(f"/meetings/with/{league.id}")
    page = organizer.submit("Plan it", when=line)
    assert page.status == 422
    assert words in page.text
    assert page.one("[name=when]").get("value", "") == line
    assert db.session.scalar(db.select(Meeting)) is None


def test_what_was_understood_is_said_before_enter(organizer, league):
    world.theirs(league)
    path = f"/meetings/with/{league.id}/understood"
    read = organizer.get(path, query_string={"when": "thu 5:30pm call"}, htmx="p").data.decode()
    assert read.strip() == ("Thu, Mar 19, 5:30 pm · call · Elena Díaz, Dori James · Enter plans it")


def test_an_end_is_typed_in_the_form_too(organizer, db, meeting):
    organizer.get(f"/meetings/{meeting.id}/edit")
    page = organizer.submit("Save", until="90 minutes")
    assert "5:30 pm to 7:00 pm" in page.text
    organizer.get(f"/meetings/{meeting.id}/edit")
    page = organizer.submit("Save", until="4 pm")
    assert page.status == 422
    assert "It would end before it begins." in page.text


def test_a_moved_meeting_stays_as_long(db, meeting):
    meeting.ends_at = datetime(2026, 3, 19, 19)
    meeting.move(datetime(2026, 3, 26, 18), world.DAY)
    assert meeting.ends_at == datetime(2026, 3, 26, 19, 30)


def test_a_viewer_plans_no_line(viewer, league):
    assert viewer.get(f"/meetings/with/{league.id}").status == 403
