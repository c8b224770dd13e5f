"""The prep packet on paper: shown in the browser, or downloaded."""

from datetime import date, timedelta

from flask import Response, request, url_for

from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.packets import PacketsSheet
from coalition_app.documents.printer import PaperUnavailable, PrintingFailed
from coalition_app.documents.sheet import Sheet
from coalition_app.extensions import db
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.models import Meeting
from coalition_app.web import access, clock, htmx, security

MOST_DAYS = 31
MOST_PACKETS = 40


@bp.get("/packets.pdf")
@access.viewer
@security.framed
def packets():
    """All planned meetings of a day or of several (?first=2026-03-16&days=7), in one file."""
    if request.htmx:
        return Response(status=204, headers={"HX-Redirect": request.full_path.rstrip("?")})
    first = _first_day()
    after = first + timedelta(days=min(max(request.args.get("days", 7, type=int), 1), MOST_DAYS))
    planned = Meeting.planned().where(Meeting.id.in_(_ids_between(first, after)))
    meetings = list(db.session.scalars(planned.limit(MOST_PACKETS)))
    if not meetings:
        return htmx.redirect(url_for(".index"), "No meeting is planned on those days.", "warn")
    sheet = PacketsSheet.of(meetings, first, after - timedelta(days=1), clock.now())
    return _paper(sheet, id=None)


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
    if request.htmx:
        return Response(status=204, headers={"HX-Redirect": request.full_path.rstrip("?")})
    return _paper(PacketSheet.of(meeting_or_404(id), clock.now()), id)


def _paper(sheet: Sheet, id: int | None) -> Response:
    db.session.rollback()
    try:
        pdf = sheet.pdf()
    except (PaperUnavailable, PrintingFailed) as error:
        return htmx.render("meetings/no_paper.html", status=503, id=id, words=str(error))
    response = Response(pdf, mimetype="application/pdf")
    way = "attachment" if "download" in request.args else "inline"
    response.headers.set("Content-Disposition", way, filename=sheet.file_name)
    return response
