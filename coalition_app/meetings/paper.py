"""The prep packet on paper: shown in the browser, or downloaded."""

from flask import Response, request

from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.printer import PaperUnavailable, PrintingFailed
from coalition_app.extensions import db
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.web import access, clock, htmx, security


@bp.get("/<int:id>/packet.pdf")
@access.viewer
@security.framed
def packet(id: int):
    if request.htmx:
        return Response(status=204, headers={"HX-Redirect": request.full_path.rstrip("?")})
    sheet = PacketSheet.of(meeting_or_404(id), clock.now())
    db.session.rollback()
    try:
        pdf = sheet.pdf()
    except (PaperUnavailable, PrintingFailed) as error:
        return htmx.render("meetings/no_paper.html", status=503, id=id, words=str(error))
    response = Response(pdf, mimetype="application/pdf")
    way = "attachment" if "download" in request.args else "inline"
    response.headers.set("Content-Disposition", way, filename=sheet.file_name)
    return response
