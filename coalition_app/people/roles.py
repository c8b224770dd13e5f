"""Where a person belongs: roles, current and past."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.models import Affiliation, Organization, Person
from coalition_app.people.blueprint import bp
from coalition_app.people.forms import AffiliationForm, RoleForm
from coalition_app.people.shown import shown
from coalition_app.web import access, clock, htmx

SHOW = "people/show.html"
EDIT = "people/role.html"


@bp.post("/<int:id>/affiliations")
@access.organizer
def affiliating(id: int):
    person = db.get_or_404(Person, id)
    form = RoleForm()
    if not form.validate_on_submit():
        return htmx.refused(SHOW, **shown(id, role_form=form))
    organization = form.organization()
    affiliation = _known(person, organization, form)
    if affiliation is None:
        affiliation = Affiliation(role=form.role.data)
        person.affiliations.append(affiliation)
        affiliation.organization = organization
        affiliation.lasts(form.years.years, clock.today())
    db.session.commit()
    is_or_was = "is" if affiliation.is_current else "was"
    words = f"{person.name} {is_or_was} with {organization.full_name}."
    return htmx.redirect(_page(id), words)


@bp.get("/affiliations/<int:id>/edit")
@access.organizer
def edit_role(id: int):
    affiliation = db.get_or_404(Affiliation, id)
    form = AffiliationForm(obj=affiliation)
    return htmx.render(EDIT, affiliation=affiliation, form=form, roles=Affiliation.ROLES)


@bp.post("/affiliations/<int:id>")
@access.organizer
def update_role(id: int):
    affiliation = db.get_or_404(Affiliation, id)
    form = AffiliationForm()
    page = {"affiliation": affiliation, "form": form, "roles": Affiliation.ROLES}
    if not form.validate_on_submit():
        return htmx.refused(EDIT, **page)
    if form.conflicts_with(affiliation):
        return htmx.conflict(EDIT, **page)
    form.write_to(affiliation)
    db.session.commit()
    return htmx.redirect(_page(affiliation.person_id), "Saved.")


@bp.post("/affiliations/<int:id>/ending")
@access.organizer
def ending(id: int):
    """They moved away or stepped down; the role stays as a past one."""
    affiliation = db.get_or_404(Affiliation, id)
    undo = url_for(".resuming", id=id, primary=1 if affiliation.is_primary else None)
    affiliation.end(clock.today())
    db.session.commit()
    words = f"{affiliation.person.name} left {affiliation.organization.full_name}."
    return htmx.redirect(_page(affiliation.person_id), words, undo=undo)


@bp.post("/affiliations/<int:id>/resuming")
@access.organizer
def resuming(id: int):
    affiliation = db.get_or_404(Affiliation, id)
    affiliation.resume()
    if "primary" in request.args:
        affiliation.make_primary()
    db.session.commit()
    return htmx.redirect(_page(affiliation.person_id), "The role is current again.")


@bp.post("/affiliations/<int:id>/primary")
@access.organizer
def leading_contact(id: int):
    affiliation = db.get_or_404(Affiliation, id)
    affiliation.make_primary()
    db.session.commit()
    person, organization = affiliation.person, affiliation.organization
    words = f"{person.name} is the main contact of {organization.full_name}."
    return htmx.redirect(_page(person.id), words)


@bp.post("/affiliations/<int:id>/removal")
@access.organizer
def removing(id: int):
    """It was typed by mistake; a role that ended is ended instead."""
    affiliation = db.get_or_404(Affiliation, id)
    person, organization = affiliation.person, affiliation.organization
    page = _page(person.id)
    db.session.delete(affiliation)
    db.session.commit()
    return htmx.redirect(page, f"{person.name} is not with {organization.full_name} any more.")


def _known(person: Person, organization: Organization, form: RoleForm) -> Affiliation | None:
    """The same that was sent a moment ago is one."""
    sent = organization, form.role.data, form.years.years
    for each in person.affiliations:
        if (each.organization, each.role, each.years) == sent:
            return each
    return None


def _page(person_id: int) -> str:
    return access.safe_next(request.form.get("next"), url_for(".show", id=person_id))
