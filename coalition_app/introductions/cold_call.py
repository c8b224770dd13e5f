"""The cold call to one organization (guide, step 4)."""

from coalition_app.lib.cold_call import cold_call_script
from coalition_app.lib.wording import listing
from coalition_app.models import Affiliation, Local, Organization

FIRST_ASKED = ("executive director", "president")


class ColdCall:
    """What to say, whom to ask for, and what is not known for it yet. No blank is ever shown."""

    def __init__(self, organization: Organization, caller: str, local: Local):
        self.organization, self.caller, self.local = organization, caller, local

    @property
    def script(self) -> str:
        return cold_call_script(self.caller, self.local.full_name, self.organization.mission)

    @property
    def whom(self) -> Affiliation | None:
        """The executive director, else the president, else anybody whom we may call."""
        affiliations = self.organization.current_affiliations
        current = [each for each in affiliations if not each.person.do_not_call]
        asked = (each for role in FIRST_ASKED for each in current if each.role == role)
        return next(asked, current[0] if current else None)

    @property
    def phone(self) -> str:
        own = self.whom.person.phone if self.whom else ""
        return own or self.organization.phone

    @property
    def missing(self) -> str:
        """'their phone number and their mission', in the words of the research sheet."""
        lacks = (
            (not (self.whom or self.organization.listed_contact), "whom to ask for"),
            (not self.phone, "their phone number"),
            (not self.organization.mission, "their mission"),
        )
        return listing([words for applies, words in lacks if applies])
