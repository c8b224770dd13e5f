"""What stands in each column: guessed, and chosen by who knows the file."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.imports.blueprint import bp, draft, sheet_of
from coalition_app.lib import columns as guessed
from coalition_app.lib.column_words import WORDS
from coalition_app.lib.sheets import SheetRefused
from coalition_app.lib.tidy import tidy_line
from coalition_app.models import Import, ImportMapping
from coalition_app.web import access, clock, htmx

NOBODY = "Say which column holds the name of a person or of an organization."
NAMING = {
    f"{group}.{part}"
    for group in ("person", "organization")
    for part in ("name", "first", "last", "email", "id", "external_id")
}


@bp.get("/<int:id>/columns")
@access.organizer
def columns(id: int):
    of = draft(id)
    try:
        sheet = sheet_of(of)
    except SheetRefused as problem:
        return _gone(of, problem)
    return _page(of, sheet, of.mapping or guessed.guess(sheet.headers, sheet.rows))


@bp.post("/<int:id>/columns")
@access.organizer
def choose(id: int):
    of = draft(id)
    try:
        sheet = sheet_of(of)
    except SheetRefused as problem:
        return _gone(of, problem)
    mapping = [request.form.get(f"column-{n}", "") for n in range(len(sheet.headers))]
    mapping = [key if key in WORDS else "" for key in mapping]
    errors = problems(mapping)
    if errors:
        return _page(of, sheet, mapping, errors, 422)
    of.mapping = mapping
    ImportMapping.remember(sheet.headers, mapping, clock.today())
    db.session.commit()
    return htmx.redirect(url_for(".preview", id=id))


@bp.post("/<int:id>/sheet")
@access.organizer
def choose_sheet(id: int):
    """Another sheet of the workbook."""
    of = draft(id)
    before, of.sheet = of.sheet, tidy_line(request.form.get("sheet"))
    try:
        sheet = sheet_of(of)
    except SheetRefused as problem:
        words = f"{of.sheet}: {problem}"
        of.sheet = before
        db.session.commit()
        return htmx.redirect(url_for(".columns", id=id), words, "warn")
    of.sheet, of.headers, of.rows_count = sheet.name, sheet.headers, len(sheet.rows)
    known = ImportMapping.of(sheet.headers)
    of.mapping = known.fitted(len(sheet.headers)) if known else None
    db.session.commit()
    return htmx.redirect(url_for(".columns", id=id))


def problems(mapping: list[str]) -> dict[int, str]:
    """Words for each column that cannot stay so; the first of all for the page itself."""
    if not NAMING & set(mapping):
        return {-1: NOBODY}
    try:
        guessed.check(mapping)
    except guessed.TwiceChosen as twice:
        letters = " and ".join(guessed.letters(n) for n in twice.positions)
        what = guessed.words_of(twice.key)
        words = f"“{what}” is chosen for columns {letters}: choose it for one."
        return dict.fromkeys(twice.positions, words)
    return {}


def _gone(of: Import, problem: SheetRefused):
    return htmx.redirect(url_for(".index"), f"{of.file_name}: {problem}", "warn")


def _page(of: Import, sheet, mapping: list[str], errors: dict[int, str] = {}, status: int = 200):  # noqa: B006
    return htmx.render(
        "imports/columns.html",
        status=status,
        of=of,
        sheet=sheet,
        columns=guessed.columns_of(sheet.headers, sheet.rows),
        mapping=mapping,
        choices=guessed.choices(),
        errors=errors,
    )
