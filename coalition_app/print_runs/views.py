"""Several letters at once: choose, look, print as one file, say what went."""

from flask import abort, request, url_for
from flask_login import current_user

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.run_file import RunFile
from coalition_app.extensions import db
from coalition_app.lib.wording import day, plural
from coalition_app.models import (
    Letter,
    LetterDrafts,
    Local,
    Meeting,
    PrintRun,
    letters_due,
    settled,
)
from coalition_app.print_runs import making_views, paper_views  # noqa: F401
from coalition_app.print_runs.blueprint import bp, folder_of, run_or_404
from coalition_app.print_runs.forms import ChoiceForm, SendForm, TextForm
from coalition_app.print_runs.page import MadePage, PlanPage, words_of
from coalition_app.web import access, clock, htmx, jobs, pdf, security

NONE_DUE = "No letter is due that is not drafted already."
NO_DRAFTS = "There is no draft."
KEYS = ("organization", "person", "meeting", "letter")


@bp.get("/print-runs")
@access.organizer
def index():
    runs = db.session.scalars(PrintRun.newest_first()).all()
    return htmx.render(
        "print_runs/index.html",
        runs=[(run, *run.counts()) for run in runs],
        drafts=len(_drafts()),
        due=len(letters_due(clock.now())),
    )


@bp.post("/print-runs/drafts")
@access.organizer
def drafts():
    ids = _drafts()
    if not ids:
        return htmx.redirect(url_for(".index"), NO_DRAFTS, "warn")
    return _planned("drafts", ids, plural(len(ids), "draft"))


@bp.post("/print-runs/due")
@access.organizer
def due():
    pairs = letters_due(clock.now())
    if not pairs:
        return htmx.redirect(url_for(".index"), NONE_DUE, "warn")
    return _planned("due", pairs, plural(len(pairs), "organization"))


@bp.post("/print-runs/meetings/<int:meeting_id>")
@access.organizer
def of_meeting(meeting_id: int):
    meeting = db.get_or_404(Meeting, meeting_id)
    on = day(meeting.starts_at.date(), clock.today())
    return _planned("meeting", [meeting.id], f"those at {meeting.title}, {on}"[:200])


@bp.get("/print-runs/<int:id>")
@access.organizer
def show(id: int):
    return page_of(run_or_404(id))


@bp.post("/print-runs/<int:id>")
@access.organizer
def update(id: int):
    run = run_or_404(id)
    form = ChoiceForm(run)
    if not run.is_plan:
        return htmx.redirect(url_for(".show", id=id))
    if not form.validate_on_submit():
        return htmx.refused("print_runs/plan.html", page=PlanPage(run), run=run, form=form)
    if form.conflicts_with(run):
        return htmx.conflict("print_runs/plan.html", "plan", page=PlanPage(run), run=run, form=form)
    form.apply(run)
    db.session.commit()
    if htmx.wants_region():
        return page_of(run)
    return htmx.redirect(url_for(".show", id=id))


@bp.get("/print-runs/<int:id>/text")
@access.organizer
def text(id: int):
    run = _with_text(id)
    return _text_page(htmx.render, run, TextForm(formdata=None, obj=words_of(run)))


@bp.post("/print-runs/<int:id>/text")
@access.organizer
def save_text(id: int):
    run = _with_text(id)
    form = TextForm()
    form.validate()
    form.check_places(run.kind)
    if form.errors:
        return _text_page(htmx.refused, run, form)
    own = {name: form[name].data for name in ("salutation", "body", "closing")}
    run.choose(words={**own, "subject": words_of(run).subject})
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), "Saved, for the letters of this run.")


@bp.get("/print-runs/<int:id>/look.pdf")
@access.organizer
@security.framed
def look(id: int):
    """One of its letters, as it would be."""
    run = run_or_404(id)
    asked = {name: request.args.get(name, type=int) for name in KEYS}
    (found,) = settled([{name: value for name, value in asked.items() if value}])
    if found is None or not (found.letter or run.writes_letters):
        abort(404)
    letter = found.letter or _drafted(run, found.to)
    return pdf.answer(LetterSheet.of(letter), url_for(".show", id=id))


@bp.get("/print-runs/<int:id>/letters.pdf")
@access.organizer
@security.framed
def whole(id: int):
    run = run_or_404(id)
    folder = folder_of(run)
    if not folder.is_whole:
        abort(404)
    return pdf.answer(RunFile.of(run), url_for(".show", id=id), folder.whole())


def page_of(run: PrintRun, answer=htmx.render, form: SendForm | None = None):
    if run.is_plan:
        if run.has_letters:
            jobs.make_ready()
        form = ChoiceForm(run, formdata=None)
        form.opened.data = request.form.get("opened") or form.opened.data
        page = {"page": PlanPage(run), "form": form}
        return answer("print_runs/plan.html", "plan", run=run, **page)
    page = {"page": MadePage(run), "form": form or SendForm(run, formdata=None)}
    return answer("print_runs/show.html", "made", run=run, **page)


def _planned(source: str, ids: list, title: str):
    run = PrintRun.planned(source, ids, title, clock.now(), current_user)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=run.id))


def _drafts() -> list[int]:
    """Those that no other run prints, the oldest first."""
    query = Letter.drafts().with_only_columns(Letter.id).where(Letter.print_run_id.is_(None))
    return list(db.session.scalars(query.where(Letter.body != "").order_by(None)))


def _with_text(id: int) -> PrintRun:
    run = run_or_404(id)
    if not (run.is_plan and run.writes_letters):
        abort(404)
    return run


def _text_page(answer, run: PrintRun, form: TextForm):
    return answer("print_runs/text.html", run=run, form=form, places=form.places(run.kind))


def _drafted(run: PrintRun, to) -> Letter:
    with db.session.no_autoflush:
        drafts = LetterDrafts(run.kind, [to], Local.current(), clock.today(), run.words)
        return drafts.letter(to)
