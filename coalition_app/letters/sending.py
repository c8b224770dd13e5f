"""Printing a letter, and marking it as sent. The page stays as it went; it is evidence."""

from flask import request, url_for
from flask_login import current_user

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.printer import PaperUnavailable, PrintingFailed
from coalition_app.extensions import db
from coalition_app.letters.blueprint import bp, home_of, letter_or_404
from coalition_app.letters.forms import AlreadySentForm, SendForm
from coalition_app.letters.shown import shown
from coalition_app.lib.wording import day
from coalition_app.models import WAYS, Letter, Meeting, Organization
from coalition_app.web import access, clock, htmx

NOT_YET = "Say first that the meeting happened; then note the letter."
CHANGED = "Somebody changed the letter meanwhile. Look at it once more, then mark it as sent."
TAKEN_BACK = "It is a draft again."
STAYS = "That it went was noted by somebody else, or days ago: it stays as it is."


@bp.post("/letters/<int:id>/printing")
@access.organizer
def printing(id: int):
    """Opens the page to print it."""
    letter = letter_or_404(id)
    if not letter.is_sent:
        letter.print_at(clock.now())
        db.session.commit()
    return htmx.redirect(url_for(".paper", id=id))


@bp.post("/letters/<int:id>/sending")
@access.organizer
def sending(id: int):
    letter = letter_or_404(id)
    if letter.is_sent:
        return htmx.redirect(url_for(".show", id=id), "It was marked as sent before.")
    form = SendForm(letter.meeting)
    if not form.validate_on_submit():
        return htmx.refused("letters/show.html", **shown(letter, form))
    seen = letter.version
    paper = _paper(letter)
    letter = letter_or_404(id)
    if letter.is_sent or letter.version != seen:
        return htmx.redirect(url_for(".show", id=id), CHANGED, "warn")
    letter.send(form.sent_on.data, form.sent_by.data, current_user.person, paper)
    db.session.commit()
    return htmx.redirect(home_of(letter), _went(letter), undo=url_for(".not_sending", id=id))


@bp.post("/letters/<int:id>/not-sending")
@access.organizer
def not_sending(id: int):
    """Takes back a slip, by whoever made it, at once; later it is evidence."""
    letter = letter_or_404(id)
    if letter.is_sent and not letter.may_take_back(current_user.person, clock.today()):
        return htmx.redirect(url_for(".show", id=id), STAYS, "warn")
    letter.take_back()
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), TAKEN_BACK)


def _paper(letter: Letter) -> bytes | None:
    """The page as it goes, printed while nobody waits for the database; none without a printer."""
    sheet = LetterSheet.of(letter)
    db.session.rollback()
    try:
        return sheet.pdf()
    except (PaperUnavailable, PrintingFailed):
        return None


@bp.get("/meetings/<int:id>/letters/already-sent")
@access.organizer
def already_sent(id: int):
    meeting = db.get_or_404(Meeting, id)
    if not meeting.held_on:
        return htmx.redirect(url_for("meetings.show", id=id), NOT_YET, "warn")
    form = AlreadySentForm(meeting, request.args.get("organization", type=int))
    return htmx.render("letters/already_sent.html", meeting=meeting, form=form)


@bp.post("/meetings/<int:id>/letters/already-sent")
@access.organizer
def sent_already(id: int):
    meeting = db.get_or_404(Meeting, id)
    if not meeting.held_on:
        return htmx.redirect(url_for("meetings.show", id=id), NOT_YET, "warn")
    form = AlreadySentForm(meeting, None)
    if not form.validate_on_submit():
        return htmx.refused("letters/already_sent.html", meeting=meeting, form=form)
    organization = db.session.get(Organization, form.organization_id.data)
    letter = _note(meeting, organization, form)
    db.session.commit()
    return htmx.redirect(home_of(letter), _went(letter))


def _note(meeting: Meeting, organization: Organization, form: AlreadySentForm) -> Letter:
    """The same letter noted twice is one."""
    went = {"sent_on": form.sent_on.data, "sent_by": form.sent_by.data}
    same = Letter.of(organization, kind="follow_up", meeting=meeting, **went)
    letter = db.session.scalar(same.limit(1))
    if letter is None:
        letter = Letter.already_sent(meeting, organization, went["sent_on"], went["sent_by"])
        letter.sender = current_user.person
        db.session.add(letter)
    return letter


def _went(letter: Letter) -> str:
    on = day(letter.sent_on, clock.today())
    return f"Noted: the letter went {WAYS[letter.sent_by]} on {on}."
