"""Reminding somebody of what they promised."""

from flask import url_for

from coalition_app.commitments.blueprint import back, bp, commitment_or_404, page, way_back
from coalition_app.extensions import db
from coalition_app.web import access, clock


@bp.get("/<int:id>/remind")
@access.organizer
def remind(id: int):
    return page("remind", commitment_or_404(id))


@bp.post("/<int:id>/reminding")
@access.organizer
def reminding(id: int):
    commitment = commitment_or_404(id)
    commitment.remind(clock.today())
    db.session.commit()
    undo = url_for(".not_reminding", id=id, next=way_back())
    return back(f"Reminded: {commitment.what}.", undo=undo)


@bp.post("/<int:id>/not-reminding")
@access.organizer
def not_reminding(id: int):
    """Takes the reminder back."""
    commitment = commitment_or_404(id)
    commitment.take_back_reminder()
    db.session.commit()
    return back(f"Not reminded yet: {commitment.what}.")
