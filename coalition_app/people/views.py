"""The list of people, and the page of one."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.models import Person
from coalition_app.people import circles, editing, roles, standings  # noqa: F401 their routes
from coalition_app.people.blueprint import bp
from coalition_app.people.filters import FilterForm
from coalition_app.people.listing import Listing
from coalition_app.people.shown import shown
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
