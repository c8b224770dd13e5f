"""What needs us today: next actions of started organizations, commitments due, letters to send."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from coalition_app.models.due import SOON_DAYS, Draft, DueCommitment, commitments_due, drafts
from coalition_app.models.due_runs import DueRun, runs_waiting
from coalition_app.models.fact_finding import facts_of_started
from coalition_app.models.facts import Facts
from coalition_app.models.kept_actions import actions_at
from coalition_app.models.next_action import Action

Item = Action | DueCommitment | Draft | DueRun
WRITING = ("follow_up", "second_note")


@dataclass
class Agenda:
    """Late, today, within a week, and next steps without a day. Paused ones are silent."""

    now: datetime
    late: list[Item] = field(default_factory=list)
    today: list[Item] = field(default_factory=list)
    soon: list[Item] = field(default_factory=list)
    next_steps: list[Action] = field(default_factory=list)
    speaking: list[Facts] = field(default_factory=list)

    @classmethod
    def at(cls, now: datetime, is_printing: Callable[[], bool] = lambda: False) -> "Agenda":
        """Of everything that is on record, with a fixed number of queries."""
        facts = facts_of_started(now.date()).values()
        runs = runs_waiting(now, is_printing)
        return cls.of(facts, commitments_due(now.date()), now, drafts(), runs)

    @classmethod
    def of(
        cls,
        facts: Iterable[Facts],
        commitments: Iterable[DueCommitment],
        now: datetime,
        letters: Iterable[Draft] = (),
        runs: Iterable[DueRun] = (),
    ) -> "Agenda":
        """Of these alone; `now` as the local's wall clock shows it."""
        letters = list(letters)
        agenda, quiet, begun = cls(now), set(), _begun(letters)
        for each in facts:
            if each.is_paused:
                quiet.add(each.id)
            else:
                agenda._follow(each, begun)
        for commitment in commitments:
            if commitment.organization_id not in quiet:
                agenda._place_commitment(commitment)
        taken = {each.id for each in begun.values()}
        agenda.today += [*(each for each in letters if each.id not in taken), *runs]
        for each in (agenda.late, agenda.today, agenda.soon):
            each.sort(key=_day)
        return agenda

    @property
    def count(self) -> int:
        """How many things need us today."""
        return len(self.late) + len(self.today)

    @property
    def first(self) -> Item | None:
        """What to begin with."""
        return next(iter([*self.late, *self.today, *self.soon, *self.next_steps]), None)

    def find(self, key: str) -> Item | None:
        """What stands under this key, if it still needs us."""
        all_of_them = (*self.late, *self.today, *self.soon, *self.next_steps)
        return next((each for each in all_of_them if each.key == key), None)

    def _follow(self, facts: Facts, begun: dict[tuple, Draft]) -> None:
        self.speaking.append(facts)
        for action in actions_at(facts, self.now):
            letter = begun.get((action.organization_id, action.subject_id))
            if letter and action.kind in WRITING:
                action = _sending(action, letter)
            self._place(action, action.due_at)

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

    def _place_commitment(self, commitment: DueCommitment) -> None:
        """Ours late is late; theirs late is a reminder for today."""
        today = self.now.date()
        if commitment.due_on < today:
            (self.late if commitment.is_ours else self.today).append(commitment)
        elif commitment.is_ours:
            (self.today if commitment.due_on == today else self.soon).append(commitment)

    def _is_soon(self, on: date) -> bool:
        return on <= self.now.date() + timedelta(days=SOON_DAYS)


def _begun(letters: list[Draft]) -> dict[tuple, Draft]:
    """The follow-ups in draft, by organization and meeting."""
    return {
        (each.organization_id, each.meeting_id): each
        for each in letters
        if each.kind == "follow_up" and each.meeting_id
    }


def _sending(action: Action, letter: Draft) -> Action:
    """What is written already only has to go."""
    what = "second note" if action.kind == "second_note" else "follow-up letter"
    return replace(action, kind="send_letter", headline=f"Send the {what}", subject_id=letter.id)


def _day(item: Item) -> date:
    return item.day
