"""The list of people, the page of one, and their form."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.models import Affiliation, Organization, Person
from coalition_app.people import circles, roles  # noqa: F401 their routes
from coalition_app.people.blueprint import bp
from coalition_app.people.filters import FilterForm
from coalition_app.people.forms import NewPersonForm, PersonForm
from coalition_app.people.listing import Listing
from coalition_app.people.shown import organization_names, shown
from coalition_app.web import access, clock, htmx


@bp.get("")
@access.viewer
def index():
    form = FilterForm(request.args)
    listing = Listing(form.wanted, request.args.get("page", 1, type=int))
    response = htmx.render("people/index.html", "people", form=form, listing=listing)
    if htmx.wants_region():
        response.headers["HX-Push-Url"] = url_for(".index", **form.wanted)
    return response


@bp.get("/<int:id>")
@access.viewer
def show(id: int):
    return htmx.render("people/show.html", **shown(id))


@bp.get("/new")
@access.organizer
def new():
    given = request.args
    organization = db.session.get(Organization, given.get("organization", 0, type=int))
    form = NewPersonForm(
        name=given.get("name", ""),
        is_ours="ours" in given,
        organization_name=organization.full_name if organization else "",
    )
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
    return answer("people/new.html", form=form, names=organization_names(), roles=Affiliation.ROLES)


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


@bp.post("/<int:id>/archiving")
@access.organizer
def archiving(id: int):
    person = db.get_or_404(Person, id)
    person.archive(clock.now())
    db.session.commit()
    undo = url_for(".restoring", id=id)
    return htmx.redirect(url_for(".index"), f"{person.name} is archived.", undo=undo)


@bp.post("/<int:id>/restoring")
@access.organizer
def restoring(id: int):
    person = db.get_or_404(Person, id)
    person.unarchive()
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), f"{person.name} is back.")
