"""Which letter to write to an organization: one row a kind, one key a row."""

from collections.abc import Iterator
from typing import NamedTuple

from flask import url_for

from coalition_app.extensions import db
from coalition_app.letters.blueprint import bp
from coalition_app.lib.wording import day
from coalition_app.models import (
    Assistance,
    Commitment,
    Introduction,
    Letter,
    Meeting,
    Organization,
)
from coalition_app.web import access, clock, htmx

MOST = 9  # as many as there are keys


class Choice(NamedTuple):
    words: str
    about: str
    url: str


@bp.get("/organizations/<int:organization_id>/letters")
@access.organizer
def choose(organization_id: int):
    organization = db.get_or_404(Organization, organization_id)
    choices = list(_choices(organization))[:MOST]
    return htmx.render("letters/choose.html", organization=organization, choices=choices)


def _choices(organization: Organization) -> Iterator[Choice]:
    """What the records ask for comes first."""
    held = db.session.scalar(Meeting.held_with(organization).limit(1))
    asks = (_after(held, organization), _requests(organization), _first(held), _help(organization))
    rest = (_along(organization), _briefing(), _agreed(organization), _any())
    for words, about, kind, of in (each for found in (*asks, *rest) for each in found):
        url = url_for(".new", organization_id=organization.id, kind=kind, **of)
        yield Choice(words, about, url)


def _after(held: Meeting | None, organization: Organization):
    if held and not _has_follow_up(held, organization):
        about = f"of the meeting of {day(held.starts_at.date(), clock.today())}"
        yield "Follow-up letter", about, "follow_up", {"meeting": held.id}


def _requests(organization: Organization):
    for asked in db.session.scalars(Introduction.of(organization)):
        if asked.is_waiting and asked.sends_request and not asked.requests:
            about, of = f"through {asked.through}", {"introduction": asked.id}
            yield "Introduction request", about, "introduction_request", of


def _first(held: Meeting | None):
    if not held:
        yield "First letter", "to get to know one another", "first_letter", {}


def _help(organization: Organization):
    for each in db.session.scalars(_given(organization)):
        yield "Thanks for help", each.what, "thanks", {"assistance": each.id}


def _along(organization: Organization):
    meeting = db.session.scalar(_coming(organization))
    if meeting:
        about = f"to an activist of ours, for {day(meeting.starts_at.date(), clock.today())}"
        yield "Invitation to come along", about, "come_along", {"meeting": meeting.id}


def _briefing():
    yield "Invitation to brief our members", "to a leader of theirs", "briefing_invitation", {}


def _agreed(organization: Organization):
    for each in db.session.scalars(_open(organization)):
        about = f"{'we' if each.is_ours else 'they'} will: {each.what}"
        yield "Confirmation of a commitment", about, "confirmation", {"commitment": each.id}


def _any():
    yield "Another letter", "an empty page", "general", {}


def _has_follow_up(meeting: Meeting, organization: Organization) -> bool:
    letters = Letter.of(organization, kind="follow_up", meeting=meeting)
    return db.session.scalar(letters.where(Letter.sent_on.is_not(None)).limit(1)) is not None


def _coming(organization: Organization):
    ahead = (Meeting.held_on.is_(None), Meeting.canceled_on.is_(None))
    found = Meeting.of(organization).where(*ahead, Meeting.starts_at >= clock.now())
    return found.order_by(None).order_by(Meeting.starts_at).limit(1)


def _given(organization: Organization):
    return Assistance.of(organization).where(Assistance.state == "given").limit(2)


def _open(organization: Organization):
    of_them = Commitment.open().where(Commitment.organization_id == organization.id)
    return of_them.order_by(None).order_by(Commitment.id.desc()).limit(2)
