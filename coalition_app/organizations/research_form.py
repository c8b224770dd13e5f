"""The research sheet, kept beside their website (step 2)."""

from coalition_app.lib.tax_status import CHOICES
from coalition_app.models import Organization
from coalition_app.web.forms import ChoiceField, LineField, TextField, VersionedForm, shown
from coalition_app.web.seen import mark_of


class ResearchForm(VersionedForm):
    website = LineField("Website", limit=300)
    mission = TextField("Mission in one sentence", limit=2000, render_kw={"rows": 2})
    campaign_lines = TextField(
        "Recent campaigns, one per line",
        limit=5000,
        description="Like “Fair hiring ordinance (since Jan)”.",
    )
    structure = TextField(
        "Structure",
        limit=2000,
        description="Who decides there, and when do they meet?",
    )
    shared_issues = LineField(
        "Issues that we share, with commas",
        limit=500,
        render_kw={"list": "issues-known", "autocomplete": "off", "data-commas": ""},
    )
    allies = LineField("Allies, with commas", limit=500)
    opponents = LineField("Opponents, with commas", limit=500)
    tax_status = ChoiceField("Tax status")

    def __init__(self, organization: Organization):
        super().__init__(obj=organization)
        known = organization.tax_status
        others = [known] if known and known not in CHOICES else []
        self.tax_status.choices = [("", "not known yet"), *((c, c) for c in (*others, *CHOICES))]

    def write(self, organization: Organization) -> None:
        """Each field by itself: what its writer changed, and only over what they saw.

        The others are `conflicting`, and hold what is stored as well. `seen` has two marks of a
        field that was written: of the text on the page, and of what the record made of it.
        """
        seen = (self.seen.data or "").split()
        is_current = self.version.data == organization.version
        names = [name for name in self._names if hasattr(organization, name)]
        kept = [mark for name in names for mark in self._merge(name, seen, is_current)]
        self.seen.data = " ".join(dict.fromkeys(kept))

    def _merge(self, name: str, seen: list[str], is_current: bool) -> list[str]:
        field = self[name]
        seen = [mark for mark in seen if mark.rpartition("-")[0] == name]
        typed, stored = self._mark(name, field.data), self._stored_mark(name)
        if typed in seen:
            return seen
        if stored in seen or typed == stored or (is_current and not seen):
            field.populate_obj(self.record, name)
            return [typed, self._stored_mark(name)]
        field.stored = shown(field, getattr(self.record, name))
        self.conflicting.append(field)
        return [stored]

    def _stored_mark(self, name: str) -> str:
        return self._mark(name, getattr(self.record, name))

    @staticmethod
    def _mark(name: str, value: str) -> str:
        return f"{name}-{mark_of(value)}"

    @property
    def marks_now(self) -> str:
        """Of what the page holds, which is not refreshed where somebody else wrote."""
        return self.seen.data
