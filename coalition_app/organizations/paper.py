"""An organization on one page, for our own board."""

from flask import url_for

from coalition_app.documents.one_pager import OnePager
from coalition_app.extensions import db
from coalition_app.models import Organization
from coalition_app.organizations.blueprint import bp
from coalition_app.web import access, clock, pdf, security


@bp.get("/<int:id>/one-page.pdf")
@access.viewer
@security.framed
def one_page(id: int):
    organization = db.get_or_404(Organization, id)
    return pdf.answer(OnePager.of(organization, clock.now()), url_for(".show", id=id))
