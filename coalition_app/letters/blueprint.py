from flask import Blueprint, url_for

from coalition_app.extensions import db
from coalition_app.models import Letter

bp = Blueprint("letters", __name__)


def letter_or_404(id: int) -> Letter:
    return db.get_or_404(Letter, id)


def home_of(letter: Letter) -> str:
    """The page that the letter stands on: of the organization, else of who gets it."""
    if letter.organization:
        return url_for("organizations.show", id=letter.organization.id)
    if letter.recipient:
        return url_for("people.show", id=letter.recipient.id)
    return url_for("letters.index")
