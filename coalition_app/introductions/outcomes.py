"""What came of an introduction that was asked for."""

from flask import url_for

from coalition_app.extensions import db
from coalition_app.introductions.asking import OPENED
from coalition_app.introductions.blueprint import bp, ways_in
from coalition_app.introductions.forms import MadeForm
from coalition_app.models import Introduction
from coalition_app.web import access, clock, htmx

OPEN_MEANWHILE = "Somebody noted meanwhile that the door is open: it stays so."


@bp.get("/introductions/<int:id>/making")
@access.organizer
def make(id: int):
    introduction = db.get_or_404(Introduction, id)
    form = MadeForm(introduction)
    return htmx.render("introductions/make.html", introduction=introduction, form=form)


@bp.post("/introductions/<int:id>/making")
@access.organizer
def making(id: int):
    introduction = db.get_or_404(Introduction, id)
    form = MadeForm(introduction)
    if not form.validate_on_submit():
        return htmx.refused("introductions/make.html", introduction=introduction, form=form)
    form.make()
    db.session.commit()
    back = url_for("organizations.show", id=introduction.organization_id)
    return htmx.redirect(back, OPENED, undo=url_for(".waiting", id=id))


@bp.post("/introductions/<int:id>/declining")
@access.organizer
def declining(id: int):
    introduction = db.get_or_404(Introduction, id)
    if introduction.made_on:
        return htmx.redirect(ways_in(introduction), OPEN_MEANWHILE, "warn")
    introduction.decline(clock.today())
    db.session.commit()
    words = f"Noted: declined by {introduction.through}. Look at the other ways in."
    return htmx.redirect(ways_in(introduction), words, undo=url_for(".waiting", id=id))


@bp.post("/introductions/<int:id>/waiting")
@access.organizer
def waiting(id: int):
    """Takes the answer back: it is waited for again."""
    introduction = db.get_or_404(Introduction, id)
    introduction.wait()
    db.session.commit()
    return htmx.redirect(ways_in(introduction), "It is waiting for an answer again.")
