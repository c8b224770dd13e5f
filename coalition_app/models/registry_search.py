"""Searches the registry while somebody types: what fits us best comes first.

Ranking all that holds a common word is slow. So candidates are taken in tiers, from those near us
and of our agenda to any, some of each; those are scored, and the best are shown.
"""

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, and_, case, literal, or_, select, union

from coalition_app.extensions import db
from coalition_app.lib.agenda_fields import fields_in
from coalition_app.lib.folding import fold
from coalition_app.models.issue import Issue
from coalition_app.models.local import Local
from coalition_app.models.registry_entry import SEARCH, RegistryEntry
from coalition_app.models.registry_file import reading
from coalition_app.models.registry_marks import INCOMES, MEMBERS, mark, whole
from coalition_app.storage.dialect import folded
from coalition_app.storage.full_text import words_of

OF_EACH_TIER = 300
NEAR = 3  # digits of a ZIP that one region shares
ENTRY = RegistryEntry
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
            [whole(name, getattr(self, name))]
            for name in ("state", "kind", "field", "parent", "members", "income")
            if getattr(self, name)
        ]
        if self.place:
            marks.append([mark("zip" if self.place[0].isdecimal() else "city", self.place)])
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
        return self.postal_code[:NEAR]

    @property
    def tiers(self) -> list[list[list[str]]]:
        """Marks of those that fit best, then of wider and wider circles; at last of any."""
        near = [[mark("zip", self.region)]] if len(self.region) == NEAR else []
        ours = [[whole("field", field) for field in sorted(self.fields)]] if self.fields else []
        state = [[whole("state", self.state)]] if self.state else []
        tiers = [[[whole("partner", "")]], [*near, *ours], near, [*state, *ours], state]
        return [*(tier for tier in tiers if tier), []]


def search(wanted: Wanted, ground: Ground, limit: int) -> list[RegistryEntry]:
    """The entries that fit best; those around us where nothing is wanted."""
    if wanted.is_unspeakable:
        return []
    with reading() as session:
        return list(session.scalars(statement(wanted, ground, limit))) if session else []


def statement(wanted: Wanted, ground: Ground, limit: int) -> Select:
    found = select(ENTRY).where(ENTRY.id.in_(_candidates(wanted, ground)))
    best = score(wanted, ground).desc()
    return found.order_by(best, ENTRY.name, ENTRY.chapter, ENTRY.id).limit(limit)


def _candidates(wanted: Wanted, ground: Ground) -> Select:
    tiers = ground.tiers if not wanted.is_empty else ground.tiers[:-1]
    return union(
        *(
            select(ENTRY.id).where(
                SEARCH.matching(wanted.text, OF_EACH_TIER, [*wanted.marks, *tier])
            )
            for tier in tiers
        )
    )


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
    words = [fold(word) for word in words_of(wanted.text)]
    if words:
        points += [(_is_named(words, " {}"), NAMED), (_is_named(words, " {} "), EXACTLY)]
    return sum((case((is_so, worth), else_=0) for is_so, worth in points), literal(0))


def _is_one_of(kinds: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(ENTRY.tax_status.like(kind) for kind in kinds))


def _is_named(words: list[str], written: str) -> ColumnElement[bool]:
    """Each word stands so in the name, the chapter line, or how they are called besides."""
    named = (ENTRY.name, ENTRY.chapter, ENTRY.parent_name, ENTRY.also, "")
    name = folded(sum((literal(" ") + part for part in named), literal("")))
    return and_(*(name.contains(written.format(word), autoescape=True) for word in words))
