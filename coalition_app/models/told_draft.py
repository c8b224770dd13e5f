"""What to say of a relationship when telling it (step 9), from what was recorded."""

from datetime import date

from coalition_app.lib.wording import day, listing, plural
from coalition_app.models.commitment import Commitment
from coalition_app.models.meeting import Meeting
from coalition_app.models.organization import Organization


def words_to_tell(meeting: Meeting, organization: Organization, today: date) -> str:
    """A few sentences: when we met and whom, what is promised, when we talk again."""
    promised = [each for each in meeting.commitments if each.organization is organization]
    sentences = [
        _met(meeting, organization, today),
        _promised("We will", [each for each in promised if each.is_ours], today),
        _promised("They will", [each for each in promised if not each.is_ours], today),
        _next(meeting, organization, today),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _met(meeting: Meeting, organization: Organization, today: date) -> str:
    came = [each.person.name for each in meeting.theirs if each.came]
    on = day(meeting.starts_at.date(), today)
    return f"We met {organization.full_name} on {on}{f' ({listing(came)})' if came else ''}."


def _promised(side: str, commitments: list[Commitment], today: date) -> str:
    whats = [_by_when(each, today) for each in commitments if each.dropped_on is None]
    return f"{side}: {'; '.join(whats)}." if whats else ""


def _by_when(commitment: Commitment, today: date) -> str:
    if commitment.kept_on:
        return f"{commitment.what} (kept)"
    return (
        f"{commitment.what} by {day(commitment.due_on, today)}"
        if commitment.due_on
        else (commitment.what)
    )


def _next(meeting: Meeting, organization: Organization, today: date) -> str:
    following = meeting.next_for(organization)
    if following is None:
        return ""
    along = [each.person.name for each in following.ours if each.comes_along]
    who = f" {plural(len(along), 'activist')} will come along." if along else ""
    return f"We talk again on {day(following.starts_at.date(), today)}.{who}"
