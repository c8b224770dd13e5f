"""The pages of a meeting and what each shows; a region of one answers alone when htmx asks."""

from flask import Response, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from coalition_app.documents.packet import PacketSheet
from coalition_app.extensions import db
from coalition_app.meetings.answers import AnswerSheet, Line
from coalition_app.meetings.blueprint import roster_of
from coalition_app.meetings.known import known_beside
from coalition_app.meetings.notes_forms import HelpForm, NextForm, PromiseForm, RatingForm
from coalition_app.meetings.packet_form import PacketForm
from coalition_app.meetings.people_forms import AttendanceForm, SuggestionForm
from coalition_app.meetings.still_open import still_open
from coalition_app.meetings.suggested import suggested_at
from coalition_app.models import (
    Closing,
    Letter,
    Meeting,
    Resource,
    Standing,
    facts_of,
    preparation_gaps,
)
from coalition_app.web import access, clock, htmx

REGIONS = {
    "show": ("people",),
    "prepare": ("people",),
    "notes": (
        "suggestions",
        "commitments",
        "commitments_list",
        "people",
        "assistance",
        "standing",
        "next",
        "foot",
    ),
}


def page(
    name: str, meeting: Meeting, at: str = "", status: int = 200, trigger=None, **given
) -> Response:
    """A page ("show", "prepare", "notes"), or its region `at` alone; the cursor goes there."""
    region = at if at in REGIONS[name] else ""
    context = {"meeting": meeting, "at": region, "page": name, "kinds": Meeting.KINDS}
    context |= _CONTEXTS[name](meeting) | given
    if not region and "sheet" in context:
        context["sheet"].lines[0].is_first = True
    template = f"meetings/{name}.html"
    return htmx.render(template, region or None, status=status, trigger=trigger, **context)


def done(name: str, meeting: Meeting, at: str, trigger: str | None = None) -> ResponseReturnValue:
    """After a change: the region in place, or back to the page with the cursor there."""
    if htmx.wants_region():
        return page(name, meeting, at, trigger=trigger)
    return htmx.redirect(url_for(f"meetings.{name}", id=meeting.id, at=at, _anchor=at))


def pressed_on() -> str:
    """The page whose button was pressed."""
    name = request.form.get("page", "")
    return name if name in REGIONS else "show"


def following(meeting: Meeting) -> Meeting | None:
    """The soonest next conversation with one of those who came."""
    found = [meeting.next_for(each) for each in meeting.organizations_that_came]
    return min((each for each in found if each), key=lambda each: each.starts_at, default=None)


def _people(meeting: Meeting) -> dict:
    roster = roster_of(meeting)
    if not access.can("organizer"):
        return {"attendance": None, "known_names": []}
    form = AttendanceForm(meeting, roster, formdata=None, prefix="people")
    return {"attendance": form, "known_names": roster.names}


def _show(meeting: Meeting) -> dict:
    now = clock.now()
    return {
        **_people(meeting),
        **(_before(meeting) if meeting.state == "planned" else NOT_BEFORE),
        **(_after(meeting) if meeting.held_on else NOT_AFTER),
        "prepared": [each for each in AnswerSheet(meeting, "prepare").lines if each.text],
        "answered": _answered(meeting),
        "suggested": suggested_at(meeting),
        "packet_form": PacketForm(current_user, formdata=None),
        "is_past": meeting.is_past(now),
        "can_be_held": meeting.starts_at.date() <= now.date(),
    }


def _answered(meeting: Meeting) -> list[Line]:
    """What was said; the names of those suggested stand by themselves."""
    lines = AnswerSheet(meeting, "carry", with_notes=True).lines
    return [each for each in lines if each.text and each.purpose != "suggestions"]


NOT_BEFORE = {"gaps": "", "unprintable": ()}
NOT_AFTER = {"following": None, "closing": None, "letters": {}}


def _before(meeting: Meeting) -> dict:
    unprintable = PacketSheet.of(meeting, clock.now()).unprintable()
    return {"gaps": _gaps(meeting), "unprintable": unprintable}


def _after(meeting: Meeting) -> dict:
    return {
        "following": following(meeting),
        "closing": Closing(meeting),
        "letters": _letters(meeting),
    }


def _prepare(meeting: Meeting) -> dict:
    sheet = AnswerSheet(meeting, "prepare")
    return {
        **_people(meeting),
        "sheet": sheet,
        "known": known_beside(meeting, clock.today()),
        "open_words": still_open(sheet),
    }


def _notes(meeting: Meeting) -> dict:
    roster, later = roster_of(meeting), following(meeting)
    return {
        **_people(meeting),
        "sheet": AnswerSheet(meeting, "carry", with_notes=True),
        "suggestion": SuggestionForm(meeting, formdata=None, prefix="suggest"),
        "suggested": suggested_at(meeting),
        "promise": PromiseForm(meeting, roster, formdata=None, prefix="promise"),
        "help": HelpForm(meeting, roster, formdata=None, prefix="help"),
        "resources": [each.name for each in db.session.scalars(Resource.in_order())],
        "rating": RatingForm(meeting, formdata=None, prefix="standing"),
        "rated": _rated(meeting),
        "next_form": NextForm(meeting, later, roster, formdata=None, prefix="next"),
        "following": later,
        "closing": Closing(meeting),
        "can_be_held": meeting.starts_at.date() <= clock.today(),
    }


_CONTEXTS = {"show": _show, "prepare": _prepare, "notes": _notes}


def _rated(meeting: Meeting) -> list[Standing]:
    """What was said of each on the day of this meeting, the latest."""
    on = meeting.starts_at.date()
    found = [each.standing for each in meeting.organizations_that_came]
    return [standing for standing in found if standing and standing.rated_on == on]


def _gaps(meeting: Meeting) -> str:
    """What is still blank, as the organization's page says it."""
    facts = facts_of(meeting.organizations[0], clock.today())
    found = next((each for each in facts.meetings if each.id == meeting.id), None)
    return preparation_gaps(found) if found else ""


def _letters(meeting: Meeting) -> dict[int, Letter]:
    """The follow-up letter of each organization, the sent one before a draft."""
    query = db.select(Letter).where(Letter.meeting_id == meeting.id, Letter.kind == "follow_up")
    found = db.session.scalars(query.order_by(Letter.sent_on.is_not(None), Letter.id))
    return {letter.organization_id: letter for letter in found}
