"""By which words each kind of record is found. Private notes are not among them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Row, Select, select

from coalition_app.lib.names import full_name
from coalition_app.lib.search_words import mark, of_names, of_reach, of_texts
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.commitment import Commitment
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.letter import KINDS as LETTER_KINDS
from coalition_app.models.letter import Letter
from coalition_app.models.meeting import Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.question import Answer
from coalition_app.storage.search_index import GIVEN_IDS, Document, SearchIndex

# What one works with now comes first; what is archived is found where it is asked for.
FIRST, ARCHIVED = "first", "archived"
CALLED = (
    Organization.name,
    Organization.chapter,
    Organization.acronym,
    Organization.nickname,
    Organization.former_names,
    Organization.archived_at,
)
ORGANIZATIONS = select(
    Organization.id,
    *CALLED,
    *(Organization.city, Organization.phone, Organization.email, Organization.website),
    *(Organization.ein, Organization.file_number, Organization.listed_contact),
    Organization.started_on,
).where(Organization.id.in_(GIVEN_IDS))
POINTS = select(ContactPoint.organization_id, ContactPoint.person_id, ContactPoint.value)
POINTS_OF_ORGANIZATIONS = POINTS.where(ContactPoint.organization_id.in_(GIVEN_IDS))
POINTS_OF_PEOPLE = POINTS.where(ContactPoint.person_id.in_(GIVEN_IDS))
PEOPLE = select(
    *(Person.id, Person.name, Person.sort_name, Person.preferred_name, Person.phone, Person.email),
    *(Person.city, Person.office, Person.worksite, Person.is_ours, Person.archived_at),
).where(Person.id.in_(GIVEN_IDS), Person.forgotten_on.is_(None))
ROLES = (
    select(Affiliation.person_id, Affiliation.ended_on, Organization.started_on, *CALLED)
    .join(Affiliation.organization)
    .where(Affiliation.person_id.in_(GIVEN_IDS))
)
MEETINGS = select(
    *(Meeting.id, Meeting.place, Meeting.notes, Meeting.held_on, Meeting.canceled_on)
).where(Meeting.id.in_(GIVEN_IDS))
PARTIES = (
    select(MeetingParty.meeting_id, *CALLED)
    .join(MeetingParty.organization)
    .where(MeetingParty.meeting_id.in_(GIVEN_IDS))
)
ANSWERS = select(Answer.meeting_id, Answer.text).where(Answer.meeting_id.in_(GIVEN_IDS))
COMMITMENTS = (
    select(Commitment.id, Commitment.what, Commitment.kept_on, Commitment.dropped_on, *CALLED)
    .join(Commitment.organization)
    .where(Commitment.id.in_(GIVEN_IDS))
)
LETTERS = (
    select(
        *(Letter.id, Letter.kind, Letter.subject, Letter.salutation, Letter.body, Letter.sent_on),
        *(Person.name.label("recipient"), *CALLED),
    )
    .outerjoin(Letter.organization)
    .outerjoin(Letter.recipient)
    .where(Letter.id.in_(GIVEN_IDS))
)


def organizations(connection: Connection, ids: list[int]) -> Iterator[Document]:
    points = _by("organization_id", _rows(connection, POINTS_OF_ORGANIZATIONS, ids))
    for row in _rows(connection, ORGANIZATIONS, ids):
        reach = (row.phone, row.email, row.website, *(point.value for point in points[row.id]))
        more = (of_texts(row.city, row.ein, row.file_number, row.listed_contact), of_reach(*reach))
        marks = _marks(row.archived_at is not None, row.started_on is not None)
        yield Document(row.id, f"{_called(row)} {marks}", " ".join(more))


def people(connection: Connection, ids: list[int]) -> Iterator[Document]:
    points = _by("person_id", _rows(connection, POINTS_OF_PEOPLE, ids))
    roles = _by("person_id", _rows(connection, ROLES, ids))
    for row in _rows(connection, PEOPLE, ids):
        reach = (row.phone, row.email, *(point.value for point in points[row.id]))
        theirs = roles[row.id]
        texts = of_texts(row.city, row.office, row.worksite, *map(_called_in_words, theirs))
        names = of_names(row.name, row.preferred_name, row.sort_name)
        marks = _marks(row.archived_at is not None, row.is_ours or any(map(_is_close, theirs)))
        yield Document(row.id, f"{names} {marks}", f"{texts} {of_reach(*reach)}")


def meetings(connection: Connection, ids: list[int]) -> Iterator[Document]:
    parties = _by("meeting_id", _rows(connection, PARTIES, ids))
    answers = _by("meeting_id", _rows(connection, ANSWERS, ids))
    for row in _rows(connection, MEETINGS, ids):
        with_whom = parties[row.id]
        names = " ".join([*map(_called, with_whom), of_names(row.place)])
        is_gone = bool(with_whom) and all(party.archived_at for party in with_whom)
        marks = _marks(is_gone, row.held_on is None and row.canceled_on is None)
        said = of_texts(row.notes, *(answer.text for answer in answers[row.id]))
        yield Document(row.id, f"{names} {marks}", said)


def commitments(connection: Connection, ids: list[int]) -> Iterator[Document]:
    for row in _rows(connection, COMMITMENTS, ids):
        is_open = row.kept_on is None and row.dropped_on is None
        marks = _marks(row.archived_at is not None, is_open)
        yield Document(row.id, f"{of_names(row.what)} {marks}", of_texts(_called_in_words(row)))


def letters(connection: Connection, ids: list[int]) -> Iterator[Document]:
    for row in _rows(connection, LETTERS, ids):
        names = f"{_called(row)} {of_names(row.recipient)}"
        marks = _marks(row.archived_at is not None, row.sent_on is None)
        more = of_texts(LETTER_KINDS[row.kind], row.subject, row.salutation, row.body)
        yield Document(row.id, f"{names} {marks}", more)


def _rows(connection: Connection, statement: Select, ids: list[int]) -> Iterable[Row]:
    return connection.execute(statement, {"ids": json.dumps(ids)})


def _by(key: str, rows: Iterable[Row]) -> dict[int, list[Row]]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[getattr(row, key)].append(row)
    return grouped


def _called(organization: Row) -> str:
    """Full name, for a chapter is not the whole, and all else that it is or was called."""
    name = full_name(organization.name or "", organization.chapter or "")
    others = organization.acronym, organization.nickname, organization.former_names
    return of_names(name, *others)


def _called_in_words(organization: Row) -> str:
    return " ".join(getattr(organization, column.key) for column in CALLED[:-1])


def _is_close(role: Row) -> bool:
    """A current role in an organization that we started."""
    return role.ended_on is None and role.started_on is not None and role.archived_at is None


def _marks(is_archived: bool, is_first: bool) -> str:
    marks = {ARCHIVED: is_archived, FIRST: is_first}
    return " ".join(mark(word) for word, is_so in marks.items() if is_so)


INDEXES = {
    model: SearchIndex(model.__table__, documents)
    for model, documents in (
        (Organization, organizations),
        (Person, people),
        (Meeting, meetings),
        (Commitment, commitments),
        (Letter, letters),
    )
}
