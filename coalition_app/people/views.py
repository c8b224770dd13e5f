"""The page of one person."""

from flask import url_for

from coalition_app.extensions import db
from coalition_app.models import Person
from coalition_app.people import (  # noqa: F401 their routes
    chosen,
    circles,
    editing,
    forgetting,
    index,
    offered,
    quick_line,
    roles,
    standings,
)
from coalition_app.people.blueprint import bp
from coalition_app.people.shown import shown
from coalition_app.web import access, clock, htmx


@bp.get("/<int:id>")
@access.viewer
def show(id: int):
    page = shown(id)
    is_forgotten = page["person"].forgotten_on is not None
    return htmx.render("people/forgotten.html" if is_forgotten else "people/show.html", **page)


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
