"""Whether a meeting may be closed, and what is still missing. Nothing else stops it (domain)."""

from dataclasses import dataclass

from coalition_app.lib.wording import day, listing
from coalition_app.models.meeting import Meeting


@dataclass(frozen=True)
class Mark:
    """One line at the foot of the notes: settled, or the words of what is missing."""

    kind: str
    text: str
    is_settled: bool


class Closing:
    """A meeting closes when each commitment has an owner and a date, and the next
    conversation is set (with an activist named, or 'just us') or none is planned."""

    def __init__(self, meeting: Meeting):
        self.meeting = meeting
        self.following = [meeting.next_for(each) for each in meeting.organizations_that_came]

    @property
    def marks(self) -> tuple[Mark, ...]:
        return (self._held(), self._commitments(), *self._next())

    @property
    def is_ready(self) -> bool:
        return all(mark.is_settled for mark in self.marks)

    @property
    def missing(self) -> list[str]:
        return [mark.text for mark in self.marks if not mark.is_settled]

    def _held(self) -> Mark:
        held = self.meeting.held_on is not None
        return Mark("held", "The meeting was held" if held else "Say that it happened", held)

    def _commitments(self) -> Mark:
        lacking = [each.what for each in self.meeting.commitments if _is_unowned(each)]
        if lacking:
            text = f"Give an owner and a date to {listing(lacking)}"
            return Mark("commitments", text, False)
        return Mark("commitments", "Every commitment has an owner and a date", True)

    def _next(self) -> tuple[Mark, ...]:
        if self.meeting.has_no_next:
            return (Mark("next", "No next conversation is planned", True),)
        following = [each for each in self.following if each]
        if not following:
            return (Mark("next", "Set the next conversation, or say that none is planned", False),)
        soonest = min(following, key=lambda each: each.starts_at)
        on = day(soonest.starts_at.date(), self.meeting.starts_at.date())
        settled = Mark("next", f"Next conversation on {on}", True)
        return (settled,) if soonest.held_on else (settled, _along(soonest, on))


def _is_unowned(commitment) -> bool:
    return commitment.is_open and not commitment.is_complete


def _along(following: Meeting, on: str) -> Mark:
    along = [each.person.name for each in following.ours if each.comes_along]
    if along:
        return Mark("along", f"{listing(along)} comes along", True)
    if following.is_just_us:
        return Mark("along", "Just us this time", True)
    return Mark("along", f"Name who comes along on {on}", False)
