"""What a row adds to a record: empty fields are filled, nothing known is emptied or overwritten.

Only who asks for it overwrites; even then a row cannot empty anything.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from coalition_app.lib.folding import fold
from coalition_app.lib.reach import Point
from coalition_app.models.import_entry import JOINED, SHARED, Party
from coalition_app.models.import_ways import normal

MAIN = {"phone": "phone", "email": "email", "link": "website"}


class Merged(NamedTuple):
    """`fields`: name and new value; `points`: further ones; `kept`: what stays as it was."""

    fields: dict[str, Any]
    points: list[Point]
    kept: list[str]

    @property
    def is_anything(self) -> bool:
        return bool(self.fields or self.points)


def merged(
    party: Party,
    now: Callable[[str], Any],
    reached: set[tuple[str, str]],
    has_website: bool,
    overwrites: bool,
) -> Merged:
    """`now` tells a field of the record as it is; `reached` are its phones, emails and links."""
    found = Merged({}, [], [])
    moves = can_move(party, now) or overwrites
    for name, value in party.values.items():
        old = now(name)
        if is_same(old, value):
            continue
        if name in SHARED and not moves:
            found.kept.append(name)
        elif old in ("", None, False):
            found.fields[name] = value
        elif name in JOINED:
            if value not in old:
                found.fields[name] = f"{old}\n{value}"
        elif overwrites:
            found.fields[name] = value
        else:
            found.kept.append(name)
    add_points(found, party.points, now, set(reached), has_website, overwrites)
    return found


def can_move(party: Party, now: Callable[[str], Any]) -> bool:
    """Two addresses are never mixed: no part that is known may differ."""
    return not any(
        now(name) and party.values.get(name) and not is_same(now(name), party.values[name])
        for name in SHARED
    )


def is_same(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return fold(old) == fold(new)
    return old == new


def add_points(
    found: Merged,
    points: list[Point],
    now: Callable[[str], Any],
    reached: set[tuple[str, str]],
    has_website: bool,
    overwrites: bool,
) -> None:
    """The first of a kind on top where that place is free (or may be overwritten)."""
    seen = set()
    for point in points:
        main = MAIN[point.kind] if point.kind != "link" or has_website else ""
        is_first, key = point.kind not in seen, normal(point)
        seen.add(point.kind)
        if key in reached:
            continue
        if main and main not in found.fields and (not now(main) or (overwrites and is_first)):
            found.fields[main] = point.value
        else:
            found.points.append(point)
        reached.add(key)
