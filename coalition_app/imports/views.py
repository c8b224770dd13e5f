"""Read contacts in from other programs: choose a file, and what became of the earlier ones."""

from datetime import timedelta

from flask import Response, request, url_for
from flask_login import current_user

from coalition_app.extensions import db
from coalition_app.imports import columns as _columns
from coalition_app.imports import preview as _preview
from coalition_app.imports.blueprint import GONE, bp, draft, sheet_of, throw_away
from coalition_app.lib import rows_back
from coalition_app.lib.sheets import MEGABYTE, MOST_BYTES, SheetRefused
from coalition_app.lib.tidy import tidy_line
from coalition_app.models import Import, ImportMapping
from coalition_app.web import access, clock, htmx, jobs, uploads

__all__ = ["bp"]
PARTS = (_columns, _preview)
MOST_SENT = 400 * MEGABYTE  # received, then refused in clear words
LONGEST_NAME = 80
SHOWN_SKIPS = 50
DRAFTS_LAST = timedelta(days=7)
CHOOSE = "Choose a file first."


@bp.get("")
@access.organizer
def index():
    return _page()


@bp.post("")
@access.organizer
@uploads.up_to(MOST_SENT)
def create():
    sent = request.files.get("file")
    if not sent or not sent.filename:
        return _page(CHOOSE, 422)
    db.session.rollback()  # a large file takes a while: nobody shall wait for it to be stored
    name = tidy_line(sent.filename.replace("\\", "/").rpartition("/")[2])[-LONGEST_NAME:] or "file"
    of = Import(file_name=name, stored_as=uploads.keep(sent), made_at=clock.now())
    try:
        sheet = sheet_of(of)
    except SheetRefused as problem:
        uploads.drop(of.stored_as)
        return _page(f"{name}: {problem}", 422)
    known = take_up(of, sheet)
    return htmx.redirect(url_for(".preview" if known else ".columns", id=of.id))


def take_up(of: Import, sheet) -> bool:
    """A draft; whether columns like these were understood before."""
    of.about, of.sheet, of.headers = sheet.about, sheet.name, sheet.headers
    of.rows_count, of.made_by_id = len(sheet.rows), current_user.id
    known = ImportMapping.of(sheet.headers)
    if known:
        of.mapping = known.fitted(len(sheet.headers))
    for old in db.session.scalars(Import.forgotten_drafts(clock.now() - DRAFTS_LAST)):
        throw_away(old)
        db.session.delete(old)
    db.session.add(of)
    db.session.commit()
    return known is not None


def _page(error: str = "", status: int = 200):
    return htmx.render(
        "imports/index.html",
        status=status,
        error=error,
        imports=list(db.session.scalars(Import.latest_first())),
        largest=MOST_BYTES // MEGABYTE,
    )


@bp.get("/<int:id>")
@access.organizer
def show(id: int):
    of = db.get_or_404(Import, id)
    if of.is_draft:
        return htmx.redirect(url_for(".preview" if of.mapping else ".columns", id=id))
    shown = jobs.shown(of.job) if of.job and of.is_at_work else None
    skips = [] if of.is_at_work else db.session.scalars(of.skipped(SHOWN_SKIPS)).all()
    return htmx.render(
        "imports/show.html", "became", of=of, shown=shown, skips=skips, most=SHOWN_SKIPS
    )


@bp.get("/<int:id>/left-out.csv")
@access.organizer
def left_out(id: int):
    of = db.get_or_404(Import, id)
    rows = ((skip.row_number, skip.cells, skip.reason) for skip in of.skips)
    response = Response(rows_back.written(of.headers, rows), mimetype="text/csv")
    response.headers["Content-Disposition"] = f'attachment; filename="left-out-{id}.csv"'
    response.headers["Cache-Control"] = "no-store"
    return response


@bp.post("/<int:id>/throwing-away")
@access.organizer
def throwing_away(id: int):
    of = draft(id)
    throw_away(of)
    db.session.delete(of)
    db.session.commit()
    return htmx.redirect(url_for(".index"), "The file is thrown away. Nothing was read in.")


@bp.post("/<int:id>/undoing")
@access.organizer
def undoing(id: int):
    """All of it, also of one that stopped in the middle."""
    of = db.get_or_404(Import, id)
    if of.state in ("done", "undoing", "writing") and not is_running(of):
        of.begin_undoing()
        throw_away(of)
        jobs.start("undoing", f"Undoing {of.file_name}", of, import_id=of.id)
    return htmx.redirect(url_for(".show", id=id))


@bp.post("/<int:id>/going-on")
@access.organizer
def going_on(id: int):
    """After it was stopped in the middle."""
    of = db.get_or_404(Import, id)
    if of.is_at_work and not is_running(of):
        if of.state == "writing" and not of.stored_as:
            return htmx.redirect(url_for(".show", id=id), GONE, "warn")
        kind, word = ("import", "Reading in") if of.state == "writing" else ("undoing", "Undoing")
        jobs.start(kind, f"{word} {of.file_name}", of, import_id=of.id)
    return htmx.redirect(url_for(".show", id=id))


def is_running(of: Import) -> bool:
    return bool(of.job) and jobs.state_of(of.job) in ("waiting", "running", "canceling")
