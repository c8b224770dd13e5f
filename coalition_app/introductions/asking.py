"""Asking for an introduction by one of the routes."""

from flask import abort, request, url_for
from flask_login import current_user

from coalition_app.extensions import db
from coalition_app.introductions.blueprint import bp, organization_or_404
from coalition_app.introductions.forms import FORMS, RouteForm
from coalition_app.models import ColdCall, Introduction, Local, Organization, Person
from coalition_app.web import access, clock, htmx
from coalition_app.web.named import organization_names

OPENED = "The door is open. The next step is to prepare a meeting."


@bp.get("/organizations/<int:organization_id>/introductions/new")
@access.organizer
def new(organization_id: int):
    organization = organization_or_404(organization_id)
    return _page(_form(organization, request.args.get("route", "hq"), **_given()))


@bp.post("/organizations/<int:organization_id>/introductions")
@access.organizer
def create(organization_id: int):
    organization = organization_or_404(organization_id)
    form = _form(organization, request.form.get("route", ""))
    if not form.validate_on_submit():
        return _page(form, htmx.refused)
    introduction = form.ask()
    db.session.commit()
    return _answer(introduction, writes="letter" in request.form)


def _form(organization: Organization, route: str, **given) -> RouteForm:
    if route not in FORMS:
        abort(404)
    return FORMS[route](organization, current_user.person, route=route, **given)


def _given() -> dict[str, str]:
    """The names behind the ids that a suggested way in carries in its address."""
    asked = {"contact": Person, "through_person": Person, "through_organization": Organization}
    args = {
        "contact": request.args.get("contact", type=int),
        "through_person": request.args.get("person", type=int),
        "through_organization": request.args.get("ally", type=int),
    }
    found = {name: db.session.get(asked[name], key) for name, key in args.items() if key}
    return {
        name: getattr(record, "full_name", record.name) for name, record in found.items() if record
    }


def _page(form: RouteForm, answer=htmx.render):
    organization = form.organization
    return answer(
        "introductions/new.html",
        form=form,
        organization=organization,
        call=ColdCall(organization, current_user.name, Local.current()),
        organization_names=organization_names(),
    )


def _answer(introduction: Introduction, *, writes: bool):
    of = {"organization_id": introduction.organization_id}
    if introduction.made_on:
        return htmx.redirect(url_for("organizations.show", id=of["organization_id"]), OPENED)
    if writes:
        letter = {"kind": "introduction_request", "introduction": introduction.id}
        return htmx.redirect(url_for("letters.new", **of, **letter))
    return htmx.redirect(url_for(".index", **of), _noted(introduction))


def _noted(introduction: Introduction) -> str:
    if introduction.declined_on:
        return "Noted. They declined; another way in may still open the door."
    due_on = introduction.nudge_due_on
    if due_on is None or due_on <= clock.today():
        return "Noted."
    return f"Noted. The program reminds you on {due_on:%b} {due_on.day}."
