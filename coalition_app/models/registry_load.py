"""Takes a registry's file in: adds what is new, changes what differs, removes what is gone."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import blake2b
from itertools import islice
from operator import attrgetter

from sqlalchemy import Connection, delete, func, insert, select

from coalition_app.lib.registry_record import Record
from coalition_app.models.organization import Organization
from coalition_app.models.registry_entry import SEARCH, RegistryEntry, id_of
from coalition_app.models.registry_file import RegistryFile
from coalition_app.models.registry_marks import ZIP, marks_of
from coalition_app.storage.full_text import searchable
from coalition_app.storage.new_rows import write_rows
from coalition_app.storage.search_index import GIVEN_IDS

AT_ONCE = 2000
TABLE = RegistryEntry.__table__
STORED = select(TABLE.c.id, TABLE.c.print, TABLE.c.filed).where(TABLE.c.id.in_(GIVEN_IDS))
REMOVAL = delete(TABLE).where(TABLE.c.id.in_(GIVEN_IDS))
AS_TOLD = [name for name in Record._fields if name in TABLE.c]
COLUMNS = (*AS_TOLD, "id", "twin_key", "partner", "named", "more", "print")
as_told = attrgetter(*AS_TOLD)
WHOLE = "%s\t" * len(Record._fields)
PARTNERS = tuple(
    (name.lower(), name)
    for partner, _, former, _ in Organization.NATIONAL_PARTNERS
    for name in (partner, former)
    if name
)


@dataclass
class Loaded:
    """How many rows and entries the file had, what they changed; `parts` are (source, part)."""

    count: int = 0
    entries: int = 0
    added: int = 0
    changed: int = 0
    gone: int = 0
    parts: set[tuple[str, str]] = field(default_factory=set)


def load(
    connection: Connection,
    records: Iterable[Record],
    now: datetime,
    tell: Callable[[int], None] = lambda _: None,
) -> Loaded:
    """Within the caller's transaction; `tell` is told how many rows are done, and may raise."""
    loading = Loading(connection)
    for portion in _portions(records):
        loading.take(portion)
        tell(loading.loaded.count)
    loading.remove_what_is_gone()
    loading.end(now)
    return loading.loaded


class Loading:
    """An empty registry is indexed at once in the end, a filled one row by row."""

    def __init__(self, connection: Connection) -> None:
        self.connection, self.loaded = connection, Loaded()
        self.seen: set[int] = set()
        self.is_first = connection.scalar(select(func.count()).select_from(RegistryFile)) == 0

    def take(self, records: list[Record]) -> None:
        newest = self._newest_of_each(records)
        prints = {id_: _fingerprint(record) for id_, record in newest.items()}
        found = self.connection.execute(STORED, {"ids": json.dumps(list(newest))})
        stored = {row.id: row for row in found}
        new = [id_ for id_ in newest if id_ not in stored]
        changed = [
            id_
            for id_, old in stored.items()
            if prints[id_] != old.print and newest[id_].filed >= old.filed
        ]
        again = self.seen.intersection(changed)
        self._forget(changed)
        self._write({id_: _row(id_, newest[id_], prints[id_]) for id_ in (*new, *changed)})
        self.seen.update(newest)
        self.loaded.entries = len(self.seen)
        self.loaded.count += len(records)
        self.loaded.added += len(new)
        self.loaded.changed += len(changed) - len(again)

    def _newest_of_each(self, records: list[Record]) -> dict[int, Record]:
        newest: dict[int, Record] = {}
        for record in records:
            id_ = id_of(record)
            self.loaded.parts.add((record.source, record.part))
            if id_ not in newest or record.filed >= newest[id_].filed:
                newest[id_] = record
        return newest

    def _write(self, rows: dict[int, tuple]) -> None:
        write_rows(self.connection, TABLE, COLUMNS, list(rows.values()))
        if not self.is_first:
            SEARCH.take_up(self.connection, list(rows))

    def _forget(self, ids: list[int]) -> None:
        if not self.is_first:
            SEARCH.forget(self.connection, ids)
        if ids:
            self.connection.execute(REMOVAL, {"ids": json.dumps(ids)})

    def remove_what_is_gone(self) -> None:
        """What stood in an earlier file of the same state or year, and stands in none now."""
        for source, part in self.loaded.parts:
            there = select(TABLE.c.id).where(TABLE.c.source == source, TABLE.c.part == part)
            gone = [id_ for id_ in self.connection.scalars(there) if id_ not in self.seen]
            for start in range(0, len(gone), AT_ONCE):
                self._forget(gone[start : start + AT_ONCE])
            self.loaded.gone += len(gone)

    def end(self, now: datetime) -> None:
        """Notes what is there of each state and year: a row may have moved from one to another."""
        if self.is_first:
            SEARCH.rebuild(self.connection)
        elif self.loaded.added or self.loaded.changed:
            SEARCH.learn_words(self.connection)
        files = RegistryFile.__table__
        before = {(row.source, row.part): row.loaded_at for row in self._rows_of(files)}
        counted = select(TABLE.c.source, TABLE.c.part, func.count().label("entries_count"))
        parts = self.connection.execute(counted.group_by(TABLE.c.source, TABLE.c.part)).all()
        notes = [
            row._asdict() | {"loaded_at": now if key in self.loaded.parts else before[key]}
            for row in parts
            for key in [(row.source, row.part)]
        ]
        self.connection.execute(delete(files))
        self.connection.execute(insert(files), notes)

    def _rows_of(self, table) -> list:
        return self.connection.execute(select(table)).all()


def _portions(records: Iterable[Record]) -> Iterator[list[Record]]:
    remaining = iter(records)
    while portion := list(islice(remaining, AT_ONCE)):
        yield portion


def _row(id_: int, record: Record, fingerprint: int) -> tuple:
    """In the order of COLUMNS."""
    lowered = record.name.lower()
    partner = next((name for words, name in PARTNERS if words in lowered), "")
    parent = record.parent_name if record.parent_name != record.name else ""
    named = searchable(f"{record.name} {record.chapter} {parent} {record.also}")
    route = record.postal_code[ZIP:]  # the ZIP itself is a mark
    told = searchable(f"{record.contact} {record.city} {route} {_numbers(record)}")
    return (
        *as_told(record),
        id_,
        _twin_key(record),
        partner,
        f" {named} ",  # each word stands between spaces
        f"{told} {marks_of(record, partner)}",
        fingerprint,
    )


def _twin_key(record: Record) -> str:
    """'CT CWA 1298': state, union and number together tell a local."""
    if not (record.state and record.union and record.local_number):
        return ""
    return f"{record.state} {record.union} {record.local_number}"


def _numbers(record: Record) -> str:
    """An EIN is typed with a hyphen or without."""
    if record.filed:
        return str(record.number)
    return f"{record.number:09d} {record.number % 10_000_000:07d}"


def _fingerprint(record: Record) -> int:
    told = (WHOLE % record).encode()
    return int.from_bytes(blake2b(told, digest_size=8).digest(), signed=True)
