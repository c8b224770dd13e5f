"""The same union is usually in both registries: who is most likely the same one."""

from collections.abc import Iterable

from sqlalchemy import Select, select, tuple_

from coalition_app.models.registry_entry import RegistryEntry
from coalition_app.models.registry_file import reading


def twins_of(entries: Iterable[RegistryEntry]) -> dict[int, RegistryEntry]:
    """By the id of the entry: the other registry's one of its state, number and parent union."""
    wanted = {entry.id: key for entry in entries if (key := _key(entry))}
    if not wanted:
        return {}
    with reading() as session:
        found = list(session.scalars(same_number(wanted.values()))) if session else []
    by_key = {(_key(entry), entry.source): entry for entry in found}
    return {
        entry.id: twin
        for entry in entries
        if entry.id in wanted
        for (key, source), twin in by_key.items()
        if key == wanted[entry.id] and source != entry.source
    }


def same_number(keys: Iterable[tuple]) -> Select:
    places = sorted({(state, number) for state, number, _ in keys})
    return select(RegistryEntry).where(
        tuple_(RegistryEntry.state, RegistryEntry.local_number).in_(places)
    )


def _key(entry: RegistryEntry) -> tuple[str, int, str] | None:
    if not (entry.state and entry.local_number and entry.union):
        return None
    return entry.state, entry.local_number, entry.union
