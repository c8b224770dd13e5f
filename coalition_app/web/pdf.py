"""A printed sheet as the answer: shown or downloaded, or a page that says why there is none."""

from flask import Response, request
from flask.typing import ResponseReturnValue

from coalition_app.documents.printer import PaperUnavailable, PrintingFailed
from coalition_app.documents.sheet import Sheet
from coalition_app.extensions import db
from coalition_app.web import htmx


def answer(sheet: Sheet, back: str, kept: bytes | None = None) -> ResponseReturnValue:
    """`back` is the page that it was asked for on; `kept` is the paper as it went, if it did.

    The transaction ends first: printing takes its time.
    """
    if request.htmx:
        return Response(status=204, headers={"HX-Redirect": request.full_path.rstrip("?")})
    db.session.rollback()
    try:
        pdf = kept or sheet.pdf()
    except (PaperUnavailable, PrintingFailed) as error:
        return htmx.render("errors/no_paper.html", status=503, words=str(error), back=back)
    response = Response(pdf, mimetype="application/pdf")
    way = "attachment" if "download" in request.args else "inline"
    response.headers.set("Content-Disposition", way, filename=sheet.file_name)
    return response
