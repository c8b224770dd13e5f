"""The registries that are loaded, and a form to load one more."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.models import RegistryFile
from coalition_app.registries.blueprint import FLASK, KIND, bp
from coalition_app.settings import MEGABYTE
from coalition_app.web import access, htmx, jobs, uploads

LARGEST = 400 * MEGABYTE
LONGEST_NAME = 60


@bp.get("/files")
@access.organizer
def files():
    return _page()


@bp.post("/files")
@access.organizer
@uploads.up_to(LARGEST)
def load():
    sent = request.files.get("file")
    if not sent or not sent.filename:
        return _page("Choose a file first.", 422)
    name = " ".join(sent.filename.split())[-LONGEST_NAME:]
    db.session.rollback()  # a large file takes a while: nobody shall wait for it to be stored
    kept = uploads.keep(sent)
    job = jobs.start(KIND, f"Loading {name}", file=kept, name=name)
    return htmx.redirect(url_for("jobs.show", id=job.id))


def _page(error: str = "", status: int = 200):
    return htmx.render(
        "registries/files.html",
        status=status,
        error=error,
        files=RegistryFile.loaded(),
        job=jobs.unfinished(KIND),
        largest=LARGEST // MEGABYTE,
        flask=FLASK,
    )
