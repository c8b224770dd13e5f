"""The list of people, and its rows one by one as fields."""

from flask import make_response, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from coalition_app.extensions import db
from coalition_app.models import Person
from coalition_app.people.blueprint import bp
from coalition_app.people.chosen_form import ChosenForm
from coalition_app.people.columns import COLUMNS, rows_of
from coalition_app.people.filters import FilterForm
from coalition_app.people.line_form import LineForm
from coalition_app.people.listing import Listing
from coalition_app.people.row_form import PersonRowForm
from coalition_app.web import access, htmx
from coalition_app.web.sheet import Asked, Column, Row

INDEX = "people/index.html"
ROW = "shared/row_page.html"


def asked_for(given: MultiDict) -> Asked:
    return Asked.of(given, FilterForm(given), COLUMNS)


@bp.get("")
@access.viewer
def index():
    asked = asked_for(request.args)
    response = htmx.render(INDEX, "people", **shown_list(asked))
    if htmx.wants_region():
        response.headers["HX-Push-Url"] = url_for(".index", **asked.address)
    return response


def shown_list(
    asked: Asked,
    line: LineForm | None = None,
    chosen: ChosenForm | None = None,
    ids: frozenset[int] = frozenset(),
) -> dict:
    """What the page of the list is filled with; the rows of these ids are chosen."""
    listing = Listing(asked.wanted, asked.sorting, asked.page, _columns(), ids)
    return {
        "form": asked.filters,
        "listing": listing,
        "line": line or LineForm(formdata=None),
        "chosen": chosen or ChosenForm(formdata=None),
    }


@bp.post("/columns")
@access.viewer
def choosing_columns():
    current_user.people_columns = COLUMNS.stored(request.form.getlist("columns"))
    db.session.commit()
    return htmx.redirect(access.safe_next(request.form.get("next"), url_for(".index")))


@bp.get("/<int:id>/row")
@access.organizer
def row(id: int):
    person = db.get_or_404(Person, id)
    return _as_fields(htmx.render, person, PersonRowForm(person, _columns()))


@bp.post("/<int:id>/row")
@access.organizer
def save_row(id: int):
    person = db.get_or_404(Person, id)
    form = PersonRowForm(person, _columns())
    if not form.validate_on_submit():
        return _as_fields(htmx.refused, person, form)
    if form.conflicts_with(person):
        return _as_fields(htmx.conflict, person, form)
    form.populate_obj(person)
    db.session.commit()
    if htmx.wants_region():
        return make_response(_row(id).markup)
    return htmx.redirect(url_for(".index", _anchor=f"row-{id}"), f"{person.name}: saved.")


def _columns() -> tuple[Column, ...]:
    return COLUMNS.chosen(current_user.people_columns)


def _row(id_: int) -> Row:
    return rows_of([id_], _columns())[0]


def _as_fields(answer, person: Person, form: PersonRowForm):
    shown = _row(person.id).with_fields(form)
    return answer(ROW, "row", row=shown, columns=_columns())
