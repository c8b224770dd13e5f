"""Who owes whom what by when."""

from flask import Blueprint, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from coalition_app.commitments.reminder import Reminder
from coalition_app.extensions import db
from coalition_app.models import Commitment, Organization, Roster
from coalition_app.web import access, clock, htmx

bp = Blueprint("commitments", __name__, url_prefix="/commitments")


def commitment_or_404(id: int) -> Commitment:
    return db.get_or_404(Commitment, id)


def roster_of(commitment: Commitment) -> Roster:
    return Roster([commitment.organization], current_user.person, commitment.meeting)


def roster_with(organization: Organization | None) -> Roster:
    return Roster([organization] if organization else [], current_user.person)


def way_back() -> str:
    """The page on which a button was pressed, or the list."""
    return access.safe_next(request.values.get("next"), url_for("commitments.index"))


def back(said: str | None = None, undo: str | None = None) -> ResponseReturnValue:
    return htmx.redirect(way_back(), said, undo=undo)


def page(name: str, commitment: Commitment, form=None, status: int = 200) -> ResponseReturnValue:
    """Where more has to be typed or read: a page, or in the list the row that holds it."""
    context = {
        "commitment": commitment,
        "form": form,
        "reminder": Reminder.of(commitment, current_user.name, clock.today()),
        "way_back": way_back(),
    }
    return htmx.render(f"commitments/{name}.html", "row", status=status, **context)
