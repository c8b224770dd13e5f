"""Whom a person knows: ties."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.models import Person, Tie
from coalition_app.people.blueprint import bp
from coalition_app.people.forms import TieForm
from coalition_app.people.shown import shown
from coalition_app.web import access, htmx

SHOW = "people/show.html"


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
    names = f"{tie.person.name} and {tie.other.name}"
    page = _page(tie.person_id)
    db.session.delete(tie)
    db.session.commit()
    return htmx.redirect(page, f"The tie of {names} is removed.")


def _page(person_id: int) -> str:
    return access.safe_next(request.form.get("next"), url_for(".show", id=person_id))
