from flask import Blueprint, url_for

from coalition_app.extensions import db
from coalition_app.models import Introduction, Organization

bp = Blueprint("introductions", __name__)


def organization_or_404(organization_id: int) -> Organization:
    return db.get_or_404(Organization, organization_id)


def ways_in(introduction: Introduction) -> str:
    """The address of the page on which it stands."""
    return url_for(".index", organization_id=introduction.organization_id)
