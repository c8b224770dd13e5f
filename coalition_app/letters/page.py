"""What the pages of letters show beside the letter itself."""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property

from coalition_app.lib.wording import clock_time, near_day
from coalition_app.models import Action, Letter, Pathway, actions_of, facts_of, facts_of_started

OWED = ("follow_up", "second_note")


class LetterPage:
    def __init__(self, letter: Letter, now: datetime):
        self.letter, self.now = letter, now

    @property
    def due_at(self) -> datetime | None:
        """When a follow-up that has not gone yet is due."""
        meeting = self.letter.meeting
        owed = self.letter.kind == "follow_up" and not self.letter.is_sent
        return meeting.follow_up_due_at if owed and meeting and meeting.held_on else None

    @property
    def is_late(self) -> bool:
        return self.due_at is not None and self.due_at < self.now

    @property
    def due(self) -> str:
        """'due today 6:00 pm'."""
        if self.due_at is None:
            return ""
        on = near_day(self.due_at.date(), self.now.date())
        return f"{'was due' if self.is_late else 'due'} {on} {clock_time(self.due_at)}"

    @cached_property
    def asks_second_note(self) -> bool:
        """Whether commitments changed since this letter went."""
        letter = self.letter
        if letter.kind != "follow_up" or not letter.is_sent or letter.organization is None:
            return False
        path = Pathway(facts_of(letter.organization, self.now.date()), self.now)
        return any(
            action.kind == "second_note" and action.subject_id == letter.meeting_id
            for action in actions_of(path)
        )


def to_write(drafts: Iterable[Letter], now: datetime) -> list[Action]:
    """The letters that started organizations are waiting for, without those in draft."""
    begun = {(letter.organization_id, letter.meeting_id) for letter in drafts}
    facts = facts_of_started(now.date()).values()
    asked = (
        action
        for each in facts
        if not each.is_paused
        for action in actions_of(Pathway(each, now))
        if action.kind in OWED and (each.id, action.subject_id) not in begun
    )
    return sorted(asked, key=lambda action: action.due_at or now)
