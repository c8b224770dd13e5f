"""What is done to all rows that are chosen in the list."""

from functools import cached_property

from wtforms.validators import ValidationError

from coalition_app.models import Person
from coalition_app.web import clock
from coalition_app.web.forms import (
    BooleanField,
    DayField,
    LineField,
)
from coalition_app.web.when import Plausible
from coalition_app.web.written import WrittenOnce


class ChosenForm(WrittenOnce):
    """The fields of all acts stand in one bar; `act` says whose are asked."""

    all = BooleanField("All found")
    lead_name = LineField("Lead", render_kw={"list": "leads-known"})
    issue_name = LineField("Issue", limit=100, render_kw={"list": "issues-known"})
    reason = LineField("Why")
    until = DayField("Until", [Plausible()])

    NEEDED = {
        "lead": ("lead_name", "Type who leads them."),
        "issue": ("issue_name", "Type the issue."),
        "pause": ("reason", "Say why, in a few words."),
    }

    def __init__(self, act: str = "", **options):
        super().__init__(**options)
        self.act = act
        for field in self:
            field.id = field.label.field_id = f"chosen-{field.name}"

    def validate(self, extra_validators=None) -> bool:
        is_valid = super().validate(extra_validators)
        name, words = self.NEEDED.get(self.act, (None, ""))
        if name and not self[name].data and not self[name].errors:
            self.refuse(words, self[name])
            return False
        return is_valid

    @cached_property
    def lead(self) -> Person | None:
        return Person.ours_named(self.lead_name.data) if self.lead_name.data else None

    def validate_lead_name(self, field) -> None:
        if field.data and self.lead is None:
            raise ValidationError(
                f"Nobody of ours is called {field.data}. Add them to People first."
            )

    def validate_until(self, field) -> None:
        if field.data and field.data <= clock.today():
            raise ValidationError("Type a day to come, or none.")
