"""Who comes, and who was there: one name after another."""

import re

from coalition_app.lib.contact_line import ContactLine, read_contact
from coalition_app.models import Meeting, Organization, Person, Roster
from coalition_app.web.forms import BaseForm, ChoiceField, LineField, needed
from coalition_app.web.named import PersonField

OURS = "ours"
NO_CONTACT = re.compile(r"[,;(]?\s*(?:no|do not|don't|dont) contact\b\)?", re.I)


class AttendanceForm(BaseForm):
    """A name, and behind commas what a row of the sign-in sheet says: role, phone, email, and
    "no contact" where the box is not ticked."""

    name = PersonField("Add a name", [needed("Type a name.")])
    side = ChoiceField("Side")
    line: ContactLine
    may_contact: bool
    organization: Organization | None = None

    def __init__(self, meeting: Meeting, roster: Roster, **kwargs):
        super().__init__(**kwargs)
        self.organizations = meeting.organizations
        self.side.choices = [("", "By the name"), (OURS, "Ours")]
        self.side.choices += [(str(each.id), each.full_name) for each in self.organizations]
        self.name.roster = roster
        typed, refusals = NO_CONTACT.subn("", self.name.data or "")
        self.may_contact, self.line = not refusals, read_contact(typed)
        self.name.data = self.line.name

    def validate(self, extra_validators=None) -> bool:
        return super().validate(extra_validators) and self._read_side()

    def _read_side(self) -> bool:
        """For which organization: as chosen, as known, or the only one there is."""
        person = self.name.person
        if self.side.data:
            chosen = (each for each in self.organizations if str(each.id) == self.side.data)
            self.organization = next(chosen, None)
            return True
        if person and person.is_ours:
            return True
        self.organization = self._known_side(person)
        if self.organization is None:
            self.refuse(f"Choose for which organization {self.name.data} comes.", self.side)
        return self.organization is not None

    def _known_side(self, person: Person | None) -> Organization | None:
        known = self.name.roster.side_of(person) if person else None
        return known or (self.organizations[0] if len(self.organizations) == 1 else None)


class SuggestionForm(BaseForm):
    names = LineField("Organizations", [needed("Type the name of an organization.")], limit=1000)
    by = ChoiceField("Suggested by")

    def __init__(self, meeting: Meeting, **kwargs):
        super().__init__(**kwargs)
        self.by.choices = [(str(each.id), each.full_name) for each in meeting.organizations]
        if self.by.data is None:
            self.by.data = self.by.choices[0][0]

    def named(self) -> list[str]:
        """'Vecinos Unidos, Mothers for Safe Streets, Inc.' as two names."""
        kept = re.sub(r",\s*(inc|llc|ltd)\b", r"\0\1", self.names.data, flags=re.I)
        parts = re.split(r"[,;]", kept)
        names = [" ".join(part.replace("\0", ", ").split()) for part in parts]
        return [name for name in dict.fromkeys(names) if name]
