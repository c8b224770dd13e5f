from flask import url_for

from coalition_app.extensions import db
from coalition_app.lib import zones
from coalition_app.local import letterhead  # noqa: F401
from coalition_app.local.blueprint import bp
from coalition_app.local.forms import LocalForm
from coalition_app.models import Campaign, Issue, Local, Person, Resource
from coalition_app.web import access, htmx


@bp.get("")
@access.viewer
def show():
    local = Local.current()
    return htmx.render(
        "local/show.html",
        local=local,
        officers=db.session.scalars(Person.officers()).all(),
        issues=db.session.scalars(Issue.ours()).all(),
        campaigns=db.session.scalars(Campaign.ours()).all(),
        resources=db.session.scalars(Resource.in_order()).all(),
        time_zone=zones.worded(local.time_zone),
    )


@bp.get("/edit")
@access.organizer
def edit():
    return _page(LocalForm(obj=Local.current()))


@bp.post("")
@access.organizer
def update():
    local = Local.current()
    form = LocalForm(obj=local)
    if not form.validate_on_submit():
        return _page(form, htmx.refused)
    if form.conflicts_with(local):
        return _page(form, htmx.conflict)
    form.populate_obj(local)
    db.session.commit()
    return htmx.redirect(url_for(".show"), "Saved.")


def _page(form: LocalForm, answer=htmx.render):
    names = db.session.scalars(Person.ours().with_only_columns(Person.name)).all()
    issues = db.session.scalars(Issue.in_order().with_only_columns(Issue.name)).all()
    return answer("local/edit.html", form=form, names=names, issues=issues)
