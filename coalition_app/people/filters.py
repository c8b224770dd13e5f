"""What the list of people is narrowed by."""

from coalition_app.extensions import db
from coalition_app.models import Person, recall
from coalition_app.people.narrowed import SHOWS
from coalition_app.web.forms import ChoiceField, LineField
from coalition_app.web.search_form import SearchForm

ANY = ("", "any")
MOST = 200


class FilterForm(SearchForm):
    q = LineField("Name, phone, email or organization")
    show = ChoiceField("Show", choices=[(name, words) for name, (words, _) in SHOWS.items()])
    worksite = ChoiceField("Worksite")
    organization = LineField("Of an organization")
    language = ChoiceField("Language")
    asked = ChoiceField("Asked us", choices=[ANY, ("call", "not to call"), ("mail", "not to mail")])

    FIRST = ("show", "worksite")

    def __init__(self, given):
        super().__init__(given)
        self.worksite.choices, self.language.choices = recall("choices of people", find=_choices)
        if given:
            self.ignore_what_cannot_be()


def _choices() -> tuple[list[tuple], list[tuple]]:
    """Worksites and languages."""
    return [ANY, *_each(Person.worksites())], [ANY, *_each(Person.languages())]


def _each(query) -> list[tuple[str, str]]:
    return [(value, value) for value in db.session.scalars(query.limit(MOST))]
