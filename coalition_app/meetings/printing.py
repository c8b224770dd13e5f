"""Printing a packet and remembering the day, so that Today can say what is still to print."""

from flask import url_for

from coalition_app.extensions import db
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.web import access, clock, htmx


@bp.post("/<int:id>/printing")
@access.organizer
def printing(id: int):
    """On to the packet itself."""
    meeting = meeting_or_404(id)
    meeting.packet_printed_on = clock.today()
    db.session.commit()
    return htmx.redirect(url_for(".packet", id=id))
