"""Who helped whom: in total, by organization, and what of ours is lent when."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import contains_eager, joinedload

from coalition_app.extensions import db
from coalition_app.models import Assistance, Organization


@dataclass
class Line:
    """Give and take with one organization; counts of acts, not of money."""

    organization: Organization | None = None
    we_gave: int = 0
    they_gave: int = 0
    we_promised: int = 0
    they_promised: int = 0
    last_on: date | None = None
    turnouts: list[str] = field(default_factory=list)

    def add(self, assistance: Assistance) -> None:
        given, promised = assistance.state == "given", assistance.is_open
        self.we_gave += given and assistance.we_give
        self.they_gave += given and not assistance.we_give
        self.we_promised += promised and assistance.we_give
        self.they_promised += promised and not assistance.we_give
        on = assistance.settled_on or assistance.offered_on
        self.last_on = max(self.last_on or on, on)
        if assistance.turnout:
            self.turnouts.append(assistance.turnout)

    @property
    def balance(self) -> int:
        """More than 0: we gave more often than they."""
        return self.we_gave - self.they_gave


@dataclass
class Loan:
    assistance: Assistance
    times: int
    """How often the same is lent on that day."""
    is_past: bool


@dataclass
class Ledger:
    total: Line
    lines: list[Line]
    loans: list[Loan]

    @classmethod
    def of_all(cls, today: date) -> "Ledger":
        """Two queries, however many organizations there are."""
        with_names = joinedload(Assistance.organization), joinedload(Assistance.commitment)
        total, lines = Line(), {}
        for each in db.session.scalars(Assistance.with_all().options(*with_names)):
            if each.state != "nothing_needed":
                total.add(each)
                lines.setdefault(each.organization_id, Line(each.organization)).add(each)
        ordered = sorted(lines.values(), key=lambda line: line.last_on, reverse=True)
        return cls(total, ordered, _loans(today))


def _loans(today: date) -> list[Loan]:
    with_names = joinedload(Assistance.organization), contains_eager(Assistance.commitment)
    lent = list(db.session.scalars(Assistance.lent().options(*with_names)))
    days = Counter((each.resource_id, each.commitment.due_on) for each in lent)
    return [
        Loan(
            each,
            times=days[each.resource_id, on] if (on := each.commitment.due_on) else 1,
            is_past=bool(on) and on < today,
        )
        for each in lent
    ]
