"""Statements about a set of organizations, each built once and kept.

Building such a statement takes up to twenty times as long as asking SQLite with it.
"""

import json
from collections.abc import Callable, Hashable, Iterable
from functools import cache
from typing import TypeVar

from sqlalchemy import CursorResult, Integer, Select, String, bindparam, cast, select
from sqlalchemy.sql import Executable

from coalition_app.extensions import db
from coalition_app.models.organization import Organization
from coalition_app.storage.dialect import each_number
from coalition_app.storage.memory import remembered

Found = TypeVar("Found")

# In the order of their index: without it, SQLite would look through all organizations in view.
_STARTED = (
    select(Organization.id)
    .where(Organization.started_on.is_not(None), Organization.archived_at.is_(None))
    .order_by(Organization.lead_id)
)
_GIVEN = each_number(bindparam("ids", type_=String)).table_valued("value")
_OF_IDS = select(cast(_GIVEN.c.value, Integer))


class Within:
    """Which organizations are meant."""

    def __init__(self, ids: Iterable[int]):
        self.ids = json.dumps(list(ids))

    @classmethod
    def started(cls) -> "Within":
        """Every started one in view."""
        db.session.flush()
        return cls(db.session.connection().execute(_STARTED).scalars())

    def ask(self, build: Callable[[Select], Executable], **values) -> CursorResult:
        """What the statement finds that `build` makes of the select of the ids."""
        return db.session.connection().execute(_built(build), {"ids": self.ids, **values})

    def recall(self, *key: Hashable, find: Callable[[], Found]) -> Found:
        """What `find` gives for them, from earlier if nothing was written since."""
        return recall(self.ids, *key, find=find)


def recall(*key: Hashable, find: Callable[[], Found]) -> Found:
    """What `find` gives, from earlier if nothing was written since. Nobody may change it."""
    return remembered(db.session.connection(), key, find)


@cache
def _built(build: Callable[[Select], Executable]) -> Executable:
    return build(_OF_IDS)
