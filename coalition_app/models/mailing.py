"""To whom a letter goes: the address on its envelope, and who may not be mailed and why."""

from dataclasses import dataclass

from coalition_app.lib.addresses import Address
from coalition_app.models.assistance import Assistance
from coalition_app.models.commitment import Commitment
from coalition_app.models.introduction import Introduction
from coalition_app.models.meeting import Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.record import Postal


@dataclass(frozen=True)
class Addressee:
    """`organization`: that the letter is about; a person may be of another, or of none."""

    organization: Organization | None = None
    person: Person | None = None
    meeting: Meeting | None = None
    introduction: Introduction | None = None
    commitment: Commitment | None = None
    assistance: Assistance | None = None

    @property
    def name(self) -> str:
        """As lists show them."""
        if self.person:
            return self.person.name
        return self.organization.full_name if self.organization else ""

    @property
    def home(self) -> Organization | None:
        """The organization on the envelope: of the ally that we ask, none for one of ours."""
        if self.introduction:
            return self.introduction.through_organization or self._home_elsewhere
        return None if self.person and self.person.is_ours else self.organization

    @property
    def _home_elsewhere(self) -> Organization | None:
        """Where they are, if not with those to whom they shall introduce us."""
        person = self.person
        roles = person.current_affiliations if person and not person.is_ours else ()
        found = (role.organization for role in roles)
        return next((each for each in found if each is not self.organization), None)

    @property
    def address(self) -> Address:
        """Where they get mail: at their organization, else at home."""
        home, person = self.home, self.person
        is_at_home = person and (home is None or (person.has_address and not home.has_address))
        place: Postal | None = person if is_at_home else home
        if place is None:
            return Address()
        return Address(
            attention=person.name if person else "",
            organization=home.full_name if home else "",
            street=place.street,
            city=place.city,
            state=place.state,
            postal_code=place.postal_code,
        )

    @property
    def why_not_mailed(self) -> str:
        """'asked us not to mail', 'no address', 'no street or PO box'; "" when nothing is amiss."""
        if self.person is None and self.organization is None:
            return "nobody to write to"
        if any(each and each.is_archived for each in (self.person, self.organization)):
            return "archived"
        if self.person and self.person.do_not_mail:
            return "asked us not to mail"
        address = self.address
        if address.is_empty:
            return "no address"
        return f"no {address.lacks}" if address.lacks else ""

    @property
    def email(self) -> str:
        own = self.person.email if self.person else ""
        return own or (self.home.email if self.home else "")
