"""Forms of a commitment: who owes whom what by when; a new date; dropping it with a reason."""

from wtforms.validators import ValidationError

from coalition_app.models import Commitment, Roster
from coalition_app.web.forms import (
    BaseForm,
    DayField,
    LineField,
    RadioField,
    VersionedForm,
    needed,
)
from coalition_app.web.named import OrganizationField, PersonField
from coalition_app.web.when import Plausible

SIDES = [("ours", "We will"), ("theirs", "They will")]
DUE_HINT = 'Like "Friday", "May 1" or "4/2".'


class Promise:
    """What both forms ask."""

    what = LineField("What", [needed("Type what was promised.")], limit=300)
    side = RadioField("Who owes it", choices=SIDES, default="ours")
    owner_name = PersonField("Who does it", description='A first name is enough, or "me".')
    due_on = DayField("By", [Plausible()], description=DUE_HINT)

    @property
    def is_ours(self) -> bool:
        return self.side.data == "ours"


class NewForm(Promise, BaseForm):
    organization = OrganizationField("With", [needed("Type with which organization.")])


class EditForm(Promise, VersionedForm):
    def __init__(self, commitment: Commitment, roster: Roster):
        super().__init__(obj=commitment)
        self.owner_name.roster = roster

    def validate(self, extra_validators=None) -> bool:
        return super().validate(extra_validators) and self.owner_name.fits(is_ours=self.is_ours)


class RedateForm(BaseForm):
    due_on = DayField("New date", [needed("Type the new date."), Plausible()], description=DUE_HINT)

    def __init__(self, commitment: Commitment):
        super().__init__()
        self.commitment = commitment

    def validate_due_on(self, field) -> None:
        if field.data and field.data == self.commitment.due_on:
            raise ValidationError("That is the date it has already.")


class DropForm(BaseForm):
    reason = LineField("Why", [needed("Type why, for the history.")], limit=300)
