"""One month: its weeks from Monday to Sunday, each day with its meetings and what is due."""

import calendar
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import joinedload, selectinload

from coalition_app.extensions import db
from coalition_app.lib.day_words import NoSuchDay, months_later
from coalition_app.models import Commitment, Local, Meeting, MeetingParty

WEEK = calendar.Calendar(calendar.MONDAY)


@dataclass
class Day:
    date: date
    is_today: bool
    is_outside: bool
    meetings: list[Meeting]
    commitments: list[Commitment]
    gatherings: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.meetings or self.commitments or self.gatherings)


@dataclass
class Month:
    first: date
    weeks: list[list[Day]]

    @classmethod
    def of(cls, first: date, today: date) -> "Month":
        dates = list(WEEK.itermonthdates(first.year, first.month))
        meetings = _by_day(_meetings(dates[0], dates[-1]), lambda each: each.starts_at.date())
        due = _by_day(_commitments(dates[0], dates[-1]), lambda each: each.due_on)
        ours = _gatherings()
        days = [
            Day(each, each == today, each.month != first.month, meetings[each], due[each])
            for each in dates
        ]
        for day in days:
            day.gatherings = [words for on, words in ours if on == day.date]
        return cls(first, [days[at : at + 7] for at in range(0, len(days), 7)])

    @property
    def days(self) -> list[Day]:
        return [day for week in self.weeks for day in week]

    @property
    def is_empty(self) -> bool:
        return all(day.is_empty for day in self.days)

    @property
    def before(self) -> str:
        return self._other(-1)

    @property
    def after(self) -> str:
        return self._other(1)

    def _other(self, step: int) -> str:
        """'2026-04'; empty past the years that anybody plans in."""
        try:
            return months_later(self.first, step).strftime("%Y-%m")
        except NoSuchDay:
            return ""


def _meetings(first: date, last: date) -> list[Meeting]:
    parties = selectinload(Meeting.parties).joinedload(MeetingParty.organization)
    return list(db.session.scalars(Meeting.between(first, last + timedelta(1)).options(parties)))


def _commitments(first: date, last: date) -> list[Commitment]:
    due = Commitment.open().where(Commitment.due_on.between(first, last))
    shown = joinedload(Commitment.organization), joinedload(Commitment.owner)
    return list(db.session.scalars(due.options(*shown)))


def _gatherings() -> list[tuple[date | None, str]]:
    """When our own board and membership meet."""
    local = Local.current()
    if local is None:
        return []
    dates = (local.next_board_on, "Our board meets"), (local.next_membership_on, "Our members meet")
    return [(on, words) for on, words in dates if on]


def _by_day(records: list, day_of) -> defaultdict[date, list]:
    days = defaultdict(list)
    for record in records:
        days[day_of(record)].append(record)
    return days
