"""What the list of people is narrowed by."""

from coalition_app.people.listing import SHOWS
from coalition_app.web.forms import BaseForm, ChoiceField, LineField


class FilterForm(BaseForm):
    """A search by GET; what nobody could have picked is ignored."""

    q = LineField("Name, phone or email")
    show = ChoiceField("Show", choices=list(SHOWS.items()))

    class Meta:
        csrf = False

    def __init__(self, given):
        super().__init__(given)
        self.validate()
        for field in self:
            if field.errors:
                field.data, field.errors = "", ()

    @property
    def wanted(self) -> dict[str, str]:
        """Only what narrows."""
        return {field.name: field.data for field in self if field.data}
