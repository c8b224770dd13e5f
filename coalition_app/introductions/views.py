"""The ways in to an organization, in the guide's order, and what was asked for."""

from flask import request, url_for
from flask_login import current_user

from coalition_app.extensions import db
from coalition_app.introductions import asking, calling, outcomes  # noqa: F401
from coalition_app.introductions.blueprint import bp, organization_or_404, ways_in
from coalition_app.introductions.ways_page import WaysPage
from coalition_app.models import Introduction
from coalition_app.web import access, clock, htmx


@bp.get("/organizations/<int:organization_id>/introductions")
@access.viewer
def index(organization_id: int):
    organization = organization_or_404(organization_id)
    page = WaysPage(organization, current_user.name, clock.now())
    return htmx.render("introductions/index.html", organization=organization, page=page)


@bp.post("/introductions/<int:id>/nudging")
@access.organizer
def nudging(id: int):
    introduction = db.get_or_404(Introduction, id)
    introduction.nudge(clock.today())
    db.session.commit()
    back = access.safe_next(request.form.get("next"), ways_in(introduction))
    return htmx.redirect(back, _after_nudge(introduction), undo=url_for(".not_nudging", id=id))


def _after_nudge(introduction: Introduction) -> str:
    due_on, name = introduction.nudge_due_on, introduction.organization.full_name
    if due_on is None:
        return f"{name} · Reminded today, for the last time. Look for another way in as well."
    return f"{name} · Reminded today. The next reminder is due on {due_on:%b} {due_on.day}."


@bp.post("/introductions/<int:id>/not-nudging")
@access.organizer
def not_nudging(id: int):
    """Takes back the reminder of today."""
    introduction = db.get_or_404(Introduction, id)
    introduction.take_back_nudge(clock.today())
    db.session.commit()
    back = access.safe_next(request.form.get("next"), ways_in(introduction))
    return htmx.redirect(back, "The reminder of today is taken back.")
