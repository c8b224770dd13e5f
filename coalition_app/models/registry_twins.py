"""The same union is usually in both registries: who is most likely the same one."""

from collections.abc import Iterable

from sqlalchemy import Select, select

from coalition_app.models.registry_entry import RegistryEntry
from coalition_app.models.registry_file import reading


def twins_of(entries: Iterable[RegistryEntry]) -> dict[int, RegistryEntry]:
    """By the id of the entry: the other registry's one of its state, union and number."""
    asking = [entry for entry in entries if entry.twin_key]
    if not asking:
        return {}
    with reading() as session:
        found = list(session.scalars(with_keys(asking))) if session else []
    twins = {(twin.twin_key, twin.source): twin for twin in found}
    return {
        entry.id: twin
        for entry in asking
        for (key, source), twin in twins.items()
        if key == entry.twin_key and source != entry.source
    }


def with_keys(entries: Iterable[RegistryEntry]) -> Select:
    keys = sorted({entry.twin_key for entry in entries})
    return select(RegistryEntry).where(RegistryEntry.twin_key.in_(keys))
