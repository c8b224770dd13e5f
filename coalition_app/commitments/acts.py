"""What becomes of a commitment: kept, dropped with a reason, or a new date."""

from flask import url_for

from coalition_app.commitments.blueprint import back, bp, commitment_or_404, way_back
from coalition_app.commitments.forms import DropForm, RedateForm
from coalition_app.extensions import db
from coalition_app.models import Commitment
from coalition_app.web import access, clock, htmx


@bp.post("/<int:id>/keeping")
@access.organizer
def keeping(id: int):
    commitment = commitment_or_404(id)
    commitment.keep(clock.today())
    db.session.commit()
    return back(f"Kept: {commitment.what}.", undo=url_for(".reopening", id=id))


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
    return _page("drop", commitment_or_404(id), DropForm())


@bp.post("/<int:id>/dropping")
@access.organizer
def dropping(id: int):
    commitment, form = commitment_or_404(id), DropForm()
    if not form.validate_on_submit():
        return _page("drop", commitment, form, status=422)
    if commitment.is_open:
        commitment.drop(clock.today(), form.reason.data)
    db.session.commit()
    return back(f"Dropped: {commitment.what}.", undo=url_for(".reopening", id=id))


@bp.get("/<int:id>/redate")
@access.organizer
def redate(id: int):
    commitment = commitment_or_404(id)
    return _page("redate", commitment, RedateForm(commitment))


@bp.post("/<int:id>/redating")
@access.organizer
def redating(id: int):
    commitment = commitment_or_404(id)
    form = RedateForm(commitment)
    if not form.validate_on_submit():
        return _page("redate", commitment, form, status=422)
    commitment.redate(form.due_on.data, clock.today())
    db.session.commit()
    return back(f"New date: {commitment.what}.")


def _page(name: str, commitment: Commitment, form, status: int = 200):
    template = f"commitments/{name}.html"
    context = {"commitment": commitment, "form": form, "way_back": way_back()}
    return htmx.render(template, status=status, **context)
