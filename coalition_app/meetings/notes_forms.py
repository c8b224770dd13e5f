"""The quick lines of the notes page: promises, help, where they stand, what comes next."""

from datetime import datetime

from wtforms.validators import ValidationError

from coalition_app.lib.names import split_names
from coalition_app.models import Meeting, Organization, Roster, Standing, Unclear
from coalition_app.web.forms import (
    BaseForm,
    ChoiceField,
    DayField,
    LineField,
    MomentField,
    needed,
)
from coalition_app.web.named import PEOPLE_KNOWN, PersonField
from coalition_app.web.when import Plausible


def sides(organizations: list[Organization], we: str, they: str) -> list[tuple[str, str]]:
    """(value, words) for each side, with the organization's name when there are several."""
    if len(organizations) == 1:
        only = organizations[0]
        return [(f"ours-{only.id}", we), (f"theirs-{only.id}", they)]
    return [
        choice
        for each in organizations
        for choice in (
            (f"ours-{each.id}", f"{we}, with {each.full_name}"),
            (f"theirs-{each.id}", f"{they}: {each.full_name}"),
        )
    ]


class Sided(BaseForm):
    """Something that one side owes the other: whose it is, and which organization's."""

    is_ours = True
    organization: Organization | None = None

    def __init__(self, meeting: Meeting, roster: Roster, **kwargs):
        super().__init__(**kwargs)
        self.organizations = meeting.organizations_that_came
        self.who.roster = roster

    def _choose(self, value: str) -> bool:
        side, _, id_ = value.partition("-")
        self.is_ours = side == "ours"
        self.organization = next((o for o in self.organizations if str(o.id) == id_), None)
        return self.organization is not None and self.who.fits(is_ours=self.is_ours)

    @property
    def only(self) -> Organization | None:
        return self.organizations[0] if len(self.organizations) == 1 else None


class PromiseForm(Sided):
    """What, who, by when. The side follows from who; it may be chosen as well."""

    what = LineField("What", [needed("Type what was promised.")], limit=300)
    who = PersonField("Who")
    due_on = DayField("By", [Plausible()])
    side = ChoiceField("Side")

    def __init__(self, meeting: Meeting, roster: Roster, **kwargs):
        super().__init__(meeting, roster, **kwargs)
        choices = sides(self.organizations, "We will", "They will")
        self.side.choices = [("", "By the name"), *choices]

    def validate(self, extra_validators=None) -> bool:
        return super().validate(extra_validators) and self._read_side()

    def _read_side(self) -> bool:
        if self.side.data:
            return self._choose(self.side.data)
        person = self.who.person
        if person is None:
            self.refuse(self._who_else(), self.who)
            return False
        self.is_ours = person.is_ours
        self.organization = self.who.roster.side_of(person) or self.only
        if self.organization is None:
            self.refuse("Choose with which organization.", self.side)
        return self.organization is not None

    def _who_else(self) -> str:
        if self.who.data:
            name = self.who.data
            return f'Nobody called "{name}" is known yet. Choose the side, and the name is added.'
        return "Type who does it, or choose the side."


class HelpForm(Sided):
    """An offer, or that nothing is needed. Who and by when make it agreed."""

    what = LineField("What", limit=300, render_kw={"list": "help-known", "autocomplete": "off"})
    who = PersonField("Agreed: who")
    due_on = DayField("By", [Plausible()])
    side = ChoiceField("Side")
    is_nothing = False

    def __init__(self, meeting: Meeting, roster: Roster, **kwargs):
        super().__init__(meeting, roster, **kwargs)
        choices = sides(self.organizations, "We offer", "They offer")
        self.side.choices = choices if self.only else [("", "Whose?"), *choices]

    def validate(self, extra_validators=None) -> bool:
        return super().validate(extra_validators) and self._read_side()

    def validate_what(self, field) -> None:
        if not field.data and not self.is_nothing:
            raise ValidationError("Type what was offered or asked for.")

    def _read_side(self) -> bool:
        fits = self._choose(self.side.data or "")
        if self.organization is None:
            self.refuse("Choose who offers, and with which organization.", self.side)
        return fits

    @property
    def is_agreed(self) -> bool:
        return bool(self.who.data or self.due_on.data)


class RatingForm(BaseForm):
    organization_id = ChoiceField("Organization")
    value = ChoiceField("Standing")
    act = LineField("The act that proves it", [needed("Type the act that proves it.")], limit=300)

    def __init__(self, meeting: Meeting, **kwargs):
        super().__init__(**kwargs)
        came = meeting.organizations_that_came
        self.organization_id.choices = [(str(each.id), each.full_name) for each in came]
        words = [(str(n), f"{n} {label}") for n, label in Standing.WORDS.items()]
        self.value.choices = [("", "not rated today"), *words]
        if self.organization_id.data is None and came:
            self.organization_id.data = str(came[0].id)

    def validate_value(self, field) -> None:
        if not field.data:
            raise ValidationError("Choose 1 to 5.")


class NextForm(BaseForm):
    """When the next conversation is, and who of our activists comes along."""

    starts_at = MomentField("When", [Plausible()])
    along = LineField("Who comes along", render_kw=PEOPLE_KNOWN)

    def __init__(self, meeting: Meeting, following: Meeting | None, roster: Roster, **kwargs):
        super().__init__(**kwargs)
        self.meeting, self.following, self.roster = meeting, following, roster
        if following and self.starts_at.raw_data is None:
            self.starts_at.data = following.starts_at
            along = [each.person.name for each in following.ours if each.comes_along]
            self.along.data = ", ".join(along)

    @property
    def names(self) -> list[str]:
        return split_names(self.along.data)

    def validate_starts_at(self, field) -> None:
        when: datetime | None = field.data
        if when is None and not field.errors:
            raise ValidationError("Type when, or say that none is planned.")
        if when and when <= self.meeting.starts_at:
            raise ValidationError("That is before this meeting. Type a later day.")

    def validate_along(self, field) -> None:
        for name in self.names:
            try:
                person = self.roster.find(name)
            except Unclear as error:
                raise ValidationError(str(error)) from error
            if person and not person.is_ours:
                raise ValidationError(f"{person.name} is one of theirs. Name somebody of ours.")
