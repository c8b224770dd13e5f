"""A few rows of the registries while one types anything: by their names alone, at once.

How well they fit us (registry_search.py) is weighed where somebody looks for new ones.
"""

from sqlalchemy import select

from coalition_app.lib.folding import fold
from coalition_app.models.registry_entry import SEARCH, RegistryEntry
from coalition_app.models.registry_file import reading
from coalition_app.storage.full_text import words_of

CANDIDATES = 200
NAMES = select(RegistryEntry.id, RegistryEntry.name, RegistryEntry.chapter)


def glance(text: str, most: int) -> list[RegistryEntry]:
    """Those whose name begins so, then those whose name holds all of it, then others."""
    words = [fold(word) for word in words_of(text)]
    with reading() as session:
        if session is None or not words:
            return []
        candidates = NAMES.where(SEARCH.matching(text, CANDIDATES))
        found = sorted(session.execute(candidates), key=lambda row: _rank(row, words))[:most]
        ids = [row.id for row in found]
        entries = session.scalars(select(RegistryEntry).where(RegistryEntry.id.in_(ids)))
        return sorted(entries, key=lambda entry: ids.index(entry.id))


def _rank(row, words: list[str]) -> tuple[bool, bool, str]:
    name = fold(f"{row.name} {row.chapter}")
    return not name.startswith(words[0]), not all(word in name for word in words), name
