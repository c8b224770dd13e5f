"""A letter as an email: its plain text, a link, or a file that opens as a draft."""

from functools import cached_property

from flask import Response, url_for

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.printer import PaperUnavailable, PrintingFailed
from coalition_app.extensions import db
from coalition_app.letters.blueprint import bp, letter_or_404
from coalition_app.lib import email_draft
from coalition_app.lib.simple_text import plain
from coalition_app.models import Addressee, Letter, Local
from coalition_app.web import access, htmx

WITHOUT_PAPER = "It could not be printed, so nothing is attached. {}"


class Email:
    """Asks all that it needs of the letter at once."""

    def __init__(self, letter: Letter):
        introduction = letter.introduction
        to = Addressee(letter.organization, letter.recipient, introduction=introduction)
        goes_to_hq = letter.kind == "introduction_request" and letter.recipient is None
        self.refusal = to.person.refuses("email") if to.person else ""
        self.to = Local.current().hq_email if goes_to_hq else to.email
        self.name = letter.addressee
        self.subject = letter.subject or letter.title
        self.text = _text(letter)

    @cached_property
    def link(self) -> str:
        return email_draft.link(self.to, self.subject, self.text)

    @property
    def link_holds_text(self) -> bool:
        return email_draft.holds_text(self.to, self.subject, self.text)

    def file(self, attached: dict[str, bytes]) -> bytes:
        return email_draft.eml((self.name, self.to), self.subject, self.text, attached)


@bp.get("/letters/<int:id>/letter.eml")
@access.organizer
def email(id: int):
    """A draft for any mail program, with the page attached."""
    letter = letter_or_404(id)
    draft, sheet, kept = Email(letter), LetterSheet.of(letter), letter.paper
    if draft.refusal:
        return htmx.redirect(url_for(".show", id=id), f"They said: {draft.refusal}.", "warn")
    db.session.rollback()
    try:
        content = draft.file({sheet.file_name: kept or sheet.pdf()})
    except (PaperUnavailable, PrintingFailed) as error:
        back = url_for(".show", id=id)
        words = WITHOUT_PAPER.format(error)
        return htmx.render("errors/no_paper.html", status=503, words=words, back=back)
    response = Response(content, mimetype="message/rfc822")
    name = sheet.file_name.removesuffix(".pdf") + ".eml"
    response.headers.set("Content-Disposition", "attachment", filename=name)
    return response


def _text(letter: Letter) -> str:
    signed = "\n".join(filter(None, (letter.signer_name, letter.signer_title)))
    parts = (letter.salutation, plain(letter.body), letter.closing, signed)
    return "\n\n".join(filter(None, parts)) + "\n"
