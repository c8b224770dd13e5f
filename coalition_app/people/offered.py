"""Names that a field offers while one types: a region of the page with that field."""

from flask import request, url_for
from sqlalchemy import Select

from coalition_app.extensions import db
from coalition_app.models import Organization, Person
from coalition_app.people.blueprint import bp
from coalition_app.web import access, htmx

MOST = 20


@bp.get("/offered/organizations")
@access.organizer
def offering_organizations():
    columns = (Organization.name, Organization.chapter)
    return _offer(Organization.found_by(request.args.get("organization_name", "")), *columns)


@bp.get("/offered/people")
@access.organizer
def offering_people():
    return _offer(Person.found_by(request.args.get("other_name", "")), Person.name)


def _offer(found: Select, *columns):
    if not htmx.wants_region():
        return htmx.redirect(url_for(".index"))
    rows = db.session.execute(found.with_only_columns(*columns).limit(MOST))
    names = dict.fromkeys(", ".join(part for part in row if part) for row in rows)
    return htmx.render("people/_offered.html", names=names)
