"""Find new ones: search the public registries and list an organization from a row."""

import sys

from flask import Blueprint, abort, request, url_for
from flask_login import current_user

from coalition_app.extensions import db
from coalition_app.models import RegistryEntry, RegistryFile
from coalition_app.web import access, clock, htmx
from coalition_app.web.fields import tidy_line

bp = Blueprint("registries", __name__, url_prefix="/registries")

MOST_ROWS = 50
LONGEST_SEARCH = 200
LATEST_EIN = 999_999_999
FLASK = ".venv\\Scripts\\flask" if sys.platform == "win32" else ".venv/bin/flask"


@bp.get("")
@access.viewer
def index():
    text = tidy_line(request.args.get("q"))[:LONGEST_SEARCH]
    files = RegistryFile.loaded()
    entries = RegistryEntry.search(text, MOST_ROWS) if files and text else []
    return htmx.render(
        "registries/index.html",
        "registry_results",
        text=text,
        files=files,
        entries=entries,
        organizations=RegistryEntry.organizations(entries),
        most=MOST_ROWS,
        flask=FLASK,
    )


@bp.post(f"/<int(max={LATEST_EIN}):ein>/listing")
@access.organizer
def listing(ein: int):
    entry = RegistryEntry.with_ein(ein) or abort(404)
    today = clock.today()
    known = RegistryEntry.organizations([entry]).get(entry.ein)
    organization = known or entry.as_organization(today)
    organization.unarchive()
    words = "It is on your list already." if known else "Listed from the registry."
    if request.form.get("start") and not organization.is_started:
        organization.start(current_user.person, today)
        words = "Listed and started. You are its lead."
    db.session.add(organization)
    db.session.commit()
    return htmx.redirect(url_for("organizations.show", id=organization.id), words)
