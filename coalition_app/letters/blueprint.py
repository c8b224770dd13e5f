from flask import Blueprint

from coalition_app.extensions import db
from coalition_app.models import Letter

bp = Blueprint("letters", __name__)


def letter_or_404(id: int) -> Letter:
    return db.get_or_404(Letter, id)
