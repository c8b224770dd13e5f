"""Whom a person knows: ties, typed in one line or by fields."""

from flask import abort, request, url_for

from coalition_app.extensions import db
from coalition_app.models import Person, Tie
from coalition_app.people.blueprint import bp
from coalition_app.people.forms import TieForm
from coalition_app.people.shown import shown
from coalition_app.people.tie_form import TieLineForm
from coalition_app.web import access, htmx

SHOW = "people/show.html"


@bp.post("/ties")
@access.organizer
def telling():
    """One line, from the page of a person or of an organization."""
    form = _told(request.form)
    if not form.validate_on_submit():
        return htmx.refused("people/tie.html", form=form)
    form.told.note()
    db.session.commit()
    words = f"{form.told.words}: noted."
    new = [side.meant.name for side in form.told.newcomers if side.meant.is_new]
    if new:
        words += f" New among the people: {', '.join(new)}."
    return htmx.redirect(form.page, words)


@bp.get("/ties/understood")
@access.organizer
def understanding():
    """How the line that is being typed will be read: a region of the page."""
    form = _told(request.args, meta={"csrf": False})
    if not htmx.wants_region():
        return htmx.redirect(form.page)
    form.validate()
    return htmx.render("people/_tie_understood.html", form=form)


def _told(values, **options) -> TieLineForm:
    form = TieLineForm(values, **options)
    if form.person is None and form.organization is None:
        abort(404)
    return form


@bp.post("/<int:id>/ties")
@access.organizer
def tying(id: int):
    person = db.get_or_404(Person, id)
    form = TieForm(person)
    if not form.validate_on_submit():
        return htmx.refused(SHOW, **shown(id, tie_form=form))
    other = form.other or Person(name=form.other_name.data)
    told = {"is_close": form.is_close.data, "told_by": form.told_by}
    tie = Tie.note(person, form.kind.data, other, **told)
    db.session.commit()
    words = f"{person.name}, {Tie.phrase(tie.kind)} {other.name}: noted."
    return htmx.redirect(url_for(".show", id=id, _anchor="ties"), words)


@bp.post("/ties/<int:id>/removal")
@access.organizer
def untying(id: int):
    tie = db.get_or_404(Tie, id)
    words = f"The tie of {tie.person.name} and {tie.other.name} is removed."
    undo = url_for(
        ".retying",
        id=tie.person_id,
        other_id=tie.other_id,
        kind=tie.kind,
        close=int(tie.is_close),
        told_by=tie.told_by_id,
        next=_page(tie.person_id),
    )
    page = _page(tie.person_id)
    db.session.delete(tie)
    db.session.commit()
    return htmx.redirect(page, words, undo=undo)


@bp.post("/<int:id>/ties/<int:other_id>")
@access.organizer
def retying(id: int, other_id: int):
    """The tie that was just removed, as it was."""
    person, other = db.get_or_404(Person, id), db.get_or_404(Person, other_id)
    kind = request.args.get("kind", "")
    if kind not in Tie.KINDS or person is other or other.forgotten_on:
        abort(404)
    told_by = db.session.get(Person, request.args.get("told_by", 0, type=int))
    Tie.note(person, kind, other, is_close=request.args.get("close") == "1", told_by=told_by)
    db.session.commit()
    page = access.safe_next(request.args.get("next"), url_for(".show", id=id))
    return htmx.redirect(page, f"{person.name} and {other.name} know each other again.")


def _page(person_id: int) -> str:
    return access.safe_next(request.form.get("next"), url_for(".show", id=person_id))
