"""The list of organizations, and its rows one by one as fields."""

from flask import make_response, request, url_for
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from coalition_app.extensions import db
from coalition_app.models import Organization
from coalition_app.organizations.blueprint import bp
from coalition_app.organizations.chosen_form import ChosenForm
from coalition_app.organizations.columns import COLUMNS, rows_of
from coalition_app.organizations.filters import FilterForm
from coalition_app.organizations.listing import Listing
from coalition_app.organizations.narrowed import Narrowed
from coalition_app.organizations.quick_add import quick_add_shown
from coalition_app.organizations.row_form import OrganizationRowForm
from coalition_app.web import access, clock, htmx
from coalition_app.web.sheet import Asked, Row

INDEX = "organizations/index.html"
ROW = "shared/row_page.html"


def asked_for(given: MultiDict) -> Asked:
    return Asked.of(given, FilterForm(given), COLUMNS)


@bp.get("")
@access.viewer
def index():
    asked = asked_for(request.args)
    page = shown(asked, ChosenForm(formdata=None))
    response = htmx.render(INDEX, "organizations", **page)
    if htmx.wants_region():
        response.headers["HX-Push-Url"] = url_for(".index", **asked.address)
    return response


def shown(asked: Asked, chosen: ChosenForm, ids: frozenset[int] = frozenset()) -> dict:
    """What the page of the list is filled with; the rows of these ids are chosen."""
    narrowed = Narrowed(asked.wanted, clock.now())
    listing = Listing(narrowed, asked.sorting, asked.page, _columns())
    listing.choose(ids)
    quick = quick_add_shown(is_typing="typing" in request.args)
    return {"form": asked.filters, "listing": listing, "chosen": chosen, **quick}


@bp.post("/columns")
@access.viewer
def choosing_columns():
    current_user.organization_columns = COLUMNS.stored(request.form.getlist("columns"))
    db.session.commit()
    return htmx.redirect(access.safe_next(request.form.get("next"), url_for(".index")))


@bp.get("/<int:id>/row")
@access.organizer
def row(id: int):
    organization = db.get_or_404(Organization, id)
    return _as_fields(htmx.render, organization, OrganizationRowForm(organization, _columns()))


@bp.post("/<int:id>/row")
@access.organizer
def save_row(id: int):
    organization = db.get_or_404(Organization, id)
    form = OrganizationRowForm(organization, _columns())
    if not form.validate_on_submit():
        return _as_fields(htmx.refused, organization, form)
    if form.conflicts_with(organization):
        return _as_fields(htmx.conflict, organization, form)
    form.populate_obj(organization)
    db.session.commit()
    if htmx.wants_region():
        return make_response(_row(id).markup)
    return htmx.redirect(
        url_for(".index", _anchor=f"row-{id}"), f"{organization.full_name}: saved."
    )


def _columns():
    return COLUMNS.chosen(current_user.organization_columns)


def _row(id_: int) -> Row:
    return rows_of([id_], _columns(), clock.now(), None)[0]


def _as_fields(answer, organization: Organization, form: OrganizationRowForm):
    shown = _row(organization.id).with_fields(form)
    return answer(ROW, "row", row=shown, columns=_columns())
