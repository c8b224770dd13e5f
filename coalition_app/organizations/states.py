"""Starting, pausing and archiving an organization."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.models import Introduction, Organization, Pause, Person
from coalition_app.organizations.blueprint import bp
from coalition_app.organizations.state_forms import PauseForm, StartForm
from coalition_app.web import access, clock, filters, htmx


@bp.get("/<int:id>/start")
@access.organizer
def start(id: int):
    organization = db.get_or_404(Organization, id)
    return htmx.render("organizations/start.html", organization=organization, form=StartForm())


@bp.post("/<int:id>/starting")
@access.organizer
def starting(id: int):
    organization = db.get_or_404(Organization, id)
    form = StartForm()
    if not form.validate_on_submit():
        return htmx.refused("organizations/start.html", organization=organization, form=form)
    if organization.is_started:
        return _back(organization, f"Started already, {filters.day(organization.started_on)}.")
    organization.unarchive()
    organization.start(db.session.get(Person, form.lead_id.data), form.started_on.data)
    if form.opens_door:
        db.session.add(_open_door(organization, form))
    db.session.commit()
    undo = None if form.opens_door else url_for(".unstarting", id=id)
    return _back(organization, f"Started. Lead: {organization.lead.name}.", undo)


def _open_door(organization: Organization, form: StartForm) -> Introduction:
    since = form.since.data
    introduction = Introduction(
        organization=organization, route=form.beginning.data, asked_on=since
    )
    introduction.make(since)
    return introduction


@bp.post("/<int:id>/unstarting")
@access.organizer
def unstarting(id: int):
    """Takes back a start that was a slip; nothing else of the record changes."""
    organization = db.get_or_404(Organization, id)
    organization.started_on = None
    db.session.commit()
    return _back(organization, "It is only listed again.")


@bp.get("/<int:id>/pause")
@access.organizer
def pause(id: int):
    organization = db.get_or_404(Organization, id)
    return htmx.render("organizations/pause.html", organization=organization, form=PauseForm())


@bp.post("/<int:id>/pausing")
@access.organizer
def pausing(id: int):
    organization = db.get_or_404(Organization, id)
    form = PauseForm()
    if not form.validate_on_submit():
        return htmx.refused("organizations/pause.html", organization=organization, form=form)
    today = clock.today()
    running = organization.pause_on(today) or Pause(organization=organization, paused_on=today)
    running.reason, running.until = form.reason.data, form.until.data
    db.session.add(running)
    db.session.commit()
    return _back(organization, "Paused. Today stays silent about it.", _resuming(id))


def _resuming(id_: int) -> str:
    return url_for(".resuming", id=id_)


@bp.post("/<int:id>/resuming")
@access.organizer
def resuming(id: int):
    organization = db.get_or_404(Organization, id)
    for running in organization.pauses:
        running.end(clock.today())
    db.session.commit()
    return _back(organization, "Taken up again.")


@bp.post("/<int:id>/archiving")
@access.organizer
def archiving(id: int):
    organization = db.get_or_404(Organization, id)
    organization.archive(clock.now())
    db.session.commit()
    words = f"{organization.full_name} is archived."
    return htmx.redirect(url_for(".index"), words, undo=url_for(".restoring", id=id))


@bp.post("/<int:id>/restoring")
@access.organizer
def restoring(id: int):
    organization = db.get_or_404(Organization, id)
    organization.unarchive()
    db.session.commit()
    return _back(organization, f"{organization.full_name} is back.")


def _back(organization: Organization, words: str, undo: str | None = None):
    page = url_for(".show", id=organization.id)
    return htmx.redirect(access.safe_next(request.form.get("next"), page), words, undo=undo)
