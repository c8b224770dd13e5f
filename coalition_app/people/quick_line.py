"""Adding people in one line on their list, understood as one types."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.people.blueprint import bp
from coalition_app.people.index import INDEX, asked_for, shown_list
from coalition_app.people.line_form import LineForm
from coalition_app.web import access, htmx


@bp.post("/line")
@access.organizer
def adding_line():
    """The next line may be typed at once."""
    form, asked = LineForm(), asked_for(request.args)
    if not form.validate_on_submit():
        return htmx.refused(INDEX, **shown_list(asked, line=form))
    was_known = form.known is not None
    person = form.person()
    db.session.commit()
    url = url_for(".index", adding="yes", **asked.address)
    if was_known:
        return htmx.redirect(url, f"{person.name} was here already and is up to date.")
    return htmx.redirect(url, f"{person.name} is added.", undo=url_for(".archiving", id=person.id))


@bp.get("/line/understood")
@access.organizer
def understanding_line():
    """How the line that is being typed will be read: a region of the list."""
    if not htmx.wants_region():
        return htmx.redirect(url_for(".index"))
    form = LineForm(request.args, meta={"csrf": False})
    form.validate()
    return htmx.render("people/_line_understood.html", line=form)
