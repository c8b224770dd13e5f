"""Labels and envelopes: of a run, of one letter, of our own address, for a meeting's table."""

from flask import abort, request, url_for

from coalition_app.documents.envelopes import EnvelopesSheet, return_lines
from coalition_app.documents.labels import LabelsSheet
from coalition_app.extensions import db
from coalition_app.lib.label_formats import FORMATS, LabelFormat, label_format
from coalition_app.models import LabelSheet, Letter, Local, Meeting, Printer, PrintRun
from coalition_app.print_runs.blueprint import bp, run_or_404
from coalition_app.print_runs.forms import ADDRESSES, PaperForm, ReturnForm
from coalition_app.print_runs.page import PlanPage, envelope_lines, left_out_of
from coalition_app.web import access, clock, htmx, pdf, security

BADGES = [each for each in FORMATS.values() if each not in ADDRESSES]


@bp.get("/print-runs/<int:id>/labels")
@access.organizer
def labels(id: int):
    run = run_or_404(id)
    return _run_page(htmx.render, run, _form(ADDRESSES))


@bp.post("/print-runs/<int:id>/labels")
@access.organizer
def use_labels(id: int):
    """Opens the sheets, and remembers where the next ones begin."""
    run, form = run_or_404(id), PaperForm(ADDRESSES)
    if not form.validate_on_submit():
        return _run_page(htmx.refused, run, form)
    _remember(form, _sheet(form.kind, envelope_lines(run), 1).count)
    return htmx.redirect(url_for(".labels_paper", id=id, **form.asked))


@bp.get("/print-runs/<int:id>/labels.pdf")
@access.organizer
@security.framed
def labels_paper(id: int):
    return _paper(envelope_lines(run_or_404(id)), url_for(".labels", id=id))


@bp.get("/print-runs/<int:id>/envelopes.pdf")
@access.organizer
@security.framed
def envelopes(id: int):
    sheet = EnvelopesSheet.of(envelope_lines(run_or_404(id)), clock.today(), _nudge())
    return pdf.answer(sheet, url_for(".labels", id=id))


@bp.get("/letters/<int:letter_id>/envelope.pdf")
@access.viewer
@security.framed
def envelope(letter_id: int):
    letter = db.get_or_404(Letter, letter_id)
    sheet = EnvelopesSheet.of([letter.address_lines], clock.today(), _nudge())
    return pdf.answer(sheet, url_for("letters.show", id=letter_id))


@bp.get("/return-labels")
@access.organizer
def return_labels():
    return _own_page(htmx.render, ReturnForm(_asked()))


@bp.post("/return-labels")
@access.organizer
def use_return_labels():
    form = ReturnForm()
    if not form.validate_on_submit():
        return _own_page(htmx.refused, form)
    _remember(form, form.count.data)
    return htmx.redirect(url_for(".return_paper", count=form.count.data, **form.asked))


@bp.get("/return-labels.pdf")
@access.organizer
@security.framed
def return_paper():
    count = min(max(request.args.get("count", 1, type=int), 1), ReturnForm.MOST)
    return _paper([return_lines(Local.current())] * count, url_for(".return_labels"))


@bp.get("/meetings/<int:meeting_id>/name-badges")
@access.organizer
def badges(meeting_id: int):
    meeting = db.get_or_404(Meeting, meeting_id)
    return _badge_page(htmx.render, meeting, _form(BADGES))


@bp.post("/meetings/<int:meeting_id>/name-badges")
@access.organizer
def use_badges(meeting_id: int):
    meeting, form = db.get_or_404(Meeting, meeting_id), PaperForm(BADGES)
    if not form.validate_on_submit():
        return _badge_page(htmx.refused, meeting, form)
    _remember(form, len(_badges(meeting)))
    return htmx.redirect(url_for(".badges_paper", meeting_id=meeting_id, **form.asked))


@bp.get("/meetings/<int:meeting_id>/name-badges.pdf")
@access.organizer
@security.framed
def badges_paper(meeting_id: int):
    meeting = db.get_or_404(Meeting, meeting_id)
    return _paper(_badges(meeting), url_for(".badges", meeting_id=meeting_id))


def _form(formats: list[LabelFormat]) -> PaperForm:
    return PaperForm(formats, _asked())


def _asked() -> dict:
    """The format that was picked meanwhile, with the start of its sheet."""
    kind = label_format(request.args.get("format", ""))
    return {"format": kind.name} if kind else {}


def _remember(form: PaperForm, count: int) -> None:
    LabelSheet.use(form.kind, count, form.start.data)
    if printer := _printer(form.printer.data):
        printer.use(clock.now())
    db.session.commit()


def _printer(id: int | None) -> Printer | None:
    return db.session.get(Printer, id) if id else None


def _nudge() -> tuple[float, float]:
    """Of the printer in the address; without one, of the one last used."""
    asked = request.args.get("printer", type=int)
    printer = _printer(asked) if "printer" in request.args else Printer.last_used()
    return printer.nudge if printer else (0, 0)


def _sheet(kind: LabelFormat, texts: list[tuple[str, ...]], start: int) -> LabelsSheet:
    return LabelsSheet.of(kind, texts, clock.today(), start, _nudge())


def _paper(texts: list[tuple[str, ...]], back: str):
    kind = label_format(request.args.get("format", ADDRESSES[0].name))
    if kind is None:
        abort(404)
    start = request.args.get("start", 1, type=int)
    if not 1 <= start <= kind.per_sheet:
        abort(404)
    return pdf.answer(_sheet(kind, texts, start), back)


def _run_page(answer, run: PrintRun, form: PaperForm):
    """What does not fit the label, or has no whole address, is listed."""
    lines = envelope_lines(run)
    kind = label_format(form.format.data) or ADDRESSES[0]
    too_long = _sheet(kind, lines, 1).too_long
    left_out = PlanPage(run).list.left_out if run.is_plan else left_out_of(run)
    return answer(
        "print_runs/labels.html",
        "paper",
        run=run,
        form=form,
        count=len(lines),
        too_long=[lines[place][0] for place in too_long if lines[place]],
        left_out=left_out,
        kind=kind,
    )


def _own_page(answer, form: ReturnForm):
    lines = return_lines(Local.current())
    return answer("print_runs/return_labels.html", "paper", form=form, lines=lines)


def _badges(meeting: Meeting) -> list[tuple[str, ...]]:
    """Everybody who is expected: theirs first, with their organization."""
    ours = Local.current().full_name
    there = [*meeting.theirs, *meeting.ours]
    return [
        (each.person.name_as_called, each.organization.full_name if each.organization else ours)
        for each in there
    ]


def _badge_page(answer, meeting: Meeting, form: PaperForm):
    people = _badges(meeting)
    return answer("print_runs/badges.html", "paper", meeting=meeting, form=form, people=people)
