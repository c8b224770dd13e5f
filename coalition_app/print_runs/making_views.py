"""Printing a run, and saying what went."""

from datetime import timedelta

from flask import request, url_for
from flask_login import current_user
from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.lib import blanks
from coalition_app.lib.wording import plural
from coalition_app.models import Letter, LetterDrafts, Local, PrintRun
from coalition_app.print_runs.blueprint import bp, folder_of, run_or_404
from coalition_app.print_runs.forms import ChoiceForm, SendForm
from coalition_app.print_runs.page import CANNOT_GO_ON, MadePage, PlanPage
from coalition_app.print_runs.sending import Sending
from coalition_app.web import access, clock, htmx, jobs

A_DAY = timedelta(days=1)
SHOW = "print_runs.show"
MARK_SOME = "Tick the letters that printed fine."
NOT_PRINTED = "Print the letters first."
NO_FILE = "The file is not here any more. Print it again, then mark the letters."
CHANGED = "{} changed since they were printed: print them again."
SLIP = "They are drafts again."
STAYS = "It was noted by somebody else, or days ago: it stays as it is."


@bp.post("/print-runs/<int:id>/making")
@access.organizer
def making(id: int):
    """Starts it, or goes on with it; pressed twice, it is one."""
    run = run_or_404(id)
    if run.is_plan:
        return _begin(run)
    if jobs.state_of(run.job) not in CANNOT_GO_ON and run.has_letters:
        if jobs.state_of(run.job) == "done":
            run.job.done_count = 0  # they are printed anew
        jobs.start_again(run.job)
    return htmx.redirect(url_for(SHOW, id=id))


def _begin(run: PrintRun):
    form = ChoiceForm(run)
    if "sorting" in request.form and form.validate():
        if form.conflicts_with(run):
            return htmx.conflict("print_runs/plan.html", page=PlanPage(run), run=run, form=form)
        form.apply(run)
    page = PlanPage(run)
    if page.in_the_way or not run.has_letters:
        form.refuse(page.in_the_way or "Choose a letter first.")
        return htmx.refused("print_runs/plan.html", page=page, run=run, form=form)
    if not run.recipients:  # else it was killed just here, and starts with those it had
        _leave_out_the_wordless(page)
        keys = [each.key for each in page.list.going]
        left_out = [{**each.key, "why": why} for each, why in page.list.left_out]
        run.settle(keys, left_out, clock.today())
    for over in db.session.scalars(PrintRun.over(clock.now() - A_DAY)):
        folder_of(over).throw_away()  # each letter has its own pages
    jobs.start("print_run", run.heading, run, run_id=run.id)
    return htmx.redirect(url_for(SHOW, id=run.id))


def _leave_out_the_wordless(page: PlanPage) -> None:
    """Those for whom every sentence falls away; none if there is one without a place to fill."""
    if not page.run.writes_letters or blanks.fill(page.words.body, {}).text:
        return
    going = list(page.list.going)
    with db.session.no_autoflush:
        addressees = [each.to for each in going]
        drafts = LetterDrafts(
            page.run.kind, addressees, Local.current(), clock.today(), page.run.words
        )
        bodies = [letter.body for letter in drafts.all()]
    for each, body in zip(going, bodies, strict=True):
        if not body.strip():
            page.list.leave_out(each, "nothing is left of the letter's text")


@bp.post("/print-runs/<int:id>/sending")
@access.organizer
def sending(id: int):
    """All that are in the file, those that are ticked, or all but those whose numbers are typed."""
    run = run_or_404(id)
    if run.is_plan:
        return htmx.redirect(url_for(SHOW, id=id), NOT_PRINTED, "warn")
    form = SendForm(run)
    if not form.validate_on_submit():
        return _refused(run, form)
    some = _meant(run, form)
    if some == []:
        form.refuse(MARK_SOME)
        return _refused(run, form)
    folder = folder_of(run)
    if not folder.is_whole:
        return htmx.redirect(url_for(SHOW, id=id), NO_FILE, "warn")
    asked = Sending(run, folder, some)
    went = asked.mark(form.sent_on.data, current_user.person)
    db.session.commit()
    words = f"{plural(went, 'letter')} marked as sent."
    undo = url_for(".not_sending", id=id) if went else None
    if asked.changed:
        words = f"{words} {CHANGED.format(plural(asked.changed, 'letter'))}"
    return htmx.redirect(url_for(SHOW, id=id), words, "warn" if asked.changed else "ok", undo=undo)


@bp.post("/print-runs/<int:id>/not-sending")
@access.organizer
def not_sending(id: int):
    """Takes back a slip of today, by whoever made it."""
    query = select(Letter).where(Letter.print_run_id == id, Letter.sent_on.is_not(None))
    letters = db.session.scalars(query).all()
    own = [each for each in letters if each.may_take_back(current_user.person, clock.today())]
    for letter in own:
        letter.take_back()
    db.session.commit()
    is_all = len(own) == len(letters)
    return htmx.redirect(
        url_for(SHOW, id=id), SLIP if is_all else STAYS, "ok" if is_all else "warn"
    )


@bp.post("/print-runs/<int:id>/letting-go")
@access.organizer
def letting_go(id: int):
    """Those that did not go become drafts like any other; the run is over."""
    run = run_or_404(id)
    if not _is_working(run):
        run.let_go()
        db.session.commit()
        folder_of(run).throw_away()
    return htmx.redirect(url_for(SHOW, id=id), "What did not go is among the drafts.")


@bp.post("/print-runs/<int:id>/throwing-away")
@access.organizer
def throwing_away(id: int):
    """A plan, or a run of which nothing went: with the letters that it wrote."""
    run = run_or_404(id)
    if _is_working(run):
        return htmx.redirect(url_for(SHOW, id=id), "Stop it first.", "warn")
    folder, (_, sent) = folder_of(run), run.counts()
    run.throw_away()
    if not sent:
        db.session.delete(run)
    db.session.commit()
    folder.throw_away()
    return htmx.redirect(url_for(".index"), "It is thrown away.")


def _meant(run: PrintRun, form: SendForm) -> list[int] | None:
    """The ids of those that went; None for all."""
    if "some" in request.form:
        return request.form.getlist("letters", type=int)
    return run.unsent_but(form.left_out) if form.left_out else None


def _is_working(run: PrintRun) -> bool:
    return bool(run.job) and jobs.state_of(run.job) in CANNOT_GO_ON


def _refused(run: PrintRun, form: SendForm):
    return htmx.refused("print_runs/show.html", run=run, page=MadePage(run), form=form)
