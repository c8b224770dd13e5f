"""The slice's blueprint, which its view files share."""

from flask import Blueprint

bp = Blueprint("people", __name__, url_prefix="/people")
