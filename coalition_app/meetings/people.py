"""Who comes, and who was there: a quick list on each page of a meeting."""

from flask import request

from coalition_app.extensions import db
from coalition_app.meetings.blueprint import bp, meeting_or_404, roster_of
from coalition_app.meetings.pages import done, page, pressed_on
from coalition_app.meetings.people_forms import AttendanceForm
from coalition_app.models import Attendance, Meeting
from coalition_app.web import access, htmx


@bp.post("/<int:id>/attendance")
@access.organizer
def attending(id: int):
    """A name: expected; on the notes page: was there. A new name is added on the way."""
    meeting, name = meeting_or_404(id), pressed_on()
    form = AttendanceForm(meeting, roster_of(meeting), prefix="people")
    if not form.validate_on_submit():
        return page(name, meeting, "people", status=422, attendance=form)
    _add(meeting, form, came=name == "notes")
    db.session.commit()
    return done(name, meeting, "people")


@bp.post("/<int:id>/coming")
@access.organizer
def coming(id: int):
    """Somebody expected was there."""
    meeting = meeting_or_404(id)
    _attendance(meeting).came = True
    db.session.commit()
    return done(pressed_on(), meeting, "people")


@bp.post("/<int:id>/leaving")
@access.organizer
def leaving(id: int):
    """Takes one off the list."""
    meeting = meeting_or_404(id)
    found = [each for each in meeting.attendances if each.id == _wanted()]
    for attendance in found:
        meeting.attendances.remove(attendance)
    db.session.commit()
    return done(pressed_on(), meeting, "people")


def _add(meeting: Meeting, form: AttendanceForm, *, came: bool) -> None:
    roster = roster_of(meeting)
    person = roster.find_or_new(form.name.data, form.organization, form.line.role)
    person.can_be_reached(form.line)
    if not form.may_contact:
        person.do_not_call = person.do_not_mail = True
    if form.name.is_new:
        side = form.organization.full_name if form.organization else "ours"
        htmx.say(f"{person.name} is new among the people: {side}.")
    attendance = meeting.expect(person, form.organization)
    attendance.organization = form.organization
    attendance.came = attendance.came or came
    party = meeting.party_of(form.organization) if form.organization else None
    if came and party:
        party.stayed_away = False


def _wanted() -> int:
    return request.form.get("attendance", 0, type=int)


def _attendance(meeting: Meeting) -> Attendance:
    return db.first_or_404(
        db.select(Attendance).where(Attendance.id == _wanted(), Attendance.meeting_id == meeting.id)
    )
