"""Organizations that were suggested at a meeting become listed ones."""

from flask import request

from coalition_app.extensions import db
from coalition_app.lib.wording import listing
from coalition_app.meetings.blueprint import bp, meeting_or_404
from coalition_app.meetings.pages import done, page
from coalition_app.meetings.people_forms import SuggestionForm
from coalition_app.meetings.suggested import note, take_out
from coalition_app.models import Meeting, Organization
from coalition_app.web import access, clock, htmx


@bp.post("/<int:id>/suggestions")
@access.organizer
def suggesting(id: int):
    meeting = meeting_or_404(id)
    form = SuggestionForm(meeting, prefix="suggest")
    if not form.validate_on_submit():
        return page("notes", meeting, "suggestions", status=422, suggestion=form)
    by = db.get_or_404(Organization, int(form.by.data))
    known = [name for name in form.named() if not _list(name, by, meeting)]
    if known:
        htmx.say(f"{listing(known)} {'was' if len(known) == 1 else 'were'} listed already.")
    db.session.commit()
    return done("notes", meeting, "suggestions")


@bp.post("/<int:id>/suggestions/taking-out")
@access.organizer
def taking_out(id: int):
    """One that was listed already, and was named here by mistake."""
    meeting = meeting_or_404(id)
    take_out(meeting, request.form.get("name", ""))
    db.session.commit()
    return done("notes", meeting, "suggestions")


def _list(name: str, by: Organization, meeting: Meeting) -> bool:
    """Whether the name is new; a known organization keeps where it came from, and is noted."""
    known = Organization.named(name)
    if known and known.suggested_at_id == meeting.id:
        return True
    if known:
        note(meeting, known)
        return False
    db.session.add(
        Organization(
            name=name,
            origin=f"{by.full_name}, who suggested it",
            listed_on=clock.today(),
            suggested_by=by,
            suggested_at_id=meeting.id,
        )
    )
    return True
