"""Acts on several rows of the list at once."""

from datetime import datetime

from flask import Response, abort, redirect, request, url_for
from flask_login import current_user
from sqlalchemy import ColumnElement, select

from coalition_app.documents.directory import DirectorySheet
from coalition_app.extensions import db
from coalition_app.lib.wording import plural
from coalition_app.models import Chosen, Issue, Organization, PrintRun
from coalition_app.organizations.blueprint import bp
from coalition_app.organizations.chosen_form import ChosenForm
from coalition_app.organizations.index import asked_for, shown
from coalition_app.organizations.narrowed import Narrowed
from coalition_app.storage.dialect import among
from coalition_app.web import access, clock, htmx, pdf, security
from coalition_app.web.sheet import Asked

MOST_CALLS = 60  # sheets in one file: more than anybody calls before the words change
NOBODY = "Choose at least one row first."


@bp.post("/chosen/lead")
@access.organizer
def leading():
    def act(chosen: Chosen, form: ChosenForm) -> str:
        return f"{_organizations(chosen.lead_by(form.lead))}: {form.lead.name} leads them."

    return _done("lead", act)


@bp.post("/chosen/issue")
@access.organizer
def sharing():
    def act(chosen: Chosen, form: ChosenForm) -> str:
        issue = Issue.named(form.issue_name.data)
        return f"{_organizations(chosen.work_on(issue))} got the issue {issue.name}."

    return _done("issue", act)


@bp.post("/chosen/pausing")
@access.organizer
def pausing_chosen():
    def act(chosen: Chosen, form: ChosenForm) -> str:
        count = chosen.pause(form.reason.data, form.until.data, clock.today())
        return f"{_organizations(count)} paused. Today stays silent about them."

    return _done("pause", act)


@bp.post("/chosen/archiving")
@access.organizer
def archiving_chosen():
    now = Organization.moment_of_several(clock.now())

    def act(chosen: Chosen, form: ChosenForm) -> str:
        return f"{_organizations(chosen.archive(now))} archived."

    return _done("archive", act, undo=url_for(".restoring_chosen", at=now.isoformat()))


@bp.post("/chosen/restoring")
@access.organizer
def restoring_chosen():
    """Takes back one act: whatever was archived at just that moment."""
    try:
        at = datetime.fromisoformat(request.args.get("at", ""))
    except ValueError:
        abort(404)
    count = Chosen(Organization.archived_at == at).restore()
    db.session.commit()
    return htmx.redirect(url_for(".index"), f"{_organizations(count)} restored.")


@bp.post("/chosen/directory")
@access.viewer
def printing():
    """Leads to the paper: an address that can be opened again."""
    ids, asked = _ids(), asked_for(request.form)
    if not (ids or request.form.get("all")):
        return _refuse(ChosenForm(), asked, ids)
    which = asked.wanted if request.form.get("all") else {"ids": ids}
    return _paper(url_for(".directory", **which))


@bp.post("/chosen/calls")
@access.viewer
def calling():
    """Leads to the sheets for cold calls, a page each."""
    ids, asked = _ids(), asked_for(request.form)
    which = _meant(request.form.get("all"), ids, asked)
    if which is None:
        return _refuse(ChosenForm(), asked, ids)
    found = Organization.in_view().where(which).with_only_columns(Organization.id)
    chosen = db.session.scalars(found.limit(MOST_CALLS + 1)).all()
    if len(chosen) > MOST_CALLS:
        form = ChosenForm()
        form.refuse(f"At most {MOST_CALLS} call sheets at once: choose fewer rows.")
        return _refuse(form, asked, ids)
    return _paper(url_for("introductions.call_sheets", ids=chosen))


def _paper(url: str):
    if request.htmx:
        return Response(status=204, headers={"HX-Redirect": url})
    return redirect(url, 303)


@bp.post("/chosen/letters")
@access.organizer
def writing():
    """Leads to letters and labels for them."""
    ids, asked = _ids(), asked_for(request.form)
    which = _meant(request.form.get("all"), ids, asked)
    if which is None:
        return _refuse(ChosenForm(), asked, ids)
    found = db.session.scalars(select(Organization.id).where(which)).all()
    title = _organizations(len(found))
    run = PrintRun.planned("organizations", found, title, clock.now(), current_user)
    db.session.commit()
    return htmx.redirect(url_for("print_runs.show", id=run.id))


@bp.get("/directory.pdf")
@access.viewer
@security.framed
def directory():
    """Those of the ids in the address; without any, all that its filters find."""
    ids = request.args.getlist("ids", type=int)
    which = _meant(not ids, ids, asked_for(request.args))
    return pdf.answer(DirectorySheet.of(which, clock.today()), url_for(".index"))


def _done(name: str, act, undo: str | None = None):
    """Answers with the list as it was; refused, with the rows still chosen and what is wrong."""
    form, ids, asked = ChosenForm(name), _ids(), asked_for(request.form)
    which = _meant(form.all.data, ids, asked)
    if which is None or not form.validate_on_submit():
        return _refuse(form, asked, ids)
    words = act(Chosen(which), form)
    db.session.commit()
    return htmx.redirect(url_for(".index", **asked.address), words, undo=undo)


def _refuse(form: ChosenForm, asked: Asked, ids: list[int]):
    if not (ids or form.all.data):
        form.refuse(NOBODY)
    return htmx.refused("organizations/index.html", **shown(asked, form, frozenset(ids)))


def _ids() -> list[int]:
    return request.form.getlist("ids", type=int)


def _meant(is_all, ids: list[int], asked: Asked) -> ColumnElement[bool] | None:
    """All that the filters find, on whatever page; or the rows that were chosen."""
    if is_all:
        return Organization.id.in_(Narrowed(asked.wanted, clock.now()).ids)
    return among(Organization.id, ids) if ids else None


def _organizations(count: int) -> str:
    return plural(count, "organization")
