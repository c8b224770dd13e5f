"""What needs us today, from the next actions of started organizations and open commitments."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from coalition_app.models.commitment import Commitment
from coalition_app.models.facts import Facts
from coalition_app.models.next_action import Action, actions_of
from coalition_app.models.pathway import Pathway

SOON_DAYS = 7


@dataclass
class Agenda:
    """Late, today, within a week, and next steps without a day. Paused ones are silent."""

    now: datetime
    late: list[Action | Commitment] = field(default_factory=list)
    today: list[Action | Commitment] = field(default_factory=list)
    soon: list[Action | Commitment] = field(default_factory=list)
    next_steps: list[Action] = field(default_factory=list)
    paths: list[Pathway] = field(default_factory=list)

    @classmethod
    def of(cls, facts: list[Facts], commitments: list[Commitment], now: datetime) -> "Agenda":
        """`commitments`: the open ones, soonest first; later than a week ahead are left out."""
        agenda = cls(now)
        speaking = [each for each in facts if not each.is_paused]
        agenda.paths = [Pathway(each, now) for each in speaking]
        for path in agenda.paths:
            for action in actions_of(path):
                agenda._place(action, action.due_at)
        quiet = {each.id for each in facts if each.is_paused}
        for commitment in commitments:
            if commitment.organization_id not in quiet:
                agenda._place_commitment(commitment)
        agenda.late.sort(key=_due_day)
        agenda.today.sort(key=_due_day)
        agenda.soon.sort(key=_due_day)
        return agenda

    @property
    def count(self) -> int:
        """How many things need us today."""
        return len(self.late) + len(self.today)

    @property
    def first(self) -> Action | Commitment | None:
        """What to begin with."""
        return next(iter([*self.late, *self.today, *self.soon, *self.next_steps]), None)

    def _place(self, action: Action, due_at: datetime | None) -> None:
        if due_at is None:
            self.next_steps.append(action)
        elif due_at < self.now:
            self.late.append(action)
        elif due_at.date() == self.now.date():
            self.today.append(action)
        elif self._is_soon(due_at.date()):
            self.soon.append(action)
        elif action.kind not in ("wait", "stay_in_touch"):
            self.next_steps.append(action)

    def _place_commitment(self, commitment: Commitment) -> None:
        """Ours late is late; theirs late is a reminder for today."""
        today = self.now.date()
        if commitment.due_on is None:
            return
        if commitment.due_on < today:
            (self.late if commitment.is_ours else self.today).append(commitment)
        elif commitment.due_on == today and commitment.is_ours:
            self.today.append(commitment)
        elif self._is_soon(commitment.due_on) and commitment.is_ours:
            self.soon.append(commitment)

    def _is_soon(self, on: date) -> bool:
        return on <= self.now.date() + timedelta(days=SOON_DAYS)


def _due_day(item: Action | Commitment) -> date:
    return item.due_at.date() if isinstance(item, Action) else item.due_on
