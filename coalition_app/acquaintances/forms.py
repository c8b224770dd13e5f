"""Whose sheet it is, and its foot: when they were asked, and what they allow."""

from wtforms import HiddenField
from wtforms.validators import ValidationError

from coalition_app.models import Person, Roster, Unclear
from coalition_app.web.fields import DayField, LineField, RadioField
from coalition_app.web.forms import BaseForm, needed
from coalition_app.web.when import Plausible

YES, NO, UNSAID = "yes", "no", "not-said"
ANSWERS = {YES: True, NO: False, UNSAID: None}


class WhoseForm(BaseForm):
    """The next member whose sheet is entered."""

    name = LineField(
        "Whose sheet?",
        [needed("Type the member’s name.")],
        render_kw={"list": "members", "autocomplete": "off"},
    )

    member: Person | None = None
    is_unknown = False

    def validate_name(self, field) -> None:
        try:
            found = Roster([]).find(field.data)
        except Unclear as error:
            raise ValidationError(str(error)) from error
        if found is None:
            self.is_unknown = True
            raise ValidationError(f"Nobody of ours is called {field.data}.")
        if not found.is_ours:
            raise ValidationError(f"{found.name} is not one of ours.")
        self.member = found


class SheetForm(BaseForm):
    asked_on = DayField("Asked on", [needed("Type the day, like 3/14."), Plausible()])
    may_tell = RadioField(
        "May we tell them that you know them?",
        choices=[(YES, "Yes"), (NO, "No, between us"), (UNSAID, "Not said")],
    )
    seen = HiddenField()

    @property
    def answer(self) -> bool | None:
        return ANSWERS.get(self.may_tell.data)

    @property
    def shown(self) -> set[str]:
        return set((self.seen.data or "").split())
