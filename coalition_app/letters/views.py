"""Letters: drafts, what is still to write, and what was sent."""

from flask import url_for
from sqlalchemy.orm import joinedload

from coalition_app.documents.letter import LetterSheet
from coalition_app.extensions import db
from coalition_app.letters import choosing, email, sending, templates, writing  # noqa: F401
from coalition_app.letters.blueprint import bp, letter_or_404
from coalition_app.letters.page import LetterPage, to_write
from coalition_app.letters.preview import Preview
from coalition_app.letters.shown import shown
from coalition_app.models import WAYS, Letter, PrintRun
from coalition_app.web import access, clock, htmx, jobs, pdf, security

MOST = 100


@bp.get("/letters")
@access.viewer
def index():
    with_names = (
        joinedload(Letter.organization),
        joinedload(Letter.recipient),
        joinedload(Letter.meeting),
    )
    drafts = db.session.scalars(Letter.drafts().options(*with_names)).all()
    sent = db.session.scalars(Letter.sent().options(*with_names).limit(MOST)).all()
    unfinished = db.session.scalars(PrintRun.unfinished()).all() if access.can("organizer") else []
    runs = [(run, *run.counts(), jobs.shown(run.job) if run.job else None) for run in unfinished]
    return htmx.render(
        "letters/index.html",
        drafts=[LetterPage(letter, clock.now()) for letter in drafts if not letter.print_run_id],
        runs=runs,
        sent=sent,
        to_write=to_write(drafts, clock.now()),
        ways=WAYS,
        most=MOST,
    )


@bp.get("/letters/<int:id>")
@access.viewer
def show(id: int):
    return htmx.render("letters/show.html", **shown(letter_or_404(id)))


@bp.get("/letters/<int:id>/pages")
@access.viewer
def pages(id: int):
    """The letter with its pages as they will print, or went."""
    letter = letter_or_404(id)
    preview = Preview(letter).print()
    if htmx.wants_region():
        return htmx.render("letters/show.html", "preview", preview=preview)
    return htmx.render("letters/show.html", **{**shown(letter_or_404(id)), "preview": preview})


@bp.get("/letters/<int:id>/letter.pdf")
@access.viewer
@security.framed
def paper(id: int):
    letter = letter_or_404(id)
    return pdf.answer(LetterSheet.of(letter), url_for(".show", id=id), letter.paper)
