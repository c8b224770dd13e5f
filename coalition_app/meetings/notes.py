"""The notes page: what was said, in the order and with the numbers of the paper."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.meetings.answers import AnswerSheet
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.meetings.pages import page
from coalition_app.meetings.saving import saved
from coalition_app.web import access


@bp.get("/<int:id>/notes")
@access.organizer
def notes(id: int):
    return page("notes", meeting_or_404(id), at=request.args.get("at", ""))


@bp.post("/<int:id>/notes")
@access.organizer
def save_notes(id: int):
    meeting = meeting_or_404(id)
    sheet = AnswerSheet(meeting, "carry", with_notes=True)
    sheet.take(request.form)
    db.session.commit()
    return saved("notes", sheet, back_to=url_for(".notes", id=id))
