"""What stands on Today beside the steps: commitments that are due, letters in draft.

Plain values, read by one statement each.
"""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, or_, select
from sqlalchemy.orm import aliased

from coalition_app.extensions import db
from coalition_app.lib.names import full_name
from coalition_app.models.commitment import Commitment
from coalition_app.models.letter import ABOUT_THEM, KINDS, Letter
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.within import recall, tables_read

SOON_DAYS = 7
REMINDED_DAYS = 7  # theirs, once reminded of, rest as long as a first nudge


class DueCommitment(NamedTuple):
    """An open commitment that is late or due within the week."""

    id: int
    organization_id: int
    organization: str
    what: str
    is_ours: bool
    owner: str
    due_on: date

    shape = "commitment"

    @property
    def key(self) -> str:
        return f"commitment-{self.id}"

    @property
    def day(self) -> date:
        return self.due_on


class Draft(NamedTuple):
    """A letter that is written and has not gone."""

    id: int
    organization_id: int | None
    organization: str
    kind: str
    recipient: str
    meeting_id: int | None
    dated_on: date
    is_printed: bool

    shape = "letter"

    @property
    def key(self) -> str:
        return f"letter-{self.id}"

    @property
    def title(self) -> str:
        return KINDS[self.kind]

    @property
    def to(self) -> str:
        return self.organization or self.recipient

    @property
    def joiner(self) -> str:
        """A request to introduce us is about the organization, not to it."""
        return "about" if self.kind in ABOUT_THEM else "to"

    @property
    def day(self) -> date:
        return self.dated_on


def commitments_due(today: date) -> list[DueCommitment]:
    """Of organizations that are started or met, the soonest first."""
    days = {"until": today + timedelta(days=SOON_DAYS), "today": today}
    days["reminded"] = today - timedelta(days=REMINDED_DAYS)
    statement = _due_statement()
    return recall(
        *("due", today),
        find=lambda: [_due(row) for row in _ask(statement, days)],
        of=tables_read(statement),
    )


def drafts() -> list[Draft]:
    """The oldest first. Those of a print run go together and are not told one by one."""
    statement = _draft_statement()
    return recall(
        "drafts",
        find=lambda: [_draft(row) for row in _ask(statement)],
        of=tables_read(statement),
    )


def _ask(statement: Select, values: dict | None = None) -> list:
    db.session.flush()
    return db.session.connection().execute(statement, values or {}).all()


def _due(row) -> DueCommitment:
    id_, organization_id, name, chapter, what, is_ours, owner, due_on = row
    return DueCommitment(
        id_, organization_id, full_name(name, chapter), what, is_ours, owner or "", due_on
    )


def _draft(row) -> Draft:
    id_, organization_id, name, chapter, kind, recipient, meeting_id, dated_on, printed_at = row
    return Draft(
        id_,
        organization_id,
        full_name(name, chapter) if name else "",
        kind,
        recipient or "",
        meeting_id,
        dated_on,
        printed_at is not None,
    )


@cache
def _due_statement() -> Select:
    return (
        select(
            Commitment.id,
            Commitment.organization_id,
            Organization.name,
            Organization.chapter,
            Commitment.what,
            Commitment.is_ours,
            Person.name,
            Commitment.due_on,
        )
        .join(Organization, Organization.id == Commitment.organization_id)
        .outerjoin(Person, Person.id == Commitment.owner_id)
        .where(
            Commitment.kept_on.is_(None),
            Commitment.dropped_on.is_(None),
            Organization.archived_at.is_(None),
            Commitment.due_on <= bindparam("until"),
            or_(Commitment.is_ours, _is_to_remind()),
        )
        .order_by(Commitment.due_on, Commitment.id)
    )


def _is_to_remind() -> ColumnElement[bool]:
    """Theirs, past their day, and not reminded of just now."""
    rests = Commitment.reminded_on > bindparam("reminded")
    return (Commitment.due_on < bindparam("today")) & (Commitment.reminded_on.is_(None) | ~rests)


@cache
def _draft_statement() -> Select:
    recipient = aliased(Person)
    return (
        select(
            Letter.id,
            Letter.organization_id,
            Organization.name,
            Organization.chapter,
            Letter.kind,
            recipient.name,
            Letter.meeting_id,
            Letter.dated_on,
            Letter.printed_at,
        )
        .outerjoin(Organization, Organization.id == Letter.organization_id)
        .outerjoin(recipient, recipient.id == Letter.recipient_id)
        .where(
            Letter.sent_on.is_(None),
            Letter.print_run_id.is_(None),
            Organization.archived_at.is_(None),
        )
        .order_by(Letter.dated_on, Letter.id)
    )
