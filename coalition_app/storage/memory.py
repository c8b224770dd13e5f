"""What a reading request found is kept until the database changes, beside its connection.

Whoever writes is not helped: what a writer sees may yet be undone.
"""

from collections.abc import Callable, Hashable
from typing import TypeVar

from sqlalchemy import Connection

from coalition_app.storage import dialect

MOST = 60  # lists of a hundred rows take the room
KEPT = "coalition_kept"
Found = TypeVar("Found")


def remembered(connection: Connection, key: Hashable, find: Callable[[], Found]) -> Found:
    """What `find` gives, from earlier if nothing was written since. Nobody may change it."""
    state = dialect.state_of(connection)
    if state is None:
        return find()
    known_state, kept = connection.info.get(KEPT, (None, {}))
    if known_state != state or len(kept) >= MOST:
        kept = {}
        connection.info[KEPT] = state, kept
    if key not in kept:
        kept[key] = find()
    return kept[key]
