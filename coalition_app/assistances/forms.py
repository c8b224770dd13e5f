"""Forms of help: offered or asked, and agreed with who and by when."""

from coalition_app.models import Roster
from coalition_app.web.forms import (
    BaseForm,
    DayField,
    LineField,
    NumberField,
    RadioField,
    VersionedForm,
    needed,
)
from coalition_app.web.named import PersonField
from coalition_app.web.when import Plausible

SIDES = [("ours", "We give"), ("theirs", "They give")]
DUE_HINT = 'Like "Friday", "May 1" or "4/2".'


class AgreeForm(BaseForm):
    """Who does it and by when; either may stay open for now."""

    we_give = True

    owner_name = PersonField("Who does it", description='A first name is enough, or "me".')
    due_on = DayField("By", [Plausible()], description=DUE_HINT)

    def __init__(self, roster: Roster, **kwargs):
        super().__init__(**kwargs)
        self.owner_name.roster = roster

    def validate(self, extra_validators=None) -> bool:
        return super().validate(extra_validators) and self.owner_name.fits(is_ours=self.we_give)

    @property
    def is_agreed(self) -> bool:
        return bool(self.owner_name.data or self.due_on.data)


class CountForm(VersionedForm):
    promised_count = NumberField("How many were promised", [needed("Type how many.")], top=100_000)
    came_count = NumberField(
        "How many came", [needed("Type how many; 0 is an answer.")], top=100_000
    )


class OfferForm(AgreeForm):
    side = RadioField("Who gives", choices=SIDES, default="ours")
    what = LineField(
        "What",
        limit=300,
        render_kw={"list": "help-known", "autocomplete": "off"},
        description="No resource is too small.",
    )

    @property
    def we_give(self) -> bool:
        return self.side.data == "ours"

    def is_offer(self) -> bool:
        """Whether something is offered, in words."""
        if self.validate_on_submit() and not self.what.data:
            self.refuse("Type what is offered or asked for.", self.what)
        return not self.all_errors()
