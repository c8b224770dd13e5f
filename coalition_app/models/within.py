"""Statements about a set of organizations, each built once and kept.

Building such a statement takes up to twenty times as long as asking SQLite with it.
"""

import json
import re
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import TypeVar

from sqlalchemy import CursorResult, Integer, Select, String, bindparam, cast, select
from sqlalchemy.sql import Executable

from coalition_app.extensions import db
from coalition_app.models.organization import Organization
from coalition_app.storage.dialect import each_number
from coalition_app.storage.memory import Tables, remembered

Found = TypeVar("Found")
Build = Callable[[Select], Executable]

# In the order of their index: without it, SQLite would look through all organizations in view.
_STARTED = (
    select(Organization.id)
    .where(Organization.started_on.is_not(None), Organization.archived_at.is_(None))
    .order_by(Organization.lead_id)
)
_GIVEN = each_number(bindparam("ids", type_=String)).table_valued("value")
_OF_IDS = select(cast(_GIVEN.c.value, Integer).label("id"))


class Within:
    """Which organizations are meant."""

    def __init__(self, ids: Iterable[int], *, is_whole: bool = False):
        self.ids, self.is_whole = json.dumps(list(ids)), is_whole

    @classmethod
    def started(cls) -> "Within":
        """Every started one in view."""
        db.session.flush()
        return recall("started", find=_started, of=tables_read(_STARTED))

    def ask(self, build: Build, **values) -> CursorResult:
        """What the statement finds that `build` makes of the select of the ids."""
        return db.session.connection().execute(_built(build), {"ids": self.ids, **values})

    def rows(self, build: Build, **values) -> list[tuple]:
        """The same, and of all started ones kept until the tables that it reads change."""

        def find() -> list[tuple]:
            return list(map(tuple, self.ask(build, **values).all()))

        if not self.is_whole:
            return find()
        key = (build, self.ids, *values.values())
        return recall(*key, find=find, of=tables_read(_built(build)))

    def rows_by_id(self, build: Build, **values) -> dict[int, tuple]:
        return {row[0]: row for row in self.rows(build, **values)}

    def part(self, ids: Iterable[int]) -> "Within":
        """Records of theirs, asked for with them."""
        return Within(ids, is_whole=self.is_whole)

    def recall(self, *key: Hashable, find: Callable[[], Found]) -> Found:
        """What `find` gives for them, from earlier if nothing was written since."""
        return recall(self.ids, *key, find=find)


def recall(*key: Hashable, find: Callable[[], Found], of: Tables = None) -> Found:
    """What `find` gives, from earlier if nothing was written since to the tables that it reads.

    Nobody may change it.
    """
    return remembered(db.session.connection(), key, find, of)


@cache
def tables_read(*statements: Executable) -> frozenset[str]:
    """By their names in it: one that is only a word of it too many does no harm."""
    words = {
        word for each in statements for word in re.findall(r"\w+", str(each.compile(db.engine)))
    }
    return frozenset(words & set(db.metadatas[None].tables))


def _started() -> Within:
    return Within(db.session.connection().execute(_STARTED).scalars(), is_whole=True)


@cache
def _built(build: Build) -> Executable:
    return build(_OF_IDS)
