"""What step 2 writes down of an organization, as the research sheet holds it."""

from coalition_app.models.campaign import Campaign
from coalition_app.models.issue import Issue


class Researched:
    """A trait of an organization."""

    @property
    def campaign_lines(self) -> str:
        """Their campaigns, one a line."""
        return "\n".join(campaign.label for campaign in self.campaigns)

    @campaign_lines.setter
    def campaign_lines(self, text: str) -> None:
        """Counts as a change of the organization: two people on one sheet see each other."""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        written = [Campaign.from_line(line) for line in lines]
        if [each.label for each in written] != [each.label for each in self.campaigns]:
            self.campaigns = written[::-1]  # the newest, which has the highest id, stands on top
            self.touch()

    @property
    def shared_issues(self) -> str:
        """The issues in one line, with commas."""
        return ", ".join(issue.name for issue in self.issues)

    @shared_issues.setter
    def shared_issues(self, line: str) -> None:
        issues = Issue.of_line(line)
        dropped = [issue for issue in self.issues if issue not in issues]
        if dropped or len(issues) != len(self.issues):
            self.issues = issues
            Issue.drop_unused(dropped)
            self.touch()

    @property
    def issues_with_ours(self) -> str:
        """Those that stand on our agenda, too."""
        return ", ".join(issue.name for issue in self.issues if issue.is_ours)

    @property
    def other_issues(self) -> str:
        return ", ".join(issue.name for issue in self.issues if not issue.is_ours)
