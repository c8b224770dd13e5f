"""Step 5: the prepare questions, with what we already know beside each; saved while one types."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.meetings.answers import AnswerSheet
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.meetings.pages import page
from coalition_app.meetings.saving import saved
from coalition_app.web import access


@bp.get("/<int:id>/prepare")
@access.organizer
def prepare(id: int):
    return page("prepare", meeting_or_404(id), at=request.args.get("at", ""))


@bp.post("/<int:id>/preparation")
@access.organizer
def save_preparation(id: int):
    meeting = meeting_or_404(id)
    sheet = AnswerSheet(meeting, "prepare")
    sheet.take(request.form)
    db.session.commit()
    return saved("prepare", sheet, back_to=url_for(".prepare", id=id))
