"""The prep packet on paper: shown in the browser, or downloaded."""

from datetime import date, timedelta

from flask import request, url_for

from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.packets import PacketsSheet
from coalition_app.extensions import db
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.models import Meeting
from coalition_app.web import access, clock, htmx, pdf, security

MOST_DAYS = 31
MOST_PACKETS = 40


@bp.get("/packets.pdf")
@access.viewer
@security.framed
def packets():
    """All planned meetings of a day or of several (?first=2026-03-16&days=7), in one file."""
    first = _first_day()
    after = first + timedelta(days=min(max(request.args.get("days", 7, type=int), 1), MOST_DAYS))
    planned = Meeting.planned().where(Meeting.id.in_(_ids_between(first, after)))
    meetings = list(db.session.scalars(planned.limit(MOST_PACKETS)))
    if not meetings:
        return htmx.redirect(url_for(".index"), "No meeting is planned on those days.", "warn")
    sheet = PacketsSheet.of(meetings, first, after - timedelta(days=1), clock.now())
    return pdf.answer(sheet, url_for(".index"))


def _first_day() -> date:
    try:
        return date.fromisoformat(request.args.get("first", ""))
    except ValueError:
        return clock.today()


def _ids_between(first: date, after: date):
    return Meeting.between(first, after).order_by(None).with_only_columns(Meeting.id)


@bp.get("/<int:id>/packet.pdf")
@access.viewer
@security.framed
def packet(id: int):
    sheet = PacketSheet.of(meeting_or_404(id), clock.now())
    return pdf.answer(sheet, url_for(".show", id=id))
