"""A field for somebody of one organization, typed by name; a new name becomes theirs."""

from wtforms.validators import ValidationError

from coalition_app.models import Affiliation, Organization, Person, Roster
from coalition_app.web.named import PersonField


class ContactField(PersonField):
    organization: Organization | None = None

    def belongs_to(self, organization: Organization) -> None:
        """Says whose people are meant; call it before validation."""
        self.organization, self.roster = organization, Roster([organization])

    def pre_validate(self, form) -> None:
        super().pre_validate(form)
        check_theirs(self.person, self.organization)

    def person_meant(self) -> Person | None:
        if not self.data:
            return None
        return theirs_named(self.data, self.organization)


def check_theirs(person: Person | None, organization: Organization) -> None:
    """Refuses one of ours who was meant by mistake: "sam" in a field for their people."""
    if person and person.is_ours and not is_with(person, organization):
        raise ValidationError(
            f"{person.name} is one of ours. Type the full name of somebody of theirs."
        )


def theirs_named(name: str, organization: Organization) -> Person:
    """Somebody known or new, who belongs to the organization from now on."""
    person = Roster([organization]).find_or_new(name, organization)
    if not is_with(person, organization):
        organization.affiliations.append(Affiliation(person=person))
    return person


def is_with(person: Person, organization: Organization) -> bool:
    return any(each.organization is organization for each in person.current_affiliations)
