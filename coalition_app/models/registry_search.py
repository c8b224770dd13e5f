"""Searches the registry while somebody types: what fits us best comes first.

Ranking all that holds a common word is slow. So where there are very many, candidates are taken in
tiers, from those near us and of our agenda to any, some of each; those are scored.
"""

import json
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
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
    beginning_of_city,
    mark,
)
from coalition_app.storage.dialect import each_number
from coalition_app.storage.full_text import words_of

ALL_AT_ONCE = 1000
OF_EACH_TIER = 300
ENTRY = RegistryEntry
_GIVEN = each_number(bindparam("ids", type_=String)).table_valued("value")
# Points: who is named so counts most, then who is near.
NAMED, EXACTLY, SAME_STATE, SAME_REGION, SAME_ZIP = 24, 6, 10, 4, 4
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
    def tiers(self) -> list[list[list[str]]]:
        """Marks of those that fit best, then of wider and wider circles; at last of any."""
        near = [[mark("zip", self.region)]] if self.region else []
        ours = [[mark("field", field) for field in sorted(self.fields)]] if self.fields else []
        state = [[mark("state", self.state)]] if self.state else []
        tiers = [[[mark("partner")]], [*near, *ours], near, [*state, *ours], state]
        return [*(tier for tier in tiers if tier), []]


def search(wanted: Wanted, ground: Ground, limit: int) -> list[RegistryEntry]:
    """The entries that fit best; those around us where nothing is wanted."""
    if wanted.is_unspeakable:
        return []
    with reading() as session:
        if not session:
            return []
        ids = list(session.scalars(matching(wanted, [], ALL_AT_ONCE)))
        if len(ids) == ALL_AT_ONCE or wanted.is_empty:
            ids = [
                id_
                for tier in ground.tiers
                for id_ in session.scalars(matching(wanted, tier, OF_EACH_TIER))
            ]
        return list(session.scalars(best(ids, wanted, ground, limit)))


def matching(wanted: Wanted, tier: list[list[str]], at_most: int) -> Select:
    """Ids, those that the index comes upon first."""
    marks = [*wanted.marks, *tier]
    return select(ENTRY.id).where(SEARCH.matching(wanted.text, at_most, marks))


def best(ids: list[int], wanted: Wanted, ground: Ground, limit: int) -> Select:
    found = select(ENTRY).where(ENTRY.id.in_(select(cast(_GIVEN.c.value, Integer))))
    found = found.params(ids=json.dumps(ids))
    points = score(wanted, ground).desc()
    return found.order_by(points, ENTRY.name, ENTRY.chapter, ENTRY.id).limit(limit)


def score(wanted: Wanted, ground: Ground) -> ColumnElement[int]:
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
    words = words_of(wanted.text)
    if words:
        points += [(_is_named(words, " {}"), NAMED), (_is_named(words, " {} "), EXACTLY)]
    return sum((case((is_so, worth), else_=0) for is_so, worth in points), literal(0))


def _is_one_of(kinds: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(ENTRY.tax_status.like(kind) for kind in kinds))


def _is_named(words: list[str], written: str) -> ColumnElement[bool]:
    """Each word stands so in the name, the chapter line, or how they are called besides."""
    return and_(*(ENTRY.named.contains(written.format(word), autoescape=True) for word in words))
