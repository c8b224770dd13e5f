"""What the list of organizations is narrowed by."""

from functools import cache

from sqlalchemy import Select, select

from coalition_app.extensions import db
from coalition_app.models import FIELDS, KINDS, STEPS, Issue, Organization, Person, Standing, recall
from coalition_app.organizations.narrowed import NOT_RATED
from coalition_app.web.forms import (
    ChoiceField,
    LineField,
    NumberField,
    number_or_none,
)
from coalition_app.web.search_form import SearchForm

ALL_DONE = "10"
ANY = ("", "any")
MOST_PARENTS = 300
MOST_DAYS = 3650
SHOWS = {
    "": "all in view",
    "started": "started",
    "listed": "only listed",
    "paused": "paused",
    "archived": "archived",
}
STANDINGS = [(str(value), f"{value} {words}") for value, words in Standing.WORDS.items()]


def steps() -> list[tuple[str, str]]:
    numbered = [(str(number), f"{number} {name}") for number, name in enumerate(STEPS, 1)]
    return [*numbered, (ALL_DONE, "all nine done")]


class FilterForm(SearchForm):
    q = LineField("Name or city")
    show = ChoiceField("Show", choices=list(SHOWS.items()))
    step = ChoiceField("Step", choices=[ANY, *steps()])
    lead = ChoiceField("Lead", coerce=number_or_none)
    late = ChoiceField("Late", choices=[ANY, ("yes", "something is late")])
    quiet = NumberField("No contact for days", top=MOST_DAYS)
    kind = ChoiceField("Kind", choices=[ANY, *((kind, kind) for kind in KINDS)])
    field = ChoiceField("Field", choices=[ANY, *((each, each) for each in FIELDS)])
    issue = ChoiceField("Issue", coerce=number_or_none)
    standing = ChoiceField("Standing", choices=[ANY, *STANDINGS, (NOT_RATED, "not rated yet")])
    parent = ChoiceField("Chapters of", coerce=number_or_none)

    FIRST = ("show", "step", "lead")

    def __init__(self, given):
        super().__init__(given)
        self.lead.choices, self.issue.choices, self.parent.choices = recall(
            "choices of the list", find=_choices
        )
        if given:
            self.ignore_what_cannot_be()


def _choices() -> tuple[list[tuple], list[tuple], list[tuple]]:
    """Leads, issues, and those with chapters."""
    leads, issues, parents = map(_pairs, _queries())
    return [("", "anybody"), *leads], [ANY, *issues], [ANY, *parents]


@cache
def _queries() -> tuple[Select, Select, Select]:
    """Built once: that takes longer than to ask with them."""
    return (
        _leads().with_only_columns(Person.id, Person.name),
        Issue.in_order().with_only_columns(Issue.id, Issue.name),
        _parents().with_only_columns(Organization.id, Organization.name),
    )


def _leads() -> Select:
    """By an index of those with a lead: SQLite would look through all in view."""
    leading = Organization.started().with_only_columns(Organization.lead_id).order_by(None)
    return Person.in_view().where(Person.id.in_(leading.where(Organization.lead_id > 0)))


def _parents() -> Select:
    """Whatever has chapters in view. SQLite would look through all rows for those not empty."""
    chapters = select(Organization.parent_id).where(
        Organization.parent_id > 0, Organization.archived_at.is_(None)
    )
    return Organization.in_view().where(Organization.id.in_(chapters)).limit(MOST_PARENTS)


def _pairs(query: Select) -> list[tuple]:
    """Values and words; asked past the session, which would look for records in them."""
    return [tuple(row) for row in db.session.connection().execute(query)]
