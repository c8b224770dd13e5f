"""Searches the registry while somebody types: what fits us best comes first.

Ranking all that holds a common word is slow. So where there are very many, candidates are taken
from circles around us, in each those of our agenda as well, some of each; those are scored.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    literal,
    or_,
    select,
)

from coalition_app.extensions import db
from coalition_app.lib.agenda_fields import fields_in
from coalition_app.models.issue import Issue
from coalition_app.models.local import Local
from coalition_app.models.registry_entry import SEARCH, RegistryEntry
from coalition_app.models.registry_file import reading
from coalition_app.models.registry_marks import (
    INCOMES,
    MEMBERS,
    REGION,
    ZIP,
    asked_for,
    beginning_of_city,
    mark,
)
from coalition_app.storage.full_text import Groups, words_of
from coalition_app.storage.search_index import GIVEN_IDS

ALL_AT_ONCE = 1000
OF_EACH = 300
ENTRY = RegistryEntry
# Points: who is named so counts most, then who is near.
IN_NAMES = {"begun": 24, "whole": 6}
SAME_STATE, SAME_REGION, SAME_ZIP = 10, 4, 4
PARTNER, OUR_FIELD, ENDED = 8, 5, -50
JOINS, JOINS_NOT = 3, -5  # by what it is: those that people join, and funds that nobody does
THOSE_WHO_JOIN = ("501(c)(5) union", "%civic league", "%neighborhood%")
THOSE_WHO_DO_NOT = ("%foundation", "%fund", "%trust", "%hospital", "%cemetery", "%corporation")


@dataclass(frozen=True)
class Wanted:
    """What is looked for; what is empty does not narrow. `place`: a city or a ZIP's beginning."""

    text: str = ""
    place: str = ""
    state: str = ""
    kind: str = ""
    field: str = ""
    parent: str = ""
    members: int = 0
    income: int = 0

    @property
    def marks(self) -> list[list[str]]:
        marks = [
            [mark(name, getattr(self, name))]
            for name in ("state", "kind", "field", "parent", "members", "income")
            if getattr(self, name)
        ]
        if self.place:
            is_zip = self.place[0].isdecimal()
            marks.append(
                [mark("zip", self.place[:ZIP]) if is_zip else beginning_of_city(self.place)]
            )
        return marks

    @property
    def is_empty(self) -> bool:
        return not self.marks and not self.text.strip()

    @property
    def is_unspeakable(self) -> bool:
        """Signs only: no name holds them."""
        return bool(self.text.strip()) and not words_of(self.text)


class Ground(NamedTuple):
    """Where we stand: what fits is what is near and works on what we work on."""

    postal_code: str = ""
    state: str = ""
    fields: frozenset[str] = frozenset()

    @classmethod
    def of(cls, local: Local | None) -> "Ground":
        words = list(db.session.scalars(select(Issue.name).where(Issue.is_ours)))
        if local is None:
            return cls(fields=fields_in(words))
        return cls(local.postal_code, local.state, fields_in([*words, local.agenda]))

    @property
    def region(self) -> str:
        return self.postal_code[:REGION]

    @property
    def circles(self) -> list[Groups]:
        """Marks of those around us; of everybody where we do not know where we are."""
        near = [[mark("zip", self.region)]] if self.region else []
        state = [[mark("state", self.state)]] if self.state else []
        return [circle for circle in (near, state) if circle] or [[]]

    @property
    def ours(self) -> Groups:
        """Marks of those who work on what we work on."""
        return [[mark("field", field) for field in sorted(self.fields)]] if self.fields else []


def search(wanted: Wanted, ground: Ground, limit: int) -> list[RegistryEntry]:
    """The entries that fit best; those around us where nothing is wanted."""
    if wanted.is_unspeakable:
        return []
    with reading() as session:
        if not session:
            return []
        ids = candidates(session.connection(), wanted, ground)
        if not ids:
            return []
        words = words_of(wanted.text)
        given = {"ids": json.dumps(ids), "most": limit} | spelled_in_names(words)
        return list(session.scalars(best(ground, len(words)), given))


def candidates(connection: Connection, wanted: Wanted, ground: Ground) -> list[int]:
    """All that are wanted, or where these are very many, some of each circle around us."""
    groups = SEARCH.spelled(connection, asked_for(wanted.text, wanted.marks))
    ids = SEARCH.ids(connection, groups, ALL_AT_ONCE)
    if groups and len(ids) < ALL_AT_ONCE:
        return ids
    found = ids[:OF_EACH] + SEARCH.ids(connection, [*groups, [mark("partner")]], OF_EACH)
    for circle in ground.circles:
        around = [*(group for group in groups if not _is_told_by(circle, group)), *circle]
        within = SEARCH.ids(connection, around, OF_EACH)
        found += within
        is_whole = circle and len(within) < OF_EACH
        if ground.ours and not (is_whole or wanted.field):
            found += SEARCH.ids(connection, [*around, *ground.ours], OF_EACH)
    return found


def _is_told_by(circle: Groups, group: list[str]) -> bool:
    """Whoever has ZIP 065 has 06: to ask for both takes longer."""
    return len(group) == 1 and any(marks[0].startswith(group[0]) for marks in circle)


@lru_cache(maxsize=100)
def best(ground: Ground, words_count: int) -> Select:
    """Of `ids` the `most` that fit best. Building it takes as long as asking SQLite with it."""
    found = select(ENTRY).where(ENTRY.id.in_(GIVEN_IDS))
    points = score(ground, words_count).desc()
    ordered = found.order_by(points, ENTRY.name, ENTRY.chapter, ENTRY.id)
    return ordered.limit(bindparam("most", type_=Integer))


def score(ground: Ground, words_count: int) -> ColumnElement[int]:
    """In points; who holds every word in the name itself stands above all others."""
    points = [(ENTRY.partner != "", PARTNER), (ENTRY.has_ended, ENDED)]
    if ground.fields:
        points.append((ENTRY.field.in_(sorted(ground.fields)), OUR_FIELD))
    if ground.region:
        points.append((ENTRY.postal_code.startswith(ground.postal_code[:5]), SAME_ZIP))
        points.append((ENTRY.postal_code.startswith(ground.region), SAME_REGION))
    if ground.state:
        points.append((ENTRY.state == ground.state, SAME_STATE))
    points += [(ENTRY.members >= least, 1) for least in MEMBERS]
    points += [(ENTRY.income >= least, 1) for least in INCOMES]
    points += [(_is_one_of(THOSE_WHO_JOIN), JOINS), (_is_one_of(THOSE_WHO_DO_NOT), JOINS_NOT)]
    if words_count:
        points += [(_are_in_name(how, words_count), worth) for how, worth in IN_NAMES.items()]
    return sum((case((is_so, worth), else_=0) for is_so, worth in points), literal(0))


def _is_one_of(kinds: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(ENTRY.tax_status.like(kind) for kind in kinds))


def _are_in_name(how: str, words_count: int) -> ColumnElement[bool]:
    """Each word stands so in the name, the chapter line, or how they are called besides."""
    return and_(*(ENTRY.named.like(bindparam(f"{how}{at}")) for at in range(words_count)))


def spelled_in_names(words: list[str]) -> dict[str, str]:
    """Words are letters and digits, and stand between spaces."""
    beginning = {f"begun{at}": f"% {word}%" for at, word in enumerate(words)}
    return beginning | {f"whole{at}": f"% {word} %" for at, word in enumerate(words)}
