"""Forgetting somebody who asks for it: a question that says what will happen, then no way back."""

from flask import abort, current_app, request, url_for

from coalition_app.documents import run_folder
from coalition_app.extensions import db
from coalition_app.models import Forgetting, Person
from coalition_app.people.blueprint import bp
from coalition_app.storage import erasing
from coalition_app.web import access, clock, htmx

FORGET = "people/forget.html"
PAGES = {
    "organization": "organizations.show",
    "meeting": "meetings.show",
    "letter": "letters.show",
    "commitment": "commitments.edit",
    "person": "people.show",
}


@bp.before_request
def leave_the_forgotten_alone() -> None:
    """Their page says that somebody was there; nothing of it can be changed or brought back."""
    id_ = (request.view_args or {}).get("id")
    if request.endpoint in ("people.show", None) or id_ is None or not _is_of_person():
        return
    person = db.session.get(Person, id_)
    if person is not None and person.forgotten_on:
        abort(404)


@bp.get("/<int:id>/forgetting")
@access.organizer
def asking_to_forget(id: int):
    return _asked(htmx.render, Forgetting(db.get_or_404(Person, id)))


@bp.post("/<int:id>/forgetting")
@access.organizer
def forgetting(id: int):
    forgetting = Forgetting(db.get_or_404(Person, id))
    if forgetting.is_refused:
        return _asked(htmx.refused, forgetting)
    forgetting.forget(clock.now())
    db.session.commit()
    db.session.remove()
    run_folder.throw_all_away(current_app.config["INSTANCE"])
    is_swept = erasing.sweep(db.engine)
    words = "They are forgotten: in history “a person” stays. " + _where_copies_are()
    if not is_swept:
        words += " The database was in use: words of earlier changes leave it with the next sweep."
    return htmx.redirect(url_for(".show", id=id), words, "ok" if is_swept else "warn")


def _asked(answer, forgetting: Forgetting):
    found = [(place, _page_of(place)) for place in forgetting.places()]
    return answer(
        FORGET, person=forgetting.person, forgetting=forgetting, places=found, copies=_folder()
    )


def _page_of(place) -> str:
    endpoint = PAGES.get(place.kind)
    if endpoint:
        return url_for(endpoint, id=place.id)
    return url_for("local.show") if place.kind == "local" else ""


def _folder() -> str:
    return str(current_app.config["INSTANCE"] / "backups")


def _where_copies_are() -> str:
    return f"Backups made before today still hold the name, in {_folder()}."


def _is_of_person() -> bool:
    """Some addresses of this slice carry the id of a role or a tie."""
    rule = request.url_rule.rule if request.url_rule else ""
    return rule.startswith("/people/<int:id>")
