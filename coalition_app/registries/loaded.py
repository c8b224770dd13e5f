"""A file taken in, and the words that say what it changed."""

from collections.abc import Callable
from datetime import datetime

from coalition_app.lib.registry_files import RegistryReader
from coalition_app.lib.registry_record import IRS
from coalition_app.models import Loaded, load_registry, writing_registry

MUCH_GONE = 0.3


def take_in(
    reader: RegistryReader, now: datetime, tell: Callable[[int], None] = lambda _: None
) -> str:
    """Whole or not at all; raises WrongFile, and what `tell` raises."""
    with writing_registry() as connection:
        loaded = load_registry(connection, reader.records(), now, tell)
    return in_words(loaded)


def in_words(loaded: Loaded) -> str:
    """'23,422 organizations of CT: 12 are new, 40 changed, 3 are gone.'"""
    changes = [
        f"{count:,} {words}"
        for count, words in (
            (loaded.added, "are new" if loaded.added != 1 else "is new"),
            (loaded.changed, "changed"),
            (loaded.gone, "are gone" if loaded.gone != 1 else "is gone"),
        )
        if count
    ]
    told = f"{_what(loaded)}: {', '.join(changes) or 'nothing changed'}."
    if loaded.gone > MUCH_GONE * loaded.count:
        told += " That is many: was the file whole?"
    return told


def _what(loaded: Loaded) -> str:
    parts = sorted(loaded.parts)
    places = ", ".join(part or "places outside the states" for _, part in parts)
    if parts[0][0] == IRS:
        return f"{loaded.entries:,} organizations of {places}"
    return f"{loaded.entries:,} unions, reports of {places}"
