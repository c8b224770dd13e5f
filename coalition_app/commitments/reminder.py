"""Words that remind somebody of what they promised, ready to send."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from coalition_app.lib.wording import long_day
from coalition_app.models import Commitment


@dataclass(frozen=True)
class Reminder:
    """`to` is empty when nobody is named, no email is known, or they asked for none."""

    subject: str
    words: str
    to: str
    refused: str

    @classmethod
    def of(cls, commitment: Commitment, me: str, today: date) -> "Reminder":
        owner = commitment.owner
        refused = owner.refuses("email") if owner else ""
        return cls(
            subject=commitment.what,
            words=reminder_words(commitment, me, today),
            to="" if owner is None or refused else owner.email,
            refused=refused,
        )

    @property
    def mailto(self) -> str:
        body = self.words.replace("\n", "\r\n")
        return f"mailto:{quote(self.to, safe='@')}?subject={quote(self.subject)}&body={quote(body)}"


def reminder_words(commitment: Commitment, me: str, today: date) -> str:
    """'Hello Elena, When we talked on Thursday, March 12 you said you would do this …'."""
    who = f" {commitment.owner.name.split()[0]}" if commitment.owner else ""
    by = _by(commitment, today)
    made_on = long_day(commitment.made_on)
    if commitment.is_ours:
        said = f"On {made_on} we promised {commitment.organization.full_name} to do this{by}:"
    else:
        said = f"When we talked on {made_on} you said you would do this{by}:"
    return (
        f"Hello{who},\n\n{said}\n\n{commitment.what}\n\n"
        "How is it coming along? If another day suits you better, tell me which; "
        f"if we can help with it, say so.\n\nIn solidarity,\n{me}"
    )


def _by(commitment: Commitment, today: date) -> str:
    on = commitment.due_on
    if on is None:
        return ""
    return " by today" if on == today else f" by {long_day(on)}"
