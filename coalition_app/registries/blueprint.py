"""The routes of the registries, and what several of their files need."""

import sys

from flask import Blueprint

bp = Blueprint("registries", __name__, url_prefix="/registries")

FLASK = ".venv\\Scripts\\flask" if sys.platform == "win32" else ".venv/bin/flask"
KIND = "registry"  # of its jobs
