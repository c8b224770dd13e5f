"""What becomes of a commitment: kept, dropped with a reason, or a new date."""

from datetime import date

from flask import request, url_for

from coalition_app.commitments.blueprint import back, bp, commitment_or_404, page, way_back
from coalition_app.commitments.forms import DropForm, RedateForm
from coalition_app.extensions import db
from coalition_app.web import access, clock


@bp.post("/<int:id>/keeping")
@access.organizer
def keeping(id: int):
    commitment = commitment_or_404(id)
    commitment.keep(clock.today())
    db.session.commit()
    return back(f"Kept: {commitment.what}.", undo=url_for(".reopening", id=id, next=way_back()))


@bp.post("/<int:id>/reopening")
@access.organizer
def reopening(id: int):
    commitment = commitment_or_404(id)
    if not commitment.is_open:
        commitment.reopen()
    db.session.commit()
    return back(f"Open again: {commitment.what}.")


@bp.get("/<int:id>/drop")
@access.organizer
def drop(id: int):
    return page("drop", commitment_or_404(id), DropForm())


@bp.post("/<int:id>/dropping")
@access.organizer
def dropping(id: int):
    commitment, form = commitment_or_404(id), DropForm()
    if not form.validate_on_submit():
        return page("drop", commitment, form, status=422)
    if commitment.is_open:
        commitment.drop(clock.today(), form.reason.data)
    db.session.commit()
    return back(f"Dropped: {commitment.what}.", undo=url_for(".reopening", id=id, next=way_back()))


@bp.get("/<int:id>/redate")
@access.organizer
def redate(id: int):
    commitment = commitment_or_404(id)
    return page("redate", commitment, RedateForm(commitment))


@bp.post("/<int:id>/redating")
@access.organizer
def redating(id: int):
    commitment = commitment_or_404(id)
    form = RedateForm(commitment)
    if not form.validate_on_submit():
        return page("redate", commitment, form, status=422)
    commitment.redate(form.due_on.data, clock.today())
    db.session.commit()
    undo = url_for(".redating_back", id=id, of=commitment.due_on, next=way_back())
    return back(f"New date: {commitment.what}.", undo=undo)


@bp.post("/<int:id>/redating-back")
@access.organizer
def redating_back(id: int):
    """Takes the new date `of` back, if it still stands."""
    commitment = commitment_or_404(id)
    commitment.take_back_date(request.args.get("of", type=date.fromisoformat))
    db.session.commit()
    return back(f"The date before stands again: {commitment.what}.")
