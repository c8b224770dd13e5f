"""What the page of a person is rendered with, by whichever view."""

from flask import request
from flask_wtf import FlaskForm

from coalition_app.extensions import db
from coalition_app.models import Affiliation, Organization, Person
from coalition_app.people.forms import RoleForm, TieForm
from coalition_app.people.page import PersonPage
from coalition_app.web import access

MOST_NAMES = 300


def shown(id_: int, tie_form: TieForm | None = None, role_form: FlaskForm | None = None) -> dict:
    page = PersonPage(id_, whole_history=request.args.get("history") == "all")
    writes = access.can("organizer")
    return {
        "page": page,
        "person": page.person,
        "tie_form": tie_form or TieForm(page.person, formdata=None),
        "role_form": role_form or RoleForm(formdata=None),
        "roles": Affiliation.ROLES,
        "names": organization_names() if writes else [],
        "people": person_names() if writes else [],
    }


def organization_names() -> list[str]:
    query = Organization.in_view().with_only_columns(Organization.name, Organization.chapter)
    rows = db.session.execute(query.limit(MOST_NAMES))
    return [", ".join(part for part in row if part) for row in rows]


def person_names() -> list[str]:
    """Theirs first: most ties lead from one of ours to one of theirs."""
    names = Person.in_view().with_only_columns(Person.name).limit(MOST_NAMES)
    found = [db.session.scalars(names.where(side)) for side in (~Person.is_ours, Person.is_ours)]
    return list(dict.fromkeys(name for side in found for name in side))
