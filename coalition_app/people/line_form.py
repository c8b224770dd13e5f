"""The line that adds a person, and what was understood of it."""

from functools import cached_property

from wtforms.validators import ValidationError

from coalition_app.extensions import db
from coalition_app.lib.contact_line import ContactLine
from coalition_app.lib.person_line import PersonLine, read_person
from coalition_app.models import Affiliation, Alike, Organization, Person, people_like
from coalition_app.web import clock
from coalition_app.web.forms import BaseForm, LineField, needed

ASK_LINE = "Begin with the name, like: Ana Ruiz, president, Harbor Tenants Union, 203 555 0142."


class LineForm(BaseForm):
    """'Ana Ruiz, president, Harbor Tenants Union, 203 555 0142', or 'Rosa Díaz, ours'."""

    line = LineField(
        "Add a person",
        [needed(ASK_LINE)],
        limit=400,
        render_kw={
            "placeholder": "Name, role, organization, phone or email; or “ours”",
            "autocomplete": "off",
            "aria-keyshortcuts": "p",
            "data-shortcut": "p",
        },
    )

    def validate_line(self, field) -> None:
        if not self.read.name:
            raise ValidationError(ASK_LINE)

    @cached_property
    def read(self) -> PersonLine:
        known = {}

        def is_known(name: str) -> bool:
            known[name] = known.get(name) or Organization.named(name)
            return known[name] is not None

        return read_person(self.line.data or "", Affiliation.ROLES, is_known)

    @cached_property
    def organization(self) -> Organization | None:
        """The one that is named and listed already."""
        return Organization.named(self.read.organization) if self.read.organization else None

    @cached_property
    def known(self) -> Person | None:
        """Somebody of that name whom nothing typed contradicts; no second card is made."""
        contact = ContactLine(self.read.name, "", self.read.phone, self.read.email)
        return Person.known_by(contact)

    @property
    def is_namesake(self) -> bool:
        """Whether somebody else of that name is here."""
        return self.known is None and db.session.scalar(Person.named(self.read.name).limit(1))

    @property
    def alike(self) -> list[Alike]:
        """Others who are perhaps meant; a line has room for two."""
        read = self.read
        found = people_like(read.name, phone=read.phone, email=read.email) if read.name else []
        return [each for each in found if each.record is not self.known][:2]

    def person(self) -> Person:
        """Adds whoever is meant to be saved, with the role that the line gives."""
        read, person = self.read, self.known or Person(name=self.read.name)
        person.phone, person.email = person.phone or read.phone, person.email or read.email
        person.is_ours = bool(person.is_ours or read.is_ours)
        person.is_activist = bool(person.is_activist or read.is_activist)
        db.session.add(person)
        if read.organization:
            self._belongs(person)
        elif read.role and person.is_ours and not person.office:
            person.office = read.role
        return person

    def _belongs(self, person: Person) -> None:
        organization = self.organization or Organization(
            name=self.read.organization,
            origin="somebody who belongs to it",
            listed_on=clock.today(),
        )
        for role in person.current_affiliations:
            if role.organization is organization:
                role.role = self.read.role or role.role
                return
        role = Affiliation(role=self.read.role)
        person.affiliations.append(role)
        role.organization = organization
