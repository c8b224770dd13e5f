"""The planned meetings that lie ahead, as Today shows them beside their packets."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache

from sqlalchemy import Select, bindparam, select

from coalition_app.extensions import db
from coalition_app.lib.names import full_name
from coalition_app.models.meeting import Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.within import recall, tables_read


@dataclass
class Coming:
    id: int
    starts_at: datetime
    printed_on: date | None
    organizations: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"meeting-{self.id}"

    @property
    def title(self) -> str:
        return ", ".join(self.organizations)


def meetings_coming(now: datetime, until: datetime) -> list[Coming]:
    """The soonest first, with one query."""
    key = ("coming", now.date(), until.date())
    found = recall(*key, find=lambda: _find(now, until), of=tables_read(_statement()))
    return [each for each in found if each.starts_at > now]


def _find(now: datetime, until: datetime) -> list[Coming]:
    midnight = datetime.combine(now.date(), datetime.min.time())
    ends = datetime.combine(until.date(), datetime.max.time())
    rows = db.session.connection().execute(_statement(), {"now": midnight, "until": ends})
    found: dict[int, Coming] = {}
    for id_, starts_at, printed_on, name, chapter in rows.all():
        meeting = found.setdefault(id_, Coming(id_, starts_at, printed_on))
        meeting.organizations.append(full_name(name, chapter))
    return list(found.values())


@cache
def _statement() -> Select:
    return (
        select(
            Meeting.id,
            Meeting.starts_at,
            Meeting.packet_printed_on,
            Organization.name,
            Organization.chapter,
        )
        .join(MeetingParty, MeetingParty.meeting_id == Meeting.id)
        .join(Organization, Organization.id == MeetingParty.organization_id)
        .where(
            Meeting.held_on.is_(None),
            Meeting.canceled_on.is_(None),
            Meeting.starts_at.between(bindparam("now"), bindparam("until")),
        )
        .order_by(Meeting.starts_at, Meeting.id, MeetingParty.id)
    )
