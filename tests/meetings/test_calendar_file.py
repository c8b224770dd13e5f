"""A meeting as a file for any calendar."""

from datetime import UTC, datetime

import pytest
from icalendar import Calendar

from coalition_app.models import Meeting


def event_of(client, meeting: Meeting):
    answer = client.get(f"/meetings/{meeting.id}/meeting.ics")
    assert answer.headers["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(answer.data).events[0]


@pytest.mark.parametrize(
    ("starts_at", "hour"),
    [(datetime(2026, 3, 7, 18), 23), (datetime(2026, 3, 9, 18), 22)],
    ids=["winter", "summer"],
)
def test_it_stands_at_the_right_hour_on_both_sides_of_the_jump(viewer, meeting, starts_at, hour):
    meeting.starts_at = starts_at
    event = event_of(viewer, meeting)
    assert event.start.astimezone(UTC).hour == hour
    assert event.start.replace(tzinfo=None) == starts_at


def test_it_says_where_with_whom_and_links_back(viewer, meeting):
    meeting.place = "Café; 12 Main Street, back room"
    event = event_of(viewer, meeting)
    assert event["LOCATION"] == "Café; 12 Main Street, back room"
    assert meeting.title in event["SUMMARY"]
    assert f"/meetings/{meeting.id}" in event["DESCRIPTION"]


def test_a_moved_or_canceled_one_replaces_the_earlier_entry(viewer, db, meeting):
    first = event_of(viewer, meeting)
    meeting.move(datetime(2026, 3, 26, 18), datetime(2026, 3, 14).date())
    db.session.flush()
    meeting.cancel(datetime(2026, 3, 15).date(), "ill")
    second = event_of(viewer, meeting)
    assert second.uid == first.uid
    assert (second.sequence, second["STATUS"]) == (1, "CANCELLED")


def test_a_line_break_in_a_name_adds_no_line_to_the_file(viewer, meeting):
    meeting.place = "Hall\r\nATTENDEE:mailto:x@example.org"
    assert b"\r\nATTENDEE" not in viewer.get(f"/meetings/{meeting.id}/meeting.ics").data
