"""Where a person stands, with the act that shows it."""

from flask import abort, url_for

from coalition_app.extensions import db
from coalition_app.models import Person, Standing
from coalition_app.people.blueprint import bp
from coalition_app.web import access, htmx
from coalition_app.web.rating import StandingForm

RATE = "people/rate.html"


@bp.get("/<int:id>/rate")
@access.organizer
def rate(id: int):
    person = db.get_or_404(Person, id)
    return htmx.render(RATE, person=person, form=StandingForm(Standing.WORDS_OF_A_PERSON))


@bp.post("/<int:id>/standing")
@access.organizer
def rating(id: int):
    person = db.get_or_404(Person, id)
    form = StandingForm(Standing.WORDS_OF_A_PERSON)
    if not form.validate_on_submit():
        return htmx.refused(RATE, person=person, form=form)
    standing = Standing.noted(person, *form.said)
    db.session.commit()
    undo = url_for(".unrating", id=standing.id)
    return htmx.redirect(url_for(".show", id=id), f"Standing: {standing.label}.", undo=undo)


@bp.post("/standings/<int:id>/removal")
@access.organizer
def unrating(id: int):
    """A slip; a standing that changed is rated again instead, and its history stays."""
    standing = db.get_or_404(Standing, id)
    if standing.person is None:
        abort(404)
    person_id = standing.person_id
    db.session.delete(standing)
    db.session.commit()
    return htmx.redirect(url_for(".show", id=person_id), "The rating is taken back.")
