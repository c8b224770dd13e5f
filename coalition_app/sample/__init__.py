"""An invented local in the middle of its work, a dozen organizations at every step.

`python3 app.py --sample` serves it; README's pictures and many tests begin with it. Nobody here
exists, phone numbers are 555-01xx, and every day is counted from the day it is made, so that
what is late, due today and coming up is so on any date.
"""

from datetime import date

from coalition_app.extensions import db
from coalition_app.models import Account
from coalition_app.sample.beginning import BEGINNING
from coalition_app.sample.details import DETAILS
from coalition_app.sample.further import FURTHER
from coalition_app.sample.help import HELP
from coalition_app.sample.imports import IMPORTS
from coalition_app.sample.letters import LETTERS
from coalition_app.sample.meeting import MEETING
from coalition_app.sample.ours import EMAIL, OURS, PASSWORD, begun
from coalition_app.sample.printing import PRINTING
from coalition_app.sample.several import SEVERAL
from coalition_app.sample.sheets import SHEETS

__all__ = ["EMAIL", "PASSWORD", "fill"]

CHAPTERS = (
    *OURS,
    *IMPORTS,
    *MEETING,
    *FURTHER,
    *BEGINNING,
    *DETAILS,
    *SEVERAL,
    *HELP,
    *LETTERS,
    *SHEETS,
    *PRINTING,
)


def fill(today: date) -> Account:
    """The whole local as of that day; the account of its organizer, its administrator too."""
    story = begun(today)
    for chapter in CHAPTERS:
        chapter(story)
        db.session.flush()
    db.session.commit()
    return story.account
