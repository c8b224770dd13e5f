"""Our letterhead: the logo and the line at the foot."""

from flask import Response, abort, current_app, url_for

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.letterhead import Letterhead
from coalition_app.documents.printer import PaperUnavailable, PrintingFailed
from coalition_app.extensions import db
from coalition_app.lib.wording import full_day
from coalition_app.local.blueprint import bp
from coalition_app.local.letterhead_form import LetterheadForm
from coalition_app.models import Local
from coalition_app.web import access, clock, htmx

WHERE = ("Person", "Organization", "Street or PO box", "City, state  ZIP")
TYPES = {"png": "image/png", "svg": "image/svg+xml"}


@bp.get("/letterhead")
@access.organizer
def letterhead():
    return _page(LetterheadForm(obj=Local.current()))


@bp.post("/letterhead")
@access.organizer
def save_letterhead():
    local = Local.current()
    form = LetterheadForm(obj=local)
    if not form.validate_on_submit():
        return _page(form, htmx.refused)
    if form.conflicts_with(local):
        return _page(form, htmx.conflict)
    local.imprint = form.imprint.data
    if form.sent:
        local.logo, local.logo_kind = form.sent.content, form.sent.kind
    db.session.commit()
    return htmx.redirect(url_for(".letterhead"), "Saved.")


@bp.post("/letterhead/logo/removal")
@access.organizer
def remove_logo():
    local = Local.current()
    local.logo, local.logo_kind = None, ""
    db.session.commit()
    return htmx.redirect(url_for(".letterhead"), "The logo is gone.")


@bp.get("/logo")
@access.viewer
def logo_file() -> Response:
    local = Local.current()
    if not local.logo_kind:
        abort(404)
    return Response(local.logo, mimetype=TYPES[local.logo_kind])


def _page(form: LetterheadForm, answer=htmx.render):
    local = Local.current()
    has_logo, paper = bool(local.logo_kind), _paper().html()
    db.session.rollback()
    try:
        picture = current_app.extensions["printer"].pictures(paper).pictures[0]
    except (PaperUnavailable, PrintingFailed):
        picture = ""
    return answer("local/letterhead.html", form=form, has_logo=has_logo, picture=picture)


def _paper() -> LetterSheet:
    """A letter to nobody, to see the head and the foot."""
    head = Letterhead.current()
    return LetterSheet(
        file_name="",
        title="Our letterhead",
        date=full_day(clock.today()),
        addressee="",
        address=WHERE,
        salutation="",
        blocks=(),
        closing="",
        signer="",
        **vars(head),
    )
