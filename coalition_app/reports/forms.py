"""Telling: to whom, when, and what was said."""

from coalition_app.models import AUDIENCES
from coalition_app.web.forms import BaseForm, DayField, RadioField, TextField, needed
from coalition_app.web.when import NotAhead


class TellForm(BaseForm):
    audience = RadioField(
        "Told to",
        [needed("Choose who was told.")],
        choices=[(key, words[0].upper() + words[1:]) for key, words in AUDIENCES.items()],
        default="board",
    )
    told_on = DayField("On", [needed("Type the day on which it was told."), NotAhead()])
    what = TextField(
        "What was said",
        limit=4000,
        description="For the minutes.",
    )

    @property
    def told(self) -> dict:
        return {name: self[name].data for name in ("audience", "told_on", "what")}
