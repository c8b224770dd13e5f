"""Forms of planning: with whom, when, where, who comes; another date; canceling."""

from datetime import datetime

from wtforms.validators import ValidationError

from coalition_app.lib.dates import parse_end
from coalition_app.lib.names import split_names
from coalition_app.lib.wording import clock_time
from coalition_app.models import Meeting, Organization, Person, Roster, Unclear
from coalition_app.web.forms import (
    BaseForm,
    ChoiceField,
    LineField,
    MomentField,
    VersionedForm,
    needed,
)
from coalition_app.web.named import OrganizationField
from coalition_app.web.when import Plausible, check_clock

WHEN = 'Like "3/19 5:30 pm" or "Thursday 5:30 pm".'
SEVERAL = "Several names with commas between them."


class Table:
    """The organizations of a meeting, each typed by name in a field of its own."""

    first = OrganizationField("With", [needed("Type with whom: the organization's name.")])
    second = OrganizationField("And with")
    third = OrganizationField("And with")
    fourth = OrganizationField("And with")
    fifth = OrganizationField("And with")
    sixth = OrganizationField("And with")

    @property
    def with_fields(self) -> list[OrganizationField]:
        return [self.first, self.second, self.third, self.fourth, self.fifth, self.sixth]

    @property
    def organizations(self) -> list[Organization]:
        found = [field.organization for field in self.with_fields if field.organization]
        return list(dict.fromkeys(found))

    def set_near(self, organizations: list[Organization]) -> None:
        """Those already meant: their names are understood first, and fill empty fields."""
        for field in self.with_fields:
            field.near = organizations
        if not self.is_submitted():
            for field, organization in zip(self.with_fields, organizations, strict=False):
                field.data = organization.full_name


class Times:
    starts_at = MomentField(
        "When", [needed("Type a day and a time."), Plausible()], description=WHEN
    )
    until = LineField("Until", limit=40, description='Like "7 pm" or "90 minutes".')
    ends_at: datetime | None = None

    def validate_until(self, field) -> None:
        if field.data and self.starts_at.data:
            try:
                self.ends_at = parse_end(field.data, self.starts_at.data)
            except ValueError as error:
                raise ValidationError(str(error)) from error
            check_clock(self.ends_at)


class PlanForm(Times, Table, BaseForm):
    place = LineField("Where", description="A café will do for a first meeting.")
    kind = ChoiceField(
        "Kind", choices=[(key, words.capitalize()) for key, words in Meeting.KINDS.items()]
    )
    theirs = LineField("Who of theirs", description=SEVERAL)
    ours = LineField("Who of ours", description=SEVERAL + ' "Me" is understood.')

    def validate(self, extra_validators=None) -> bool:
        return super().validate(extra_validators) and self._read_people()

    def _read_people(self) -> bool:
        """Whether each name typed means one person, known or new."""
        roster = Roster(self.organizations)
        for field in (self.theirs, self.ours):
            for name in split_names(field.data):
                try:
                    self._check(roster.find(name), field)
                except Unclear as error:
                    self.refuse(str(error), field)
        return not (self.theirs.errors or self.ours.errors)

    def _check(self, person: Person | None, field) -> None:
        if person and field is self.ours and not person.is_ours:
            self.refuse(f"{person.name} is not one of ours. Move the name to theirs.", field)

    def fill_people(self, people: list[Person]) -> None:
        self.theirs.data = ", ".join(person.name for person in people if not person.is_ours)
        self.ours.data = ", ".join(person.name for person in people if person.is_ours)


class EditForm(Times, Table, VersionedForm):
    place = LineField("Where")
    kind = ChoiceField(
        "Kind", choices=[(key, words.capitalize()) for key, words in Meeting.KINDS.items()]
    )

    def __init__(self, *args, meeting: Meeting, now, **kwargs):
        super().__init__(*args, obj=meeting, **kwargs)
        self.meeting, self.now = meeting, now
        self.set_near(meeting.organizations)
        if meeting.ends_at and not self.is_submitted():
            self.until.data = clock_time(meeting.ends_at)

    def validate(self, extra_validators=None) -> bool:
        return super().validate(extra_validators) and self._keeps_whose_records_it_holds()

    def _keeps_whose_records_it_holds(self) -> bool:
        held = [*self.meeting.commitments, *self.meeting.assistances]
        left = [each.organization for each in held if each.organization not in self.organizations]
        for organization in dict.fromkeys(left):
            name = organization.full_name
            self.refuse(f"{name} has commitments from this meeting, so it stays.", self.first)
        return not left

    def validate_starts_at(self, field) -> None:
        if self.meeting.held_on and field.data and field.data > self.now:
            raise ValidationError("It was held already, so it cannot lie ahead. Plan a new one.")


class ReopenForm(BaseForm):
    reason = LineField(
        "Why", [needed("Say in a few words why.")], description="Like: they sent names."
    )


class CancelForm(BaseForm):
    reason = LineField("Why", description="A few words for the history, if you like.")
