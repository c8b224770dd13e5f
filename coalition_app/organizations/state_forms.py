"""The forms of what is said of an organization on a day: started, paused, rated."""

from flask_login import current_user
from wtforms.validators import ValidationError

from coalition_app.organizations.forms import lead_choices
from coalition_app.web import clock
from coalition_app.web.forms import (
    BaseForm,
    ChoiceField,
    DayField,
    LineField,
    RadioField,
    needed,
    number_or_none,
)
from coalition_app.web.when import NotAhead, Plausible

A_LONG_TIME = 120  # years that we may have worked together


class StartForm(BaseForm):
    """Who holds the relationship from which day on, and whether the door is open already."""

    lead_id = ChoiceField("Lead", coerce=number_or_none)
    started_on = DayField("From", [needed("Type the day."), NotAhead()])
    beginning = RadioField(
        "How does it begin?",
        choices=[
            ("new", "at the first step"),
            ("already_known", "we work together already"),
            ("came_to_us", "they came to us"),
        ],
        default="new",
    )
    since = DayField("Since", [NotAhead(A_LONG_TIME)])

    def __init__(self, **options):
        super().__init__(lead_id=current_user.person_id, started_on=clock.today(), **options)
        self.lead_id.choices = lead_choices()

    def validate_lead_id(self, field) -> None:
        if not field.data:
            raise ValidationError("Pick who holds the relationship.")

    def validate_since(self, field) -> None:
        if self.opens_door and not field.data and not field.errors:
            raise ValidationError("Type the day from which the door has been open.")

    @property
    def opens_door(self) -> bool:
        return self.beginning.data != "new"


class PauseForm(BaseForm):
    reason = LineField(
        "Why", [needed("Say why, in a few words.")], description="“Declined” is a pause as well."
    )
    until = DayField("Until", [Plausible()], description="Empty: until somebody takes it up again.")

    def validate_until(self, field) -> None:
        if field.data and field.data <= clock.today():
            raise ValidationError("Type a day to come, or none.")
