"""What would become of each row, before anything is written; and the word to write it."""

from flask import request, url_for

from coalition_app.imports.blueprint import bp, draft, sheet_of
from coalition_app.imports.shown import ProblemShown, RowShown, counted
from coalition_app.lib.sheets import SheetRefused
from coalition_app.models import ImportPlan
from coalition_app.web import access, clock, htmx, jobs

MOST_ROWS = 20
MOST_PROBLEMS = 25


@bp.get("/<int:id>/preview")
@access.organizer
def preview(id: int):
    of = draft(id)
    if not of.mapping:
        return htmx.redirect(url_for(".columns", id=id))
    try:
        sheet = sheet_of(of)
    except SheetRefused as problem:
        return htmx.redirect(url_for(".index"), f"{of.file_name}: {problem}", "warn")
    overwrites, leaves_out = chosen(request.args)
    plan = ImportPlan(sheet, of.mapping, clock.today(), overwrites, leaves_out)
    flawed = plan.flawed
    return htmx.render(
        "imports/preview.html",
        "plan",
        of=of,
        plan=plan,
        counts=counted(plan.counts),
        rows=[RowShown.of(decision) for decision in first_rows(plan)],
        problems=[each for one in flawed[:MOST_PROBLEMS] for each in ProblemShown.of(one)],
        flawed_count=len(flawed),
        most=MOST_PROBLEMS,
        overwrites=overwrites,
        leaves_out=leaves_out,
    )


@bp.post("/<int:id>/writing")
@access.organizer
def writing(id: int):
    of = draft(id)
    if of.mapping is None:
        return htmx.redirect(url_for(".columns", id=id))
    of.begin(*chosen(request.form))
    jobs.start("import", f"Reading in {of.file_name}", of, import_id=of.id)
    return htmx.redirect(url_for(".show", id=id))


def chosen(form) -> tuple[bool, bool]:
    """Whether to overwrite, and whether to take flawed rows without their wrong cells."""
    return bool(form.get("overwrites")), bool(form.get("leaves_out"))


def first_rows(plan: ImportPlan) -> list:
    """Those that will be taken first; skipped ones stand among the problems."""
    taken = [decision for decision in plan.decisions if decision.act != "skip"]
    return taken[:MOST_ROWS]
