from flask import Blueprint, abort

from coalition_app.extensions import db
from coalition_app.lib.sheet_files import read_file
from coalition_app.lib.sheets import Sheet, SheetRefused
from coalition_app.models import Import
from coalition_app.web import uploads

bp = Blueprint("imports", __name__, url_prefix="/imports")

GONE = "The file is not here any more: it was thrown away after a week. Choose it once more."


def draft(id: int) -> Import:
    """One that nobody has said yes to yet; what was read in already has no draft."""
    of = db.get_or_404(Import, id)
    if not of.is_draft:
        abort(404)
    return of


def sheet_of(of: Import) -> Sheet:
    """The file as a table. Raises SheetRefused."""
    file = uploads.path_of(of.stored_as) if of.stored_as else None
    if file is None or not file.exists():
        raise SheetRefused(GONE)
    return read_file(file, of.sheet)


def throw_away(of: Import) -> None:
    if of.stored_as:
        uploads.drop(of.stored_as)
    of.stored_as = None
