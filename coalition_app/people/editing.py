"""Adding a person, and editing one."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.lib.tidy import tidy_line
from coalition_app.models import Affiliation, Organization, Person
from coalition_app.people.blueprint import bp
from coalition_app.people.forms import NewPersonForm, PersonForm
from coalition_app.web import access, htmx


@bp.get("/new")
@access.organizer
def new():
    """Asked again while one types, for whom that may be."""
    given = request.args
    organization = db.session.get(Organization, given.get("organization", 0, type=int))
    form = NewPersonForm(
        **{name: tidy_line(given.get(name)) for name in NewPersonForm.ALIKE_BY},
        is_ours="ours" in given,
        organization_name=organization.full_name if organization else "",
    )
    if htmx.wants_region():
        return htmx.render("people/_about_name.html", form=form)
    return _new(htmx.render, form)


@bp.post("")
@access.organizer
def create():
    form = NewPersonForm()
    if not form.validate_on_submit() or form.finds_twin():
        return _new(htmx.refused, form)
    person = Person(name=form.name.data)
    form.write_to(person)
    organization = form.organization()
    if organization:
        person.affiliations.append(Affiliation(organization=organization, role=form.role.data))
    db.session.add(person)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=person.id), f"{person.name} is added.")


def _new(answer, form: NewPersonForm):
    return answer("people/new.html", form=form, roles=Affiliation.ROLES)


@bp.get("/<int:id>/edit")
@access.organizer
def edit(id: int):
    person = db.get_or_404(Person, id)
    return htmx.render("people/edit.html", person=person, form=PersonForm(person))


@bp.post("/<int:id>")
@access.organizer
def update(id: int):
    person = db.get_or_404(Person, id)
    form = PersonForm(person)
    is_renamed = form.name.data != person.name
    if not form.validate_on_submit() or (is_renamed and form.finds_twin()):
        return htmx.refused("people/edit.html", person=person, form=form)
    if form.conflicts_with(person):
        return htmx.conflict("people/edit.html", person=person, form=form)
    form.write_to(person)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), "Saved.")
