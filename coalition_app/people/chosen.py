"""Acts on several rows of the list at once."""

from datetime import datetime

from flask import abort, request, url_for
from flask_login import current_user
from sqlalchemy import ColumnElement, select

from coalition_app.extensions import db
from coalition_app.lib.wording import plural
from coalition_app.models import ChosenPeople, Person, PrintRun
from coalition_app.people.blueprint import bp
from coalition_app.people.chosen_form import ChosenForm
from coalition_app.people.index import INDEX, asked_for, shown_list
from coalition_app.people.narrowed import narrowed
from coalition_app.storage.dialect import among
from coalition_app.web import access, clock, htmx
from coalition_app.web.sheet import Asked

NOBODY = "Choose at least one row first."


@bp.post("/chosen/activists")
@access.organizer
def making_activists():
    return _done(lambda chosen: f"{_people(chosen.make_activists())} may come along now.")


@bp.post("/chosen/activists/releasing")
@access.organizer
def releasing_activists():
    return _done(lambda chosen: f"{_people(chosen.release_activists())} left the activists.")


@bp.post("/chosen/worksite")
@access.organizer
def moving_worksite():
    form = ChosenForm()
    worksite = form.new_worksite.data
    if not worksite:
        form.refuse("Type the worksite.", form.new_worksite)
        return _refuse(form)
    return _done(lambda chosen: f"{_people(chosen.work_at(worksite))} now at {worksite}.")


@bp.post("/chosen/mailing")
@access.organizer
def refusing_mail():
    return _done(lambda chosen: f"{_people(chosen.refuse_mail())}: do not mail from now on.")


@bp.post("/chosen/letters")
@access.organizer
def writing():
    """Leads to letters and labels for them."""
    form = ChosenForm()
    which = _meant(form, asked_for(request.form))
    if which is None:
        return _refuse(form)
    found = db.session.scalars(select(Person.id).where(which)).all()
    run = PrintRun.planned("people", found, _people(len(found)), clock.now(), current_user)
    db.session.commit()
    return htmx.redirect(url_for("print_runs.show", id=run.id))


@bp.post("/chosen/archiving")
@access.organizer
def archiving_chosen():
    now = Person.moment_of_several(clock.now())
    undo = url_for(".restoring_chosen", at=now.isoformat())
    return _done(lambda chosen: f"{_people(chosen.archive(now))} archived.", undo)


@bp.post("/chosen/restoring")
@access.organizer
def restoring_chosen():
    """Takes back one act: whoever was archived at just that moment."""
    try:
        at = datetime.fromisoformat(request.args.get("at", ""))
    except ValueError:
        abort(404)
    count = ChosenPeople(Person.archived_at == at).restore()
    db.session.commit()
    return htmx.redirect(url_for(".index"), f"{_people(count)} restored.")


def _done(act, undo: str | None = None):
    """Answers with the list as it was; refused, with the rows still chosen and what is wrong."""
    form, asked = ChosenForm(), asked_for(request.form)
    which = _meant(form, asked)
    if which is None or not form.validate_on_submit():
        return _refuse(form)
    words = act(ChosenPeople(which))
    db.session.commit()
    return htmx.redirect(url_for(".index", **asked.address), words, undo=undo)


def _refuse(form: ChosenForm):
    ids = _ids()
    if not (ids or form.all.data):
        form.refuse(NOBODY)
    shown = shown_list(asked_for(request.form), chosen=form, ids=frozenset(ids))
    return htmx.refused(INDEX, **shown)


def _ids() -> list[int]:
    return request.form.getlist("ids", type=int)


def _meant(form: ChosenForm, asked: Asked) -> ColumnElement[bool] | None:
    """All that the filters find, on whatever page; or the rows that were chosen."""
    if form.all.data:
        return Person.id.in_(narrowed(asked.wanted))
    ids = _ids()
    return among(Person.id, ids) if ids else None


def _people(count: int) -> str:
    return plural(count, "person", "people")
