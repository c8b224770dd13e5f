"""The form of a standing, of an organization or a person."""

from datetime import date

from wtforms.validators import ValidationError

from coalition_app.models import Act
from coalition_app.web import clock
from coalition_app.web.forms import (
    BaseForm,
    DayField,
    LineField,
    RadioField,
    needed,
    number_or_none,
)
from coalition_app.web.when import NotAhead


class StandingForm(BaseForm):
    """Each rating has a date and an act that proves it."""

    value = RadioField("Where do they stand?", coerce=number_or_none)
    rated_on = DayField("Day", [needed("Type the day."), NotAhead()])
    act = LineField(
        "What they did that shows it",
        [needed("Type the act that proves it, like “turned out 12 on May 3”.")],
        limit=300,
        description="Like “turned out 12 on May 3”.",
    )

    def __init__(self, words: dict[int, str]):
        super().__init__(rated_on=clock.today())
        self.value.choices = [(value, f"{value} {each}") for value, each in words.items()]

    @property
    def said(self) -> tuple[int, date, str]:
        return self.value.data, self.rated_on.data, self.act.data

    def cite(self, act: Act) -> None:
        """The act that proves it is one on record."""
        self.act.data, self.rated_on.data = act.words, act.on

    def validate_value(self, field) -> None:
        if not field.data:
            field.errors = []
            raise ValidationError("Pick a number from 1 to 5.")
