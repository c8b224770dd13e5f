"""A meeting as an .ics file, which any calendar program opens."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Response, current_app, request, url_for
from icalendar import Calendar, Event, vText

from coalition_app.documents.sheet import file_name
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.models import Meeting
from coalition_app.web import access
from coalition_app.web.local import local_shown

USUAL_LENGTH = timedelta(hours=1)


@bp.get("/<int:id>/meeting.ics")
@access.viewer
def calendar_file(id: int):
    meeting = meeting_or_404(id)
    link = url_for(".show", id=id, _external=True)
    name = file_name("Meeting", meeting.title, meeting.starts_at.date(), "ics")
    text = calendar_of(meeting, local_shown().time_zone, request.host, link)
    response = Response(text, mimetype="text/calendar")
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def calendar_of(meeting: Meeting, zone: str, host: str, link: str) -> bytes:
    """One event on the wall clock of the local, with the rules of its zone (RFC 5545).

    Without an end it is taken to last an hour. The same meeting keeps its UID, so that a moved
    one replaces the earlier entry.
    """
    place = ZoneInfo(zone)
    event = Event()
    event.uid = f"meeting-{meeting.id}@{host}"
    event.stamp = current_app.config["CLOCK"]().astimezone(UTC)
    event.start = meeting.starts_at.replace(tzinfo=place)
    event.end = _end(meeting).replace(tzinfo=place)
    event.sequence = len(meeting.moves)
    event["SUMMARY"] = vText(f"{Meeting.KINDS[meeting.kind].capitalize()}: {meeting.title}")
    event["LOCATION"] = vText(meeting.place)
    event["DESCRIPTION"] = vText("\n".join([*_names(meeting), link]))
    event["STATUS"] = vText("CANCELLED" if meeting.canceled_on else "CONFIRMED")
    calendar = Calendar.new()
    calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _end(meeting: Meeting) -> datetime:
    return meeting.ends_at or meeting.starts_at + USUAL_LENGTH


def _names(meeting: Meeting) -> list[str]:
    return [attendance.person.described for attendance in meeting.attendances]
