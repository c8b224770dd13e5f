"""What the list of organizations is narrowed by."""

from coalition_app.extensions import db
from coalition_app.models import FIELDS, KINDS, STEPS, Organization, Person
from coalition_app.web.forms import BaseForm, ChoiceField, LineField, number_or_none

ALL_DONE = "10"
SHOWS = {
    "": "all in view",
    "started": "started",
    "listed": "only listed",
    "paused": "paused",
    "archived": "archived",
}


def steps() -> list[tuple[str, str]]:
    numbered = [(str(number), f"{number} {name}") for number, name in enumerate(STEPS, 1)]
    return [*numbered, (ALL_DONE, "all nine done")]


class FilterForm(BaseForm):
    """A search by GET; what nobody could have picked is ignored."""

    q = LineField("Name or city")
    show = ChoiceField("Show", choices=list(SHOWS.items()))
    step = ChoiceField("Step", choices=[("", "any"), *steps()])
    kind = ChoiceField("Kind", choices=[("", "any"), *((kind, kind) for kind in KINDS)])
    field = ChoiceField("Field", choices=[("", "any"), *((each, each) for each in FIELDS)])
    lead = ChoiceField("Lead", coerce=number_or_none)

    class Meta:
        csrf = False

    def __init__(self, given):
        super().__init__(given)
        leading = Organization.started().with_only_columns(Organization.lead_id).order_by(None)
        people = Person.in_view().where(Person.id.in_(leading))
        names = db.session.execute(people.with_only_columns(Person.id, Person.name))
        self.lead.choices = [("", "anybody"), *((id_, name) for id_, name in names)]
        self.validate()
        for field in self:
            if field.errors:
                field.data, field.errors = "", ()

    @property
    def wanted(self) -> dict[str, str | int]:
        """Only what narrows."""
        return {field.name: field.data for field in self if field.data}
