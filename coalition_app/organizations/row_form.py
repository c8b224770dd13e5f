"""The fields of a row of the list."""

from wtforms.widgets import TextInput

from coalition_app.models import FIELDS, KINDS, SCOPES, Organization
from coalition_app.organizations.forms import lead_choices
from coalition_app.web.forms import (
    ChoiceField,
    EmailField,
    LineField,
    NumberField,
    needed,
    number_or_none,
)
from coalition_app.web.sheet import RowForm


def _choices(known) -> list[tuple[str, str]]:
    return [("", "not known yet"), *((each, each) for each in known)]


class OrganizationRowForm(RowForm):
    name = LineField("Name", [needed("Type the organization's name.")])
    chapter = LineField("Chapter", render_kw={"placeholder": "Chapter"})
    lead_id = ChoiceField("Lead", coerce=number_or_none)
    city = LineField("City")
    state = LineField("State", limit=40)
    field = ChoiceField("Field")
    kind = ChoiceField("Kind", choices=_choices(KINDS))
    scope = ChoiceField("Reach", choices=_choices(SCOPES))
    members_count = NumberField("Members")
    shared_issues = LineField("Issues", limit=1000)
    phone = LineField("Phone", limit=60)
    email = EmailField("Email", widget=TextInput())
    website = LineField("Website", limit=300)
    acronym = LineField("Acronym", limit=40)

    def __init__(self, organization: Organization, columns):
        super().__init__(organization, columns)
        if "lead_id" in self:
            self.lead_id.choices = _with_lead(organization)
        if "field" in self:
            also = () if organization.field in ("", *FIELDS) else (organization.field,)
            self.field.choices = _choices((*FIELDS, *also))


def _with_lead(organization: Organization) -> list[tuple]:
    """Our people; a lead who left our local stays until another one is picked."""
    choices = lead_choices("" if organization.is_started else "nobody yet")
    lead = organization.lead
    if lead and lead.id not in dict(choices):
        choices.append((lead.id, lead.name))
    return choices
