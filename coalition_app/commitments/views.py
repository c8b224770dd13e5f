"""One list over all commitments, ours and theirs; typing one in and changing it."""

from flask import request

from coalition_app.commitments import acts, listing, reminding  # noqa: F401 views of this blueprint
from coalition_app.commitments.blueprint import (
    back,
    bp,
    commitment_or_404,
    roster_of,
    roster_with,
    way_back,
)
from coalition_app.commitments.forms import EditForm, NewForm
from coalition_app.extensions import db
from coalition_app.models import Commitment, Meeting, Organization, Person, Roster
from coalition_app.web import access, clock, htmx
from coalition_app.web.named import organization_names

__all__ = ["bp"]


@bp.get("/new")
@access.organizer
def new():
    form, near = NewForm(), _near()
    if near:
        form.organization.data = near[0].full_name
    return _new_page(form)


@bp.post("")
@access.organizer
def create():
    form = NewForm()
    form.organization.near = _near()
    if not (form.validate_on_submit() and _finds_owner(form)):
        return _new_page(form, status=422)
    organization = form.organization.organization
    Commitment.make(
        organization,
        form.what.data,
        clock.today(),
        meeting=_meeting_with(organization),
        owner=_owner(form, organization),
        is_ours=form.is_ours,
        due_on=form.due_on.data,
    )
    db.session.commit()
    return back("Written down.")


@bp.get("/<int:id>/edit")
@access.organizer
def edit(id: int):
    commitment = commitment_or_404(id)
    return _edit_page(commitment, EditForm(commitment, roster_of(commitment)))


@bp.post("/<int:id>")
@access.organizer
def update(id: int):
    commitment = commitment_or_404(id)
    form = EditForm(commitment, roster_of(commitment))
    if not form.validate_on_submit():
        return _edit_page(commitment, form, status=422)
    if form.conflicts_with(commitment):
        return _edit_page(commitment, form, status=409)
    owner, today = _owner(form, commitment.organization), clock.today()
    commitment.change(form.what.data, owner, is_ours=form.is_ours, today=today)
    commitment.redate(form.due_on.data, today)
    db.session.commit()
    return back("Saved.")


def _new_page(form: NewForm, status: int = 200):
    near, meeting = _near(), _meeting()
    return htmx.render(
        "commitments/new.html",
        status=status,
        form=form,
        organizations=organization_names(),
        people=roster_with(near[0] if near else None).names,
        way_back=way_back(),
        meeting_id=meeting.id if meeting else None,
        organization_id=near[0].id if near else None,
    )


def _edit_page(commitment: Commitment, form: EditForm, status: int = 200):
    return htmx.render(
        "commitments/edit.html",
        status=status,
        form=form,
        commitment=commitment,
        people=roster_of(commitment).names,
        way_back=way_back(),
    )


def _meeting() -> Meeting | None:
    id_ = request.values.get("meeting", type=int)
    return db.get_or_404(Meeting, id_) if id_ else None


def _meeting_with(organization: Organization) -> Meeting | None:
    """None if another organization was chosen than the page was opened for."""
    meeting = _meeting()
    return meeting if meeting and organization in meeting.organizations else None


def _near() -> list[Organization]:
    """The organization, or those of the meeting, that the page was opened for."""
    id_ = request.values.get("organization_id", request.args.get("organization"), type=int)
    if id_:
        return [db.get_or_404(Organization, id_)]
    meeting = _meeting()
    return meeting.organizations_that_came if meeting else []


def _finds_owner(form: NewForm) -> bool:
    """Only now is it known whose people a first name may mean."""
    form.owner_name.roster = Roster([form.organization.organization], _me())
    return form.owner_name.validate(form) and form.owner_name.fits(is_ours=form.is_ours)


def _me() -> Person:
    return roster_with(None).me


def _owner(form, organization: Organization) -> Person | None:
    field = form.owner_name
    if not field.data:
        return None
    if field.is_new:
        side = "ours" if form.is_ours else organization.full_name
        htmx.say(f"{field.data} is new among the people: {side}.")
    return field.roster.find_or_new(field.data, None if form.is_ours else organization)
