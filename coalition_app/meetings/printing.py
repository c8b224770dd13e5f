"""Printing packets and remembering the day, so that Today can say what is still to print."""

from flask import request, url_for
from sqlalchemy import update

from coalition_app.extensions import db
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.meetings.paper import days_asked_for, planned_on
from coalition_app.models import Meeting
from coalition_app.web import access, clock, htmx


@bp.post("/<int:id>/printing")
@access.organizer
def printing(id: int):
    """On to the packet itself."""
    meeting = meeting_or_404(id)
    meeting.packet_printed_on = clock.today()
    db.session.commit()
    return htmx.redirect(url_for(".packet", id=id))


@bp.post("/packets-printing")
@access.organizer
def printing_several():
    """On to the file of all planned on those days."""
    first, after = days_asked_for()
    ids = [meeting.id for meeting in planned_on(first, after)]
    printed = {"packet_printed_on": clock.today(), "version": Meeting.version + 1}
    db.session.execute(update(Meeting).where(Meeting.id.in_(ids)).values(**printed))
    db.session.commit()
    return htmx.redirect(url_for(".packets", first=first, days=request.form.get("days", 7, int)))
