"""Did it happen? Held, canceled, who of several stayed away; closed when all is typed up."""

from flask import request, url_for

from coalition_app.extensions import db
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.meetings.forms import CancelForm, ReopenForm
from coalition_app.meetings.pages import page, pressed_on
from coalition_app.models import Closing, Meeting, Organization
from coalition_app.web import access, clock, htmx


@bp.post("/<int:id>/holding")
@access.organizer
def holding(id: int):
    """It happened: on to typing it up, or back to where that was said."""
    meeting = meeting_or_404(id)
    if meeting.starts_at.date() > clock.today():
        words = "It lies ahead still. Move it first if it took place earlier."
        return htmx.redirect(url_for(".show", id=id), words, "warn")
    meeting.hold(clock.today())
    db.session.commit()
    back = access.safe_next(request.form.get("next"), "")
    if not back:
        return htmx.redirect(url_for(".notes", id=id))
    undo = url_for(".unholding", id=id)
    words = f"{meeting.title} · It happened. Type it up before the memory fades."
    return htmx.redirect(back, words, undo=undo)


@bp.post("/<int:id>/unholding")
@access.organizer
def unholding(id: int):
    """Takes back a slip: whether it happened is open again. What is typed stays."""
    meeting = meeting_or_404(id)
    meeting.held_on = meeting.closed_on = None
    db.session.commit()
    back = access.safe_next(request.form.get("next"), url_for(".show", id=id))
    return htmx.redirect(back, "It is open again whether it happened.")


@bp.get("/<int:id>/cancel")
@access.organizer
def cancel(id: int):
    return htmx.render("meetings/cancel.html", meeting=meeting_or_404(id), form=CancelForm())


@bp.post("/<int:id>/canceling")
@access.organizer
def canceling(id: int):
    meeting, form = meeting_or_404(id), CancelForm()
    if not form.validate_on_submit():
        return htmx.refused("meetings/cancel.html", meeting=meeting, form=form)
    if meeting.state != "canceled":
        meeting.cancel(clock.today(), form.reason.data)
    db.session.commit()
    undo = url_for(".uncanceling", id=id)
    return htmx.redirect(url_for(".show", id=id), "Canceled. It can get a new date.", undo=undo)


@bp.post("/<int:id>/uncanceling")
@access.organizer
def uncanceling(id: int):
    """Takes the canceling back: the same date stands again."""
    meeting = meeting_or_404(id)
    meeting.move(meeting.starts_at, clock.today())
    db.session.commit()
    return htmx.redirect(url_for(".show", id=id), "It stands again.")


@bp.post("/<int:id>/closing")
@access.organizer
def closing(id: int):
    meeting = meeting_or_404(id)
    if not Closing(meeting).is_ready:
        htmx.say("Not closed yet: see at the foot of the page what is missing.", "warn")
        return page("notes", meeting, "foot", status=422)
    meeting.closed_on = meeting.closed_on or clock.today()
    db.session.commit()
    undo = url_for(".unclosing", id=id)
    return htmx.redirect(url_for(".show", id=id), "Closed. Everything is typed up.", undo=undo)


@bp.post("/<int:id>/unclosing")
@access.organizer
def unclosing(id: int):
    """Takes the closing back at once; later it is reopened, with a reason."""
    meeting_or_404(id).closed_on = None
    db.session.commit()
    return htmx.redirect(url_for(".notes", id=id), "Open again.")


@bp.get("/<int:id>/reopen")
@access.organizer
def reopen(id: int):
    return htmx.render("meetings/reopen.html", meeting=meeting_or_404(id), form=ReopenForm())


@bp.post("/<int:id>/reopening")
@access.organizer
def reopening(id: int):
    meeting, form = meeting_or_404(id), ReopenForm()
    if not form.validate_on_submit():
        return htmx.refused("meetings/reopen.html", meeting=meeting, form=form)
    meeting.reopen(clock.today(), form.reason.data)
    db.session.commit()
    return htmx.redirect(url_for(".notes", id=id), "Open again.")


@bp.post("/<int:id>/staying-away")
@access.organizer
def staying_away(id: int):
    """One of several organizations did not come; pressed again, it did."""
    meeting = meeting_or_404(id)
    organization = db.get_or_404(Organization, request.form.get("organization", 0, type=int))
    stays_away = request.form.get("came") != "yes"
    said, kind = _stay_away(meeting, organization, stays_away=stays_away)
    db.session.commit()
    name = pressed_on()
    return htmx.redirect(url_for(f".{name}", id=id, at="people", _anchor="people"), said, kind)


def _stay_away(
    meeting: Meeting, organization: Organization, *, stays_away: bool
) -> tuple[str, str]:
    party = meeting.party_of(organization)
    if party is None:
        return f"{organization.full_name} is not part of this meeting.", "warn"
    if stays_away and meeting.organizations_that_came in ([organization], []):
        return "If nobody came, cancel the meeting or move it.", "warn"
    party.stayed_away = stays_away
    for attendance in meeting.theirs:
        if stays_away and attendance.organization is organization:
            attendance.came = False
    words = "stayed away" if stays_away else "came"
    return f"{organization.full_name} {words}.", "ok"
