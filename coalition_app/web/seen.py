"""Marks of what a page showed of a record: which of its values did somebody change since then?"""

from collections.abc import Iterable
from datetime import date, datetime
from zlib import crc32

from coalition_app.lib.years import Years

PLAIN = (str, int, bool, date, datetime, Years, type(None))


def marks_of(record, names: Iterable[str]) -> str:
    """'name-1a2b3c4d city-00000000': small enough to travel in a hidden field."""
    held = ((name, getattr(record, name)) for name in names if hasattr(record, name))
    return " ".join(f"{name}-{mark_of(value)}" for name, value in held if isinstance(value, PLAIN))


def changed_since(seen: str | None, record, names: Iterable[str]) -> set[str]:
    """The names whose value is another now; one without a mark may be."""
    marks = set((seen or "").split())
    held = (name for name in names if hasattr(record, name))
    return {name for name in held if f"{name}-{mark_of(getattr(record, name))}" not in marks}


def mark_of(value) -> str:
    """Nothing, no and none look alike in a form."""
    return f"{crc32(repr(value or None).encode()):08x}"
