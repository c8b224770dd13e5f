"""What the list of people is narrowed by."""

from coalition_app.extensions import db
from coalition_app.models import Person, recall
from coalition_app.people.narrowed import SHOWS
from coalition_app.web.forms import BaseForm, ChoiceField, LineField

ANY = ("", "any")
MOST = 200


class FilterForm(BaseForm):
    """A search by GET; what nobody could have picked is ignored."""

    q = LineField("Name, phone, email or organization")
    show = ChoiceField("Show", choices=[(name, words) for name, (words, _) in SHOWS.items()])
    worksite = ChoiceField("Worksite")
    organization = LineField("Of an organization")
    language = ChoiceField("Language")
    asked = ChoiceField("Asked us", choices=[ANY, ("call", "not to call"), ("mail", "not to mail")])

    FIRST = ("show", "worksite")

    class Meta:
        csrf = False

    def __init__(self, given):
        super().__init__(given)
        self.worksite.choices, self.language.choices = recall("choices of people", find=_choices)
        if given:
            self.validate()
        for field in self:
            if field.errors:
                field.data, field.raw_data, field.errors = "", None, ()

    @property
    def first(self) -> list:
        """Those that are always in view, beside the search."""
        return [self[name] for name in self.FIRST]

    @property
    def further(self) -> list:
        return [field for field in self if field.name not in ("q", *self.FIRST)]

    @property
    def is_further(self) -> bool:
        """Whether one of those narrows that are folded away."""
        return any(field.data for field in self.further)

    @property
    def wanted(self) -> dict[str, str]:
        """Only what narrows."""
        return {field.name: field.data for field in self if field.data}


def _choices() -> tuple[list[tuple], list[tuple]]:
    """Worksites and languages."""
    return [ANY, *_each(Person.worksites())], [ANY, *_each(Person.languages())]


def _each(query) -> list[tuple[str, str]]:
    return [(value, value) for value in db.session.scalars(query.limit(MOST))]
