"""Who promised what by when, a page for each person, to be handed over or read out on the phone."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import day, full_day, plural
from coalition_app.models import Commitment, Local

NOBODY = "Nobody named yet"


@dataclass(frozen=True)
class Reminder:
    what: str
    organization: str
    due: str
    is_late: bool
    is_done: bool


@dataclass(frozen=True)
class Owner:
    name: str
    side: str
    phone: str
    reminders: tuple[Reminder, ...]


@dataclass(frozen=True)
class RemindersSheet(Sheet):
    template: ClassVar[str] = "documents/reminders.html"

    file_name: str
    local: str
    printed_on: str
    owners: tuple[Owner, ...]
    is_together: bool = False

    @classmethod
    def of(
        cls, commitments: list[Commitment], today: date, *, is_together: bool = False
    ) -> "RemindersSheet":
        """In the order given within each person; ours first, then by name. `is_together`: one list
        for the board, instead of a page for each person to hand out."""
        local = Local.current()
        ordered = sorted(commitments, key=_place)
        owners = tuple(
            _owner(list(group), today)
            for _, group in groupby(ordered, key=lambda each: _place(each))
        )
        about = owners[0].name if len(owners) == 1 else local.short_name
        return cls(
            file_name=file_name("Commitments", about, today),
            local=local.full_name,
            printed_on=full_day(today),
            owners=owners,
            is_together=is_together,
        )


def _place(commitment: Commitment) -> tuple:
    owner = commitment.owner
    return (
        not commitment.is_ours,
        owner is None,
        owner.sort_name if owner else "",
        owner and owner.id,
    )


def _owner(commitments: list[Commitment], today: date) -> Owner:
    first = commitments[0]
    return Owner(
        name=first.owner_name or NOBODY,
        side="We promised" if first.is_ours else "They promised us",
        phone=first.owner.dialed if first.owner else "",
        reminders=tuple(_reminder(each, today) for each in commitments),
    )


def _reminder(commitment: Commitment, today: date) -> Reminder:
    late = commitment.days_late(today)
    on = commitment.due_on
    due = f"{on:%a}, {day(on, today)}" if on else "no date"
    if late:
        due = f"{due}, {plural(late, 'day')} late"
    if not commitment.is_open:
        due = "kept" if commitment.kept_on else "dropped"
    return Reminder(
        what=commitment.what,
        organization=commitment.organization.full_name,
        due=due,
        is_late=bool(late),
        is_done=not commitment.is_open,
    )
