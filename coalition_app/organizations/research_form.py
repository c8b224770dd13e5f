"""The research sheet, kept beside their website (step 2)."""

from coalition_app.lib.tax_status import CHOICES
from coalition_app.models import Organization
from coalition_app.web.forms import ChoiceField, LineField, TextField, VersionedForm


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
