"""Letters: drafts, what is still to write, and what was sent."""

from flask import url_for
from sqlalchemy.orm import joinedload

from coalition_app.documents.letter import LetterSheet
from coalition_app.extensions import db
from coalition_app.letters import sending, writing  # noqa: F401
from coalition_app.letters.blueprint import bp, letter_or_404
from coalition_app.letters.forms import SendForm
from coalition_app.letters.page import LetterPage, to_write
from coalition_app.models import WAYS, Letter
from coalition_app.web import access, clock, htmx, pdf, security

MOST = 100


@bp.get("/letters")
@access.viewer
def index():
    with_names = (joinedload(Letter.organization), joinedload(Letter.meeting))
    drafts = db.session.scalars(Letter.drafts().options(*with_names)).all()
    sent = db.session.scalars(Letter.sent().options(*with_names).limit(MOST)).all()
    return htmx.render(
        "letters/index.html",
        drafts=[LetterPage(letter, clock.now()) for letter in drafts],
        sent=sent,
        to_write=to_write(drafts, clock.now()),
        ways=WAYS,
        most=MOST,
    )


@bp.get("/letters/<int:id>")
@access.viewer
def show(id: int):
    letter = letter_or_404(id)
    page = LetterPage(letter, clock.now())
    form = SendForm(letter.meeting, formdata=None)
    return htmx.render("letters/show.html", letter=letter, page=page, form=form, ways=WAYS)


@bp.get("/letters/<int:id>/letter.pdf")
@access.viewer
@security.framed
def paper(id: int):
    letter = letter_or_404(id)
    return pdf.answer(LetterSheet.of(letter), url_for(".show", id=id), letter.paper)
