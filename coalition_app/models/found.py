"""How a found record is told in one line: what it is called, and what tells it from others."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import Row, Select, select

from coalition_app.extensions import db
from coalition_app.lib.names import full_name
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.commitment import Commitment
from coalition_app.models.letter import KINDS as LETTER_KINDS
from coalition_app.models.letter import Letter
from coalition_app.models.meeting import KINDS as MEETING_KINDS
from coalition_app.models.meeting import Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.storage.search_index import GIVEN_IDS

NAME, CHAPTER = Organization.name, Organization.chapter


class Found(NamedTuple):
    """`state` and `on`: 'sent' on a day. `organization_id`: where it stands, if it has no page."""

    id: int
    name: str
    about: str
    state: str = ""
    on: date | None = None
    organization_id: int | None = None


ORGANIZATIONS = select(
    *(Organization.id, NAME, CHAPTER, Organization.kind, Organization.field, Organization.city),
    Organization.started_on,
).where(Organization.id.in_(GIVEN_IDS))
PEOPLE = select(
    *(Person.id, Person.name, Person.preferred_name, Person.is_ours, Person.office),
    *(Person.phone, Person.email, Person.do_not_call),
).where(Person.id.in_(GIVEN_IDS))
ROLES = (
    select(Affiliation.person_id, Affiliation.role, NAME, CHAPTER)
    .join(Affiliation.organization)
    .where(Affiliation.person_id.in_(GIVEN_IDS), Affiliation.ended_on.is_(None))
    .order_by(Affiliation.is_primary, Affiliation.id.desc())
)
MEETINGS = select(
    *(Meeting.id, Meeting.kind, Meeting.place, Meeting.starts_at, Meeting.canceled_on)
).where(Meeting.id.in_(GIVEN_IDS))
PARTIES = (
    select(MeetingParty.meeting_id, NAME, CHAPTER)
    .join(MeetingParty.organization)
    .where(MeetingParty.meeting_id.in_(GIVEN_IDS))
    .order_by(MeetingParty.id)
)
COMMITMENTS = (
    select(
        *(Commitment.id, Commitment.what, Commitment.is_ours, Commitment.due_on),
        *(Commitment.kept_on, Commitment.dropped_on, Commitment.organization_id, NAME, CHAPTER),
    )
    .join(Commitment.organization)
    .where(Commitment.id.in_(GIVEN_IDS))
)
LETTERS = (
    select(
        *(Letter.id, Letter.kind, Letter.sent_on, Letter.dated_on, NAME, CHAPTER),
        Person.name.label("recipient"),
    )
    .outerjoin(Letter.organization)
    .outerjoin(Letter.recipient)
    .where(Letter.id.in_(GIVEN_IDS))
)


def organizations(ids: list[int]) -> Iterable[Found]:
    for row in _rows(ORGANIZATIONS, ids):
        field = row.field if row.field != row.kind else ""
        started = "started" if row.started_on else "listed"
        yield Found(row.id, _full(row), _line(started, row.kind, field, row.city))


def people(ids: list[int]) -> Iterable[Found]:
    """With the first of their roles, and how to reach them."""
    roles = {row.person_id: _comma(row.role, _full(row)) for row in _rows(ROLES, ids)}
    for row in _rows(PEOPLE, ids):
        ours = _comma("ours", row.office) if row.is_ours else ""
        called = f" ({row.preferred_name})" if row.preferred_name else ""
        reach = "do not call" if row.do_not_call else row.phone or row.email
        about = _line(ours, roles.get(row.id, ""), reach)
        yield Found(row.id, row.name + called, about)


def meetings(ids: list[int]) -> Iterable[Found]:
    parties: dict[int, list[str]] = {}
    for row in _rows(PARTIES, ids):
        parties.setdefault(row.meeting_id, []).append(_full(row))
    for row in _rows(MEETINGS, ids):
        title = ", ".join(parties.get(row.id, ())) or MEETING_KINDS[row.kind].capitalize()
        state = "canceled," if row.canceled_on else ""
        about = _line(MEETING_KINDS[row.kind], row.place)
        yield Found(row.id, title, about, state, row.starts_at.date())


def commitments(ids: list[int]) -> Iterable[Found]:
    for row in _rows(COMMITMENTS, ids):
        about = _line("we will" if row.is_ours else "they will", _full(row))
        state, on = next(
            (state, on)
            for state, on in (
                ("kept", row.kept_on),
                ("dropped", row.dropped_on),
                ("by", row.due_on),
                ("", None),
            )
            if on or not state
        )
        yield Found(row.id, row.what, about, state, on, row.organization_id)


def letters(ids: list[int]) -> Iterable[Found]:
    for row in _rows(LETTERS, ids):
        state, on = ("sent", row.sent_on) if row.sent_on else ("draft of", row.dated_on)
        to = _full(row) or row.recipient or "nobody named"
        yield Found(row.id, to, LETTER_KINDS[row.kind], state, on)


def _rows(statement: Select, ids: list[int]) -> Iterable[Row]:
    return db.session.execute(statement, {"ids": json.dumps(ids)})


def _full(organization: Row) -> str:
    return full_name(organization.name or "", organization.chapter or "")


def _comma(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _line(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


TOLD: dict[type[db.Model], Callable[[list[int]], Iterable[Found]]] = {
    Organization: organizations,
    Person: people,
    Meeting: meetings,
    Commitment: commitments,
    Letter: letters,
}
