"""Find new ones: search the public registries for organizations that might fit us."""

from flask import request, url_for

from coalition_app.models import (
    Local,
    RegistryFile,
    RegistryGround,
    is_registry_outdated,
    search_registry,
)
from coalition_app.registries import files as _files
from coalition_app.registries import listing as _listing
from coalition_app.registries.blueprint import FLASK, KIND, bp
from coalition_app.registries.filters import FilterForm
from coalition_app.registries.found import rows_of
from coalition_app.web import access, htmx, jobs

__all__ = ["bp"]
PARTS = (_files, _listing)
MOST_ROWS = 30


@bp.get("")
@access.viewer
def index():
    files, local = RegistryFile.loaded(), Local.current()
    form = FilterForm(request.args, files)
    ground = RegistryGround.of(local)
    entries = search_registry(form.wanted, ground, MOST_ROWS) if files else []
    return htmx.render(
        "registries/index.html",
        "registry_results",
        address=url_for(".index", **form.address),
        form=form,
        files=files,
        is_placed=bool(local and local.postal_code),
        rows=rows_of(entries, ground),
        chapters_of=entries[0].parent_name if entries and form.parent.data else "",
        most=MOST_ROWS,
        is_outdated=not files and is_registry_outdated(),
        job=jobs.unfinished(KIND),
        flask=FLASK,
    )
