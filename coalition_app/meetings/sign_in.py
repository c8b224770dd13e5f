"""The sign-in sheet of a meeting on paper, blank or with the names of who is expected."""

from flask import request, url_for

from coalition_app.documents.sign_in import SignInSheet
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.web import access, clock, pdf, security


@bp.get("/<int:id>/sign-in.pdf")
@access.viewer
@security.framed
def sign_in_sheet(id: int):
    with_expected = "expected" in request.args
    sheet = SignInSheet.of(meeting_or_404(id), clock.today(), with_expected=with_expected)
    return pdf.answer(sheet, url_for(".show", id=id))
