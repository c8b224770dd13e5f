"""The slice's blueprint, which its view files share."""

from flask import Blueprint

bp = Blueprint("acquaintances", __name__, url_prefix="/acquaintances")
