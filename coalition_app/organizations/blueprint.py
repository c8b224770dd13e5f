"""The slice's blueprint, which its view files share."""

from flask import Blueprint

bp = Blueprint("organizations", __name__, url_prefix="/organizations")
