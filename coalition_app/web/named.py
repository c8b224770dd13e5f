"""Fields for a person and for an organization, typed by name."""

from sqlalchemy import func, or_
from wtforms.validators import ValidationError

from coalition_app.extensions import db
from coalition_app.lib.wording import listing
from coalition_app.models import Organization, Person, Roster, Unclear
from coalition_app.web.fields import LineField

SUGGESTED = 300
# A page with such a field has the names in a datalist of this id.
PEOPLE_KNOWN = {"list": "people-known", "autocomplete": "off"}
ORGANIZATIONS_KNOWN = {"list": "organizations-known", "autocomplete": "off"}


class PersonField(LineField):
    """`person` is who is meant; none for an empty field and for a name not known yet."""

    roster: Roster | None = None
    person: Person | None = None

    def __init__(self, label=None, validators=(), **options):
        super().__init__(label, validators, render_kw=PEOPLE_KNOWN, **options)

    def pre_validate(self, form) -> None:
        if not (self.data and self.roster):
            return
        try:
            self.person = self.roster.find(self.data)
        except Unclear as error:
            raise ValidationError(str(error)) from error

    @property
    def is_new(self) -> bool:
        return bool(self.data) and self.person is None

    def fits(self, *, is_ours: bool) -> bool:
        """What is ours to do is not done by one of theirs; adds the error."""
        if not (is_ours and self.person and not self.person.is_ours):
            return True
        words = f"{self.person.name} is one of theirs. Name somebody of ours, or choose their side."
        self.errors = [*self.errors, words]
        return False


class OrganizationField(LineField):
    """`organization` is the one meant. Those in `near` are understood before all others."""

    near: list[Organization] = []
    organization: Organization | None = None

    def __init__(self, label=None, validators=(), **options):
        super().__init__(label, validators, render_kw=ORGANIZATIONS_KNOWN, **options)

    def pre_validate(self, form) -> None:
        if not self.data:
            return
        found = [each for each in self.near if each.full_name.lower() == self.data.lower()]
        found = found or organizations_named(self.data)
        if len(found) > 1:
            names = [each.full_name for each in found]
            raise ValidationError(f'"{self.data}" may be {listing(names)}. Type more of the name.')
        if not found:
            raise ValidationError(f'No organization is called "{self.data}". List it first.')
        self.organization = found[0]


def organizations_named(typed: str) -> list[Organization]:
    """By the full name, or by any part of it, the city or an acronym; three at most."""
    lowered = func.lower(Organization.name)
    chaptered = lowered + ", " + func.lower(Organization.chapter)
    wanted = typed.lower()
    exactly = Organization.in_view().where(or_(lowered == wanted, chaptered == wanted))
    for query in (exactly, Organization.found_by(typed)):
        found = list(db.session.scalars(query.limit(3)))
        if found:
            return found
    return []


def organization_names() -> list[str]:
    """What the field offers: started ones first."""
    query = Organization.in_view().order_by(None)
    query = query.order_by(Organization.started_on.is_(None), func.lower(Organization.name))
    return [each.full_name for each in db.session.scalars(query.limit(SUGGESTED))]
