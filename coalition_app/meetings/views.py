"""Planning a meeting, its page, and its list. The other acts have files of their own."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.lib.names import split_names
from coalition_app.meetings import (  # noqa: F401 their views belong to this blueprint
    happening,
    ics,
    listing,
    notes,
    paper,
    people,
    planning_line,
    preparation,
    printing,
    quick_lines,
    sign_in,
    suggestions,
)
from coalition_app.meetings.blueprint import bp, me, meeting_or_404
from coalition_app.meetings.forms import EditForm, PlanForm
from coalition_app.meetings.pages import page
from coalition_app.models import Meeting, MeetingParty, Organization, Roster
from coalition_app.web import access, clock, htmx
from coalition_app.web.named import organization_names

__all__ = ["bp"]


@bp.get("/new")
@access.organizer
def new():
    after = _meeting_before()
    form, near = PlanForm(), _near(after)
    form.set_near(near)
    _suggest(form, near, after)
    return _new_page(form)


@bp.post("")
@access.organizer
def create():
    form = PlanForm()
    form.set_near(_near(_meeting_before()))
    if not form.validate_on_submit():
        return _new_page(form, status=422)
    meeting = Meeting.already_planned(form.organizations, form.starts_at.data) or _plan(form)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=meeting.id), "Planned.")


@bp.get("/<int:id>")
@access.viewer
def show(id: int):
    return page("show", meeting_or_404(id), at=request.args.get("at", ""))


@bp.get("/<int:id>/edit")
@access.organizer
def edit(id: int):
    meeting = meeting_or_404(id)
    return _edit_page(meeting, EditForm(meeting=meeting, now=clock.now()))


@bp.post("/<int:id>")
@access.organizer
def update(id: int):
    meeting = meeting_or_404(id)
    form = EditForm(meeting=meeting, now=clock.now())
    if not form.validate_on_submit():
        return _edit_page(meeting, form, status=422)
    if form.conflicts_with(meeting):
        return _edit_page(meeting, form, status=409)
    _change(meeting, form)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), "Saved.")


def _new_page(form: PlanForm, status: int = 200):
    after = _meeting_before()
    return htmx.render(
        "meetings/new.html",
        status=status,
        form=form,
        names=organization_names(),
        cancel=url_for(".show", id=after.id) if after else url_for(".index"),
        asked=request.query_string.decode(),
    )


def _edit_page(meeting: Meeting, form: EditForm, status: int = 200):
    return htmx.render(
        "meetings/edit.html",
        status=status,
        meeting=meeting,
        form=form,
        names=organization_names(),
    )


def _meeting_before() -> Meeting | None:
    """The meeting that this one follows (?after=)."""
    id_ = request.args.get("after", type=int)
    return meeting_or_404(id_) if id_ else None


def _near(after: Meeting | None) -> list[Organization]:
    """Whom the page was opened for (?organization= or ?after=)."""
    if after:
        return after.organizations_that_came
    id_ = request.args.get("organization", type=int)
    return [db.get_or_404(Organization, id_)] if id_ else []


def _suggest(form: PlanForm, near: list[Organization], after: Meeting | None) -> None:
    form.fill_people(Meeting.usually_expected(near, me()))
    form.kind.data = Meeting.usual_kind(near)
    form.place.data = after.place if after else ""


def _plan(form: PlanForm) -> Meeting:
    details = {"place": form.place.data, "kind": form.kind.data, "ends_at": form.ends_at}
    meeting = Meeting.plan(form.organizations, form.starts_at.data, **details)
    db.session.add(meeting)
    roster = Roster(form.organizations, me())
    for name in split_names(form.theirs.data):
        person = roster.find_or_new(name, form.organizations[0])
        meeting.expect(person, roster.side_of(person) or form.organizations[0])
    for name in split_names(form.ours.data):
        meeting.expect(roster.find_or_new(name, None))
    return meeting


def _change(meeting: Meeting, form: EditForm) -> None:
    """Another date is a move, except of what already took place: that is a correction."""
    meeting.place, meeting.kind = form.place.data, form.kind.data
    if meeting.held_on:
        meeting.starts_at = form.starts_at.data
        meeting.hold(clock.today())
    else:
        meeting.move(form.starts_at.data, clock.today())
    meeting.ends_at = form.ends_at
    _seat(meeting, form.organizations)


def _seat(meeting: Meeting, organizations: list[Organization]) -> None:
    """These organizations and no others; whoever came for one that left goes with it."""
    kept = {party.organization: party for party in meeting.parties}
    meeting.parties = [kept.get(each) or MeetingParty(organization=each) for each in organizations]
    meeting.attendances = [
        each for each in meeting.attendances if each.is_ours or each.organization in organizations
    ]
