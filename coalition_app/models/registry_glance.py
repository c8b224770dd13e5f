"""A few rows of the registries while one types anything: by their names alone, at once.

How well they fit us (registry_search.py) is weighed where somebody looks for new ones.
"""

import json

from sqlalchemy import select

from coalition_app.lib.folding import fold
from coalition_app.models.registry_entry import SEARCH, RegistryEntry
from coalition_app.models.registry_file import reading
from coalition_app.models.registry_marks import asked_for
from coalition_app.storage.full_text import words_of
from coalition_app.storage.search_index import GIVEN_IDS

CANDIDATES = 200
NAMES = select(RegistryEntry.id, RegistryEntry.name, RegistryEntry.chapter).where(
    RegistryEntry.id.in_(GIVEN_IDS)
)
ENTRIES = select(RegistryEntry).where(RegistryEntry.id.in_(GIVEN_IDS))


def glance(text: str, most: int) -> list[RegistryEntry]:
    """Those whose name begins so, then those whose name holds all of it, then others."""
    words = [fold(word) for word in words_of(text)]
    with reading() as session:
        if session is None or not words:
            return []
        connection = session.connection()
        ids = SEARCH.ids(connection, SEARCH.spelled(connection, asked_for(text)), CANDIDATES)
        names = connection.execute(NAMES, {"ids": json.dumps(ids)}) if ids else ()
        ids = [row.id for row in sorted(names, key=lambda row: _rank(row, words))[:most]]
        entries = session.scalars(ENTRIES, {"ids": json.dumps(ids)}) if ids else ()
        return sorted(entries, key=lambda entry: ids.index(entry.id))


def _rank(row, words: list[str]) -> tuple[bool, bool, str]:
    name = fold(f"{row.name} {row.chapter}")
    return not name.startswith(words[0]), not all(word in name for word in words), name
