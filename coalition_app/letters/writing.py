"""Writing a letter: prefilled, edited as text, looked at before it is saved."""

from flask import abort, request, url_for

from coalition_app.extensions import db
from coalition_app.letters.blueprint import bp, letter_or_404
from coalition_app.letters.forms import LetterForm
from coalition_app.letters.page import LetterPage
from coalition_app.letters.preview import Preview
from coalition_app.models import (
    Introduction,
    Letter,
    Local,
    Meeting,
    Organization,
    draft_follow_up,
    draft_letter,
    draft_request,
    draft_second_note,
)
from coalition_app.web import access, clock, htmx

SENT = "It was sent already and stays as it went. Write another letter instead."


@bp.get("/organizations/<int:organization_id>/letters/new")
@access.organizer
def new(organization_id: int):
    letter = _draft(organization_id)
    begun = _begun(letter)
    if begun:
        return htmx.redirect(url_for(".edit", id=begun.id), "Here is the draft begun before.")
    return _page(LetterForm(formdata=None, obj=letter), letter)


@bp.post("/organizations/<int:organization_id>/letters")
@access.organizer
def create(organization_id: int):
    letter = _draft(organization_id)
    form = LetterForm(obj=letter)
    if not form.validate_on_submit():
        return _page(form, form.preview_of(letter), htmx.refused)
    form.populate_obj(letter)
    begun = _begun(letter)
    if begun and begun.body == letter.body:
        return htmx.redirect(url_for(".show", id=begun.id), "Saved.")
    db.session.add(letter)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=letter.id), "Saved. Print it, then mark it as sent.")


@bp.get("/letters/<int:id>/edit")
@access.organizer
def edit(id: int):
    letter = letter_or_404(id)
    if letter.is_sent:
        return htmx.render("letters/sent.html", letter=letter)
    return _page(LetterForm(obj=letter), letter)


@bp.post("/letters/<int:id>")
@access.organizer
def update(id: int):
    letter = letter_or_404(id)
    if letter.is_sent:
        return htmx.conflict("letters/sent.html", letter=letter)
    form = LetterForm(obj=letter)
    if not form.validate_on_submit():
        return _page(form, letter, htmx.refused)
    if form.conflicts_with(letter):
        return _page(form, letter, htmx.conflict)
    form.populate_obj(letter)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), "Saved.")


@bp.post("/organizations/<int:organization_id>/letters/preview")
@access.organizer
def preview(organization_id: int):
    """The letter as typed so far, beside the form; nothing is saved."""
    saved = db.session.get(Letter, request.args.get("letter", 0, type=int))
    letter = saved or _draft(organization_id)
    form = LetterForm(obj=letter)
    with db.session.no_autoflush:
        return _page(form, form.preview_of(letter))


@bp.post("/letters/<int:id>/discarding")
@access.organizer
def discarding(id: int):
    letter = letter_or_404(id)
    if letter.is_sent:
        return htmx.redirect(url_for(".show", id=id), SENT, "warn")
    db.session.delete(letter)
    db.session.commit()
    return htmx.redirect(url_for(".index"), "The draft is thrown away.")


def _page(form: LetterForm, letter: Letter, answer=htmx.render):
    about = {"kind": letter.kind, **_about()}
    of = {"organization_id": letter.organization.id}
    saved = letter.id is not None
    return answer(
        "letters/write.html",
        "preview",
        form=form,
        letter=letter,
        page=LetterPage(letter, clock.now()),
        preview=Preview(letter),
        action=url_for(".update", id=letter.id) if saved else url_for(".create", **of, **about),
        look=url_for(".preview", **of, **({"letter": letter.id} if saved else about)),
    )


def _about() -> dict[str, int]:
    """What the letter is about, as its address says."""
    asked = {key: request.args.get(key, type=int) for key in ("meeting", "introduction", "again")}
    return {key: value for key, value in asked.items() if value}


def _draft(organization_id: int) -> Letter:
    """The letter that the address asks for, drafted from the records, not saved."""
    organization = db.get_or_404(Organization, organization_id)
    kind, about = request.args.get("kind", "general"), _about()
    local, today = Local.current(), clock.today()
    if kind == "follow_up" and "meeting" in about:
        meeting = db.get_or_404(Meeting, about["meeting"])
        draft = draft_second_note if "again" in about else draft_follow_up
        if organization in meeting.organizations:
            return draft(meeting, organization, local, today)
    if kind == "introduction_request" and "introduction" in about:
        introduction = db.get_or_404(Introduction, about["introduction"])
        if introduction.organization is organization and introduction.sends_request:
            return draft_request(introduction, local, today)
    if kind != "general":
        abort(404)
    return draft_letter(organization, local, today)


def _begun(letter: Letter) -> Letter | None:
    """The draft about the same meeting or introduction that is there already."""
    about = {"kind": letter.kind, "meeting": letter.meeting, "introduction": letter.introduction}
    if letter.meeting is None and letter.introduction is None:
        return None
    drafts = Letter.of(letter.organization, **about).where(Letter.sent_on.is_(None))
    return db.session.scalar(drafts.limit(1))
