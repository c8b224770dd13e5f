"""Typing in a new organization, and editing one."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.lib.names import full_name
from coalition_app.lib.tidy import tidy_line
from coalition_app.models import Affiliation, Organization, Person
from coalition_app.organizations.blueprint import bp
from coalition_app.organizations.forms import NewOrganizationForm, OrganizationForm
from coalition_app.web import access, clock, htmx

NEW = "organizations/new.html"
PREFILLED = ("name", "chapter", "parent_name")
MOST_NAMES = 1000


@bp.get("/new")
@access.organizer
def new():
    """Asked again while a name is typed, for what is known of that name."""
    typed = {name: tidy_line(request.args.get(name)) for name in PREFILLED}
    form = NewOrganizationForm(**typed)
    form.look_for_twin()
    names = () if htmx.wants_region() else _names()
    return htmx.render(NEW, "about_name", form=form, names=names)


@bp.post("")
@access.organizer
def create():
    form = NewOrganizationForm()
    if not form.validate_on_submit() or form.finds_twin():
        return htmx.refused(NEW, form=form, names=_names())
    organization = _typed_in(form)
    db.session.add(organization)
    words = f"{organization.full_name} is listed."
    if "start" in request.form:
        organization.start(db.session.get(Person, form.lead_id.data), clock.today())
        words = f"{organization.full_name} is started. Lead: {organization.lead.name}."
    if form.guessed:
        words += f" From its name: {form.guessed}."
    db.session.commit()
    return htmx.redirect(url_for(".show", id=organization.id), words)


def _typed_in(form: NewOrganizationForm) -> Organization:
    city, state = form.place
    organization = Organization(
        name=form.name.data,
        chapter=form.chapter.data,
        **form.identity,
        parent=form.parent(),
        website=form.website.data,
        city=city,
        state=state,
        listed_on=clock.today(),
    )
    if form.contact.data:
        Affiliation.of_line(form.contact.line, organization)
    return organization


@bp.get("/<int:id>/edit")
@access.organizer
def edit(id: int):
    organization = db.get_or_404(Organization, id)
    return _edited(htmx.render, organization, OrganizationForm(organization))


@bp.post("/<int:id>")
@access.organizer
def update(id: int):
    organization = db.get_or_404(Organization, id)
    form = OrganizationForm(organization)
    if not form.validate_on_submit() or (form.is_renamed() and form.finds_twin()):
        return _edited(htmx.refused, organization, form)
    if form.conflicts_with(organization):
        return _edited(htmx.conflict, organization, form)
    form.populate_obj(organization)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), "Saved.")


def _edited(answer, organization: Organization, form: OrganizationForm):
    return answer("organizations/edit.html", organization=organization, form=form, names=_names())


def _names() -> list[str]:
    """What the field of the parent offers."""
    query = Organization.in_view().with_only_columns(Organization.name, Organization.chapter)
    rows = db.session.execute(query.limit(MOST_NAMES))
    return [full_name(*row) for row in rows]
