"""What the page of a person is rendered with, by whichever view."""

from flask import request
from flask_wtf import FlaskForm

from coalition_app.models import Affiliation
from coalition_app.people.forms import RoleForm, TieForm
from coalition_app.people.page import PersonPage


def shown(id_: int, tie_form: TieForm | None = None, role_form: FlaskForm | None = None) -> dict:
    page = PersonPage(id_, whole_history=request.args.get("history") == "all")
    return {
        "page": page,
        "person": page.person,
        "tie_form": tie_form or TieForm(page.person, formdata=None),
        "role_form": role_form or RoleForm(formdata=None),
        "roles": Affiliation.ROLES,
    }
