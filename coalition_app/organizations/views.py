"""The page of an organization, and the line that adds people there."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.models import Affiliation
from coalition_app.organizations import (  # noqa: F401 their routes
    chosen,
    editing,
    index,
    paper,
    quick_add,
    research,
    standings,
    states,
)
from coalition_app.organizations.blueprint import bp
from coalition_app.organizations.forms import ContactForm
from coalition_app.organizations.page import OrganizationPage
from coalition_app.organizations.state_forms import StartForm
from coalition_app.web import access, clock, htmx

SHOW = "organizations/show.html"


@bp.get("/<int:id>")
@access.viewer
def show(id: int):
    return htmx.render(SHOW, **_shown(id, ContactForm()))


@bp.post("/<int:id>/people")
@access.organizer
def adding(id: int):
    page = OrganizationPage(id, clock.now())
    form = ContactForm()
    if not form.validate_on_submit():
        return htmx.refused(SHOW, "people", **_shown(id, form))
    affiliation = Affiliation.of_line(form.line.line, page.organization)
    was_known = affiliation.person.id is not None
    db.session.commit()
    _say(affiliation, was_known)
    if not htmx.wants_region():
        return htmx.redirect(url_for(".show", id=id, adding="yes", _anchor="people"))
    shown = _shown(id, ContactForm(formdata=None), is_adding=True)
    return htmx.render(SHOW, "people", trigger="people-changed", **shown)


def _shown(id_: int, contact_form: ContactForm, *, is_adding: bool = False) -> dict:
    page = OrganizationPage(id_, clock.now(), whole_history="history" in request.args)
    return {
        "page": page,
        "organization": page.organization,
        "contact_form": contact_form,
        "start_form": None if page.organization.is_started else StartForm(formdata=None),
        "is_adding": is_adding or "adding" in request.args,
    }


def _say(affiliation: Affiliation, was_known: bool) -> None:
    """Somebody known gets no second card; that may be a namesake, so there is an undo."""
    name = affiliation.person.name
    if was_known:
        undo = url_for("people.removing", id=affiliation.id)
        htmx.say(f"{name} was among People already, and is now here as well.", undo=undo)
    else:
        htmx.say(f"{name} is added.")
