"""How far a long piece of work is; stop it, or start it again."""

from flask import Blueprint, request, url_for

from coalition_app.extensions import db
from coalition_app.models import Job
from coalition_app.web import access, clock, htmx, jobs

bp = Blueprint("jobs", __name__, url_prefix="/jobs")


@bp.get("/<int:id>")
@access.organizer
def show(id: int):
    job = db.get_or_404(Job, id)
    return htmx.render("jobs/show.html", "job", shown=jobs.shown(job))


@bp.post("/<int:id>/canceling")
@access.organizer
def canceling(id: int):
    job = db.get_or_404(Job, id)
    if jobs.state_of(job) == "running":
        job.ask_to_cancel()
    else:
        job.cancel("Canceled.", clock.now())
    db.session.commit()
    return back(id)


@bp.post("/<int:id>/continuing")
@access.organizer
def continuing(id: int):
    job = db.get_or_404(Job, id)
    if jobs.can_start_again(job):
        jobs.start_again(job)
    return back(id)


def back(id: int):
    """To where its bar was looked at."""
    here = url_for(".show", id=id)
    return htmx.redirect(access.safe_next(request.form.get("next"), here))
