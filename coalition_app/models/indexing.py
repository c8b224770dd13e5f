"""Keeps the search index true: what a flush writes is found within the same transaction.

Rows written past the session (an import's bulk inserts, a merge's updates) are taken up by
`reindex`; call it before the commit.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Select, event, inspect, select
from sqlalchemy.orm import Session

from coalition_app.extensions import db
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.commitment import Commitment
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.letter import Letter
from coalition_app.models.meeting import Meeting, MeetingParty
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.question import Answer
from coalition_app.models.searchable import CALLED, INDEXES
from coalition_app.storage.search_index import GIVEN_IDS

Noun = type[db.Model]

# Rows that are no record of their own belong to the record that their key names.
PARTS = {
    ContactPoint: {"organization_id": Organization, "person_id": Person},
    Affiliation: {"person_id": Person},
    MeetingParty: {"meeting_id": Meeting},
    Answer: {"meeting_id": Meeting},
}
# A change of these is told again by whatever is found by its name: the rows and their key.
RETOLD = {
    Organization: [*(column.key for column in CALLED), "started_on"],
    Person: ["name"],
}
RETELLERS = {
    Organization: {
        Person: (Affiliation.person_id, Affiliation.organization_id),
        Meeting: (MeetingParty.meeting_id, MeetingParty.organization_id),
        Commitment: (Commitment.id, Commitment.organization_id),
        Letter: (Letter.id, Letter.organization_id),
    },
    Person: {Letter: (Letter.id, Letter.recipient_id)},
}


def reindex(noun: Noun, ids: Iterable[int] | Select | None = None) -> None:
    """The rows of these ids and whatever is found by their names; or all rows of the noun."""
    connection = db.session.connection()
    if ids is None:
        INDEXES[noun].remake(connection)
    else:
        found = set(connection.scalars(ids) if isinstance(ids, Select) else ids)
        _renew(db.session, {noun: found}, {noun: found} if noun in RETELLERS else {})


@event.listens_for(db.session, "after_flush")
def take_up(session: Session, _context: object) -> None:
    """What this flush wrote."""
    touched, retold = defaultdict(set), defaultdict(set)
    for record in (*session.new, *session.dirty, *session.deleted):
        noun = type(record)
        if noun in INDEXES:
            touched[noun].add(record.id)
        if record not in session.new and _is_called_otherwise(record):
            retold[noun].add(record.id)
        for key, whole in PARTS.get(noun, {}).items():
            touched[whole].update(_values(record, key))
    _renew(session, touched, retold)


def _renew(session: Session, touched: dict[Noun, set[int]], retold: dict[Noun, set[int]]) -> None:
    connection = session.connection()
    found = defaultdict(set, touched)
    for noun, ids in retold.items():
        given = {"ids": json.dumps(sorted(ids))}
        for reteller, (key, named) in RETELLERS[noun].items():
            theirs = select(key).where(named.in_(GIVEN_IDS))
            found[reteller].update(connection.scalars(theirs, given))
    for noun, ids in found.items():
        INDEXES[noun].renew(connection, ids)


def _is_called_otherwise(record: db.Model) -> bool:
    attributes = inspect(record).attrs
    return any(attributes[key].history.has_changes() for key in RETOLD.get(type(record), ()))


def _values(record: db.Model, key: str) -> Iterator[int]:
    """Which ids the key names now, and named before."""
    history = inspect(record).attrs[key].history
    for value in (*history.sum(), *history.deleted):
        if value is not None:
            yield value
