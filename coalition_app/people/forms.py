"""The forms of a person, of ties and of roles."""

from wtforms.validators import ValidationError

from coalition_app.extensions import db
from coalition_app.lib.years import Years, read_years
from coalition_app.models import Affiliation, Alike, Organization, Person, Tie, people_like
from coalition_app.web import clock
from coalition_app.web.fields import ParsedField
from coalition_app.web.forms import (
    BaseForm,
    BooleanField,
    ChoiceField,
    EmailField,
    LineField,
    SeenForm,
    TextField,
    VersionedForm,
    needed,
)
from coalition_app.web.postal import PostalFields
from coalition_app.web.reach import ReachField

COURT = "Only organizers see them. Write nothing you would not want read in court."


class PersonFields(PostalFields):
    name = LineField("Name", [needed("Type the name.")])
    is_another = BooleanField("It is another person of the same name")
    preferred_name = LineField("Goes by, if by another name", limit=60)
    pronouns = LineField("Pronouns", limit=40, render_kw={"list": "pronouns-known"})
    language = LineField("Language", limit=100, render_kw={"list": "languages-known"})
    phone = LineField("Phone", limit=60)
    email = EmailField("Email")
    reach_lines = ReachField()
    do_not_call = BooleanField("Do not call")
    do_not_mail = BooleanField("Do not mail: no letters, no emails")
    is_ours = BooleanField("Our member")
    is_activist = BooleanField("Activist: may come along")
    office = LineField(
        "Office in our local", limit=100, description="Like president or political director."
    )
    worksite = LineField("Worksite", limit=100, render_kw={"list": "worksites-known"})
    notes = TextField("Notes")
    private_notes = TextField("Private notes", description=COURT)

    person: Person | None = None
    twin: Person | None = None

    @property
    def known(self) -> dict[str, list[str] | tuple[str, ...]]:
        """What some of the fields offer while one types, by the id of their list."""
        worksites = list(db.session.scalars(Person.worksites()))
        return {
            "pronouns-known": Person.PRONOUNS,
            "languages-known": Person.LANGUAGES,
            "worksites-known": worksites,
        }

    def finds_twin(self) -> bool:
        """Whether somebody of the same name is in view; pointed out, and may be overruled."""
        same = db.session.scalars(Person.named(self.name.data))
        others = [each for each in same if each is not self.person]
        if self.is_another.data or not others:
            return False
        self.twin = others[0]
        self.refuse(f"{self.twin.name} is here already.", self.name)
        return True

    def write_to(self, person: Person) -> None:
        for field in self:
            if hasattr(Person, field.name) and field.name != "version":
                field.populate_obj(person, field.name)
        if person.office or person.is_activist:
            person.is_ours = True


class YearsField(ParsedField):
    """When a role began and ended, typed in one go."""

    def __init__(self, label="Years", validators=(), **options):
        like = {"placeholder": "2019–2024, former"}
        super().__init__(label, validators, render_kw=like, **options)

    def read(self, typed: str) -> Years:
        return read_years(typed, clock.today().year)

    write = staticmethod(str)

    @property
    def years(self) -> Years:
        return self.data or Years()


class RoleFields:
    """A role in an organization, chosen by name."""

    organization_name = LineField(
        "Organization",
        limit=400,
        render_kw={"list": "organization-names", "placeholder": "A new name is listed as well"},
    )
    role = LineField("Role", limit=100, render_kw={"list": "roles"})

    def organization(self) -> Organization | None:
        """The one that was named; a new name is listed on the way."""
        named = self.organization_name.data
        if not named:
            return None
        return Organization.named(named) or Organization(
            name=named, origin="somebody who belongs to it", listed_on=clock.today()
        )


class NewPersonForm(PersonFields, RoleFields, BaseForm):
    ALIKE_BY = ("name", "phone", "email", "city")

    @property
    def alike(self) -> list[Alike]:
        """Others who are perhaps meant, beside the one of just this name."""
        found = people_like(**{name: self[name].data or "" for name in self.ALIKE_BY})
        return [each for each in found if each.record is not self.twin]


class PersonForm(PersonFields, VersionedForm):
    def __init__(self, person: Person):
        super().__init__(obj=person)
        self.person = person


class RoleForm(RoleFields, BaseForm):
    """Another role of somebody known."""

    years = YearsField()

    def validate_organization_name(self, field) -> None:
        if not field.data:
            raise ValidationError("Type the name of the organization.")


class AffiliationForm(SeenForm):
    """A role that was typed before."""

    role = LineField("Role", limit=100, render_kw={"list": "roles"})
    years = YearsField()
    is_primary = BooleanField("Main contact of the organization")

    def write_to(self, affiliation: Affiliation) -> None:
        affiliation.role = self.role.data
        affiliation.lasts(self.years.years, clock.today())
        if self.is_primary.data and affiliation.is_current:
            affiliation.make_primary()
        else:
            affiliation.is_primary = False


class TieForm(BaseForm):
    """Whom a person knows, in one line: 'sibling of' 'Elena Díaz'."""

    kind = ChoiceField("Is", choices=[(kind, Tie.phrase(kind)) for kind in Tie.KINDS])
    other_name = LineField(
        "Name",
        [needed("Type the name of whom they know.")],
        render_kw={"list": "person-names", "autocomplete": "off"},
    )
    is_close = BooleanField("Close")
    told_by_name = LineField(
        "Who told us", render_kw={"list": "person-names", "autocomplete": "off"}
    )

    def __init__(self, person: Person, **options):
        super().__init__(**options)
        self.person = person
        self.other: Person | None = None
        self.told_by: Person | None = None

    def validate_other_name(self, field) -> None:
        self.other = _known(field.data)
        if self.other is self.person:
            raise ValidationError("Type somebody else’s name.")

    def validate_told_by_name(self, field) -> None:
        self.told_by = _known(field.data)
        if field.data and self.told_by is None:
            raise ValidationError("Nobody of that name is here. Leave it empty, or add them first.")


def _known(name: str) -> Person | None:
    """Who is meant, ours before others; none for a new name."""
    found = list(db.session.scalars(Person.named(name).limit(2))) if name else []
    if len(found) > 1 and found[0].is_ours == found[1].is_ours:
        raise ValidationError(
            f"Two people are named {found[0].name}. Add it on the page of the one you mean."
        )
    return found[0] if found else None
