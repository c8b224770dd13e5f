"""Writing a letter: prefilled, edited as text, looked at before it is saved."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.letters.asked import Asked, asked_for
from coalition_app.letters.blueprint import bp, home_of, letter_or_404
from coalition_app.letters.forms import LetterForm
from coalition_app.letters.page import LetterPage
from coalition_app.letters.preview import Preview
from coalition_app.models import ABOUT_THEM, Letter
from coalition_app.web import access, clock, htmx

SENT = "It was sent already and stays as it went. Write another letter instead."


@bp.get("/organizations/<int:organization_id>/letters/new")
@bp.get("/people/<int:person_id>/letters/new")
@access.organizer
def new(organization_id: int = 0, person_id: int = 0):
    asked = Asked.read(organization_id, person_id)
    begun = asked.begun
    if begun:
        return htmx.redirect(url_for(".edit", id=begun.id), "Here is the draft begun before.")
    letter = asked.draft
    return _page(LetterForm(formdata=None, obj=letter), letter, asked)


@bp.post("/organizations/<int:organization_id>/letters")
@bp.post("/people/<int:person_id>/letters")
@access.organizer
def create(organization_id: int = 0, person_id: int = 0):
    asked = Asked.read(organization_id, person_id)
    letter = asked.draft
    form = LetterForm(obj=letter)
    if not form.validate_on_submit():
        return _page(form, form.preview_of(letter), asked, htmx.refused)
    form.populate_obj(letter)
    saved = asked.saved_before(letter)
    if saved:
        return htmx.redirect(url_for(".show", id=saved.id), "Saved.")
    db.session.add(letter)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=letter.id), "Saved. Print it, then mark it as sent.")


@bp.get("/letters/<int:id>/edit")
@access.organizer
def edit(id: int):
    letter = letter_or_404(id)
    if letter.is_sent:
        return _sent(letter)
    return _page(LetterForm(obj=letter), letter)


@bp.post("/letters/<int:id>")
@access.organizer
def update(id: int):
    letter = letter_or_404(id)
    if letter.is_sent:
        return _sent(letter, htmx.conflict)
    form = LetterForm(obj=letter)
    if not form.validate_on_submit():
        return _page(form, letter, answer=htmx.refused)
    if form.conflicts_with(letter):
        return _page(form, letter, answer=htmx.conflict)
    form.populate_obj(letter)
    if db.session.is_modified(letter):
        letter.printed_at = None
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), "Saved.")


@bp.post("/organizations/<int:organization_id>/letters/preview")
@bp.post("/people/<int:person_id>/letters/preview")
@access.organizer
def preview(organization_id: int = 0, person_id: int = 0):
    """The letter as typed so far, beside the form; nothing is saved."""
    asked = Asked.read(organization_id, person_id)
    letter = asked.draft
    return _look(LetterForm(obj=letter), letter, asked)


@bp.post("/letters/<int:id>/preview")
@access.organizer
def preview_of(id: int):
    letter = letter_or_404(id)
    return _look(LetterForm(obj=letter), letter)


@bp.post("/letters/<int:id>/discarding")
@access.organizer
def discarding(id: int):
    letter = letter_or_404(id)
    if letter.is_sent:
        return htmx.redirect(url_for(".show", id=id), SENT, "warn")
    db.session.delete(letter)
    db.session.commit()
    return htmx.redirect(url_for(".index"), "The draft is thrown away.")


def _sent(letter: Letter, answer=htmx.render):
    """It stays as it went; another may follow."""
    home, another = home_of(letter), url_for(".index")
    if letter.organization:
        another = url_for(".new", organization_id=letter.organization.id)
    elif letter.recipient:
        another = url_for(".new", person_id=letter.recipient.id)
    return answer("letters/sent.html", letter=letter, home=home, another=another)


def _look(form: LetterForm, letter: Letter, asked: Asked | None = None):
    with db.session.no_autoflush:
        shown = Preview(form.preview_of(letter)).print()
        if htmx.wants_region():
            return htmx.render("letters/write.html", "preview", preview=shown)
        return _page(form, letter, asked, shown=shown)


def _page(
    form: LetterForm,
    letter: Letter,
    asked: Asked | None = None,
    answer=htmx.render,
    shown: Preview | None = None,
):
    home = home_of(letter)
    return answer(
        "letters/write.html",
        form=form,
        letter=letter,
        about_them=ABOUT_THEM,
        template="second_note" if asked and asked.is_second else letter.kind,
        others=asked.others if asked else (),
        again={key: value for key, value in _again().items() if key != "person"},
        page=LetterPage(letter, clock.now()),
        preview=shown or Preview(letter),
        home=home,
        back=url_for(".show", id=letter.id) if letter.id else home,
        **_addresses(letter, asked),
    )


def _addresses(letter: Letter, asked: Asked | None) -> dict[str, str]:
    """Where the form goes to be saved, and where to be looked at."""
    if asked is None:
        saved = {"id": letter.id}
        return {"action": url_for(".update", **saved), "look": url_for(".preview_of", **saved)}
    again = _again()
    return {"action": url_for(".create", **again), "look": url_for(".preview", **again)}


def _again() -> dict:
    """What this request asks for, to be asked once more."""
    return {**request.view_args, **asked_for()}
