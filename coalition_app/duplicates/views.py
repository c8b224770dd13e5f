"""Pairs of records that are likely the same: merged field by field, or told apart."""

from flask import Blueprint, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from coalition_app.duplicates.merge_form import merge_form
from coalition_app.extensions import db
from coalition_app.models import Merged, Merging, NotSame, Organization, Person, likely_pairs
from coalition_app.storage import backups, dialect
from coalition_app.web import access, clock, errors, htmx

bp = Blueprint("duplicates", __name__, url_prefix="/duplicates")
NOUNS = {"organizations": Organization, "people": Person}
PAIR = "/<any(organizations, people):of>/<int:kept_id>/<int:gone_id>"
MERGE = "duplicates/merge.html"
MOST = 50


@bp.get("")
@access.organizer
def index():
    of = request.args.get("of", "")
    of = of if of in NOUNS else "organizations"
    pairs = likely_pairs(NOUNS[of], MOST + 1)
    return htmx.render(
        "duplicates/index.html", of=of, pairs=pairs[:MOST], has_more=len(pairs) > MOST
    )


@bp.get(PAIR)
@access.organizer
def show(of: str, kept_id: int, gone_id: int):
    merging = Merging(*pair(of, kept_id, gone_id))
    return _merge(htmx.render, of, merging, merge_form(merging))


@bp.post(PAIR)
@access.organizer
def merge(of: str, kept_id: int, gone_id: int):
    merging = Merging(*pair(of, kept_id, gone_id))
    form = merge_form(merging)
    if not form.validate_on_submit():
        return _merge(htmx.refused, of, merging, form)
    if form.is_outdated():
        return _merge(htmx.conflict, of, merging, form, changed=True)
    names = f"{name_of(merging.kept)} and {name_of(merging.gone)}"
    try:
        copy = backup()
    except backups.BackupRefused as problem:
        form.refuse(f"Nothing is merged, as no backup could be made first. {problem}")
        return _merge(htmx.refused, of, merging, form)
    merging.finish(form.picks, clock.today())
    db.session.commit()
    return htmx.redirect(url_for(".index", of=of), f"{names} are one now. {copy}")


@bp.post(f"{PAIR}/telling-apart")
@access.organizer
def telling_apart(of: str, kept_id: int, gone_id: int):
    one, other = pair(of, kept_id, gone_id)
    NotSame.note(one, other)
    db.session.commit()
    words = f"{name_of(one)} and {name_of(other)} are not the same, and are not asked about again."
    undo = url_for(".asking_again", of=of, kept_id=kept_id, gone_id=gone_id)
    return htmx.redirect(url_for(".index", of=of), words, undo=undo)


@bp.post(f"{PAIR}/asking-again")
@access.organizer
def asking_again(of: str, kept_id: int, gone_id: int):
    known = NotSame.of(*pair(of, kept_id, gone_id))
    if known:
        db.session.delete(known)
        db.session.commit()
    return htmx.redirect(url_for(".index", of=of), "They are a likely pair again.")


@bp.app_errorhandler(404)
def moved(error: NotFound) -> ResponseReturnValue:
    """The old address of a record that was merged leads to the one that holds it now."""
    noun, id_ = NOUNS.get(request.blueprint or ""), (request.view_args or {}).get("id")
    kept_id = Merged.into(noun, id_) if noun and id_ and request.method == "GET" else None
    if kept_id is None:
        return errors.show(error)
    return redirect(url_for(request.endpoint, **{**request.view_args, "id": kept_id}))


def pair(of: str, kept_id: int, gone_id: int) -> tuple[db.Model, db.Model]:
    """404 unless both are here, are two, and nobody of them was forgotten."""
    if kept_id == gone_id:
        abort(404)
    one, other = (db.get_or_404(NOUNS[of], id_) for id_ in (kept_id, gone_id))
    if of == "people" and (one.forgotten_on or other.forgotten_on):
        abort(404)
    return one, other


def name_of(record: Organization | Person) -> str:
    return record.name if isinstance(record, Person) else record.full_name


def backup() -> str:
    """Makes one, and says where it is."""
    if dialect.file_of(db.engine) is None:
        return "Backups of this database are made on its server."
    folder = current_app.config["INSTANCE"] / "backups"
    made = backups.make(db.engine, folder, clock.now(), purpose="merge")
    return f"A backup was made first: {made.name}"


def _merge(answer, of: str, merging: Merging, form, *, changed=False) -> ResponseReturnValue:
    return answer(MERGE, of=of, merging=merging, form=form, changed=changed)
