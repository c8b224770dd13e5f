"""Planned contact: before it, at it, and typed up after it."""

from flask import Blueprint
from flask_login import current_user

from coalition_app.extensions import db
from coalition_app.models import Meeting, Person, Roster

bp = Blueprint("meetings", __name__, url_prefix="/meetings")


def meeting_or_404(id: int) -> Meeting:
    return db.get_or_404(Meeting, id)


def roster_of(meeting: Meeting) -> Roster:
    """Whom one may name at this meeting."""
    return Roster(meeting.organizations, me(), meeting)


def me() -> Person:
    return current_user.person
