"""The forms of an organization: typed in quickly, then in full."""

from flask_login import current_user
from wtforms.validators import ValidationError

from coalition_app.extensions import db
from coalition_app.lib.contact_line import ContactLine, read_contact
from coalition_app.lib.guess import Guess, guess_from
from coalition_app.lib.names import full_name
from coalition_app.models import (
    FIELDS,
    KINDS,
    SCOPES,
    Affiliation,
    Alike,
    Organization,
    Person,
    organizations_like,
)
from coalition_app.organizations.number_fields import NumberFields
from coalition_app.web import clock
from coalition_app.web.forms import (
    BaseForm,
    BooleanField,
    ChoiceField,
    EmailField,
    LineField,
    NumberField,
    RadioField,
    TextField,
    VersionedForm,
    needed,
    number_or_none,
)
from coalition_app.web.postal import PostalFields
from coalition_app.web.reach import ReachField

UNKNOWN = ("", "not known yet")
ASK_CONTACT = "Begin with the name, like: Elena Díaz, secretary, 203 555 0142."
ONE_LINE = {
    "placeholder": "Name, role, phone or email",
    "autocomplete": "off",
    "aria-keyshortcuts": "p",
    "data-shortcut": "p",
}
COURT = "Only organizers see them. Write nothing you would not want read in court."


def yes_or_no(value):
    return {"yes": True, "no": False, True: True, False: False}.get(value)


def lead_choices(without: str = "") -> list[tuple]:
    """Our people by name; `without` words the choice of nobody."""
    ours = db.session.execute(Person.ours().with_only_columns(Person.id, Person.name))
    return [*([("", without)] if without else []), *((id_, name) for id_, name in ours)]


class ContactField(LineField):
    """A person typed in one line."""

    @property
    def line(self) -> ContactLine:
        return read_contact(self.data or "", Affiliation.ROLES)


class ContactForm(BaseForm):
    """The line that adds people on the organization's page."""

    line = ContactField("Add a person", [needed(ASK_CONTACT)], limit=300, render_kw=ONE_LINE)

    def validate_line(self, field) -> None:
        if not field.line.name:
            raise ValidationError(ASK_CONTACT)


class IdentityFields:
    """What step 1 asks."""

    name = LineField("Name", [needed("Type the organization's name.")])
    is_another = BooleanField("It is another organization of the same name")
    chapter = LineField("Chapter, branch or local")
    kind = RadioField("Kind", choices=[*((kind, kind) for kind in KINDS), UNKNOWN], default="")
    scope = RadioField("Reach", choices=[*((each, each) for each in SCOPES), UNKNOWN], default="")
    field = ChoiceField("Field", choices=[UNKNOWN, *((each, each) for each in FIELDS)])
    has_members = RadioField(
        "Does it have members?",
        choices=[("yes", "yes"), ("no", "no"), UNKNOWN],
        coerce=yes_or_no,
        default=None,
    )
    parent_name = LineField(
        "Chapter of",
        description="A name that is new here is listed as well.",
        limit=400,
        render_kw={"list": "organization-names"},
    )
    website = LineField("Website", limit=300)

    organization: Organization | None = None
    twin: Organization | None = None

    def look_for_twin(self) -> None:
        """One of the same name in view is pointed out, and may be overruled."""
        name = self.name.data
        found = Organization.named(full_name(name, self.chapter.data)) if name else None
        self.twin = found if found is not self.organization else None

    def finds_twin(self) -> bool:
        if not self.is_another.data:
            self.look_for_twin()
        if self.twin is None:
            return False
        self.refuse(f"{self.twin.full_name} is here already.", self.name)
        return True

    def validate_parent_name(self, field) -> None:
        if not field.data or self.organization is None:
            return
        parent = Organization.named(field.data)
        if parent and (parent is self.organization or parent.is_below(self.organization)):
            raise ValidationError("It cannot be a chapter of itself.")

    def parent(self) -> Organization | None:
        """The one that was named; a new name is listed on the way."""
        named = self.parent_name.data
        if not named:
            return None
        return Organization.named(named) or Organization(
            name=named, origin=f"the chapter {self.name.data}", listed_on=clock.today()
        )


class NewOrganizationForm(IdentityFields, BaseForm):
    """Only the name is needed; the first contact comes along in one line.

    What nobody picked is taken from the name where that is safe.
    """

    city = LineField("City", description="“New Haven, CT” is understood.")
    contact = ContactField("First contact", description="Name, role, phone or email", limit=300)
    lead_id = ChoiceField("Lead", coerce=number_or_none)

    def __init__(self, **options):
        super().__init__(lead_id=current_user.person_id, **options)
        self.lead_id.choices = lead_choices()

    def validate_contact(self, field) -> None:
        if field.data and not field.line.name:
            raise ValidationError(ASK_CONTACT)

    @property
    def alike(self) -> list[Alike]:
        """Others that are perhaps meant, beside the one of just this name."""
        found = organizations_like(self.name.data or "", self.chapter.data or "")
        return [each for each in found if each.record is not self.twin]

    @property
    def identity(self) -> dict:
        """What step 1 asks: as picked, else as the name tells."""
        return {**self._picked, **self._taken}

    @property
    def guessed(self) -> str:
        """In words, what nobody picked and the name tells."""
        return Guess(**self._taken).words

    @property
    def _picked(self) -> dict:
        return {name: self[name].data for name in ("kind", "field", "scope", "has_members")}

    @property
    def _taken(self) -> dict:
        """A guess that contradicts the picked kind is worth nothing."""
        picked = self._picked
        guess = guess_from(f"{self.name.data or ''} {self.chapter.data or ''}")
        if picked["kind"] not in ("", guess.kind):
            return {}
        blank = (name for name, value in picked.items() if value in ("", None))
        return {name: getattr(guess, name) for name in blank}

    @property
    def place(self) -> tuple[str, str]:
        """City and state."""
        city, comma, state = self.city.data.rpartition(",")
        is_state = comma and len(state.strip()) == 2 and state.strip().isalpha()
        return (city.strip(), state.strip().upper()) if is_state else (self.city.data, "")


class OrganizationForm(IdentityFields, NumberFields, PostalFields, VersionedForm):
    """All that an organization's card holds but what the research sheet asks."""

    acronym = LineField("Acronym", limit=40)
    nickname = LineField("Nickname", limit=100)
    former_names = LineField("Former names", limit=400)
    members_count = NumberField("How many members")
    strategic_reason = LineField("If it has none: why it is strategic anyway", limit=500)
    goes_through_hq = BooleanField("Go through HQ before anybody here contacts them")
    visiting_address = LineField("Where one visits them, if elsewhere", limit=300)
    phone = LineField("Phone", limit=60)
    email = EmailField("Email")
    reach_lines = ReachField()
    lead_id = ChoiceField("Lead", coerce=number_or_none)
    cadence_days = NumberField(
        "Get in touch every so many days",
        top=3650,
        description="Empty: by their standing, 90 days unless they are closer.",
    )
    private_notes = TextField("Private notes", description=COURT)

    def __init__(self, organization: Organization):
        super().__init__(obj=organization)
        self.organization = organization
        self.lead_id.choices = lead_choices("" if organization.is_started else "nobody yet")
        self._keep_choice(organization.lead)
        if organization.field not in FIELDS:
            self.field.choices = [*self.field.choices, (organization.field, organization.field)]

    def _keep_choice(self, lead: Person | None) -> None:
        """A lead who left our local stays until another one is picked."""
        if lead and lead.id not in dict(self.lead_id.choices):
            self.lead_id.choices = [*self.lead_id.choices, (lead.id, lead.name)]

    def populate_obj(self, organization: Organization) -> None:
        for field in self:
            if field.name not in ("parent_name", "is_another"):
                field.populate_obj(organization, field.name)
        organization.parent = self.parent()

    @property
    def first_missing(self) -> str:
        """The field that step 1 still lacks: there one goes on typing."""
        if self.errors or self.conflicting:
            return ""
        lacking = ("kind", "scope", "has_members")
        return next((name for name in lacking if self[name].data in ("", None)), "")

    def is_renamed(self) -> bool:
        known = (self.organization.name, self.organization.chapter)
        return (self.name.data, self.chapter.data) != known
