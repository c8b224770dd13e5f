"""What a reading request found is kept until the tables that it read change, beside its connection.

Whoever writes is not helped: what a writer sees may yet be undone.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import Connection

from coalition_app.storage import changes, dialect

MOST = 60  # lists of a hundred rows take the room
KEPT = "coalition_kept"
Found = TypeVar("Found")
Tables = frozenset[str] | None  # None: any


@dataclass
class Memory:
    """What was found in one state of the database, with the mark of each table."""

    state: tuple[int, int]
    marks: dict[str, int]
    kept: dict[Hashable, tuple[object, Tables]] = field(default_factory=dict)

    def moved_on(self, state: tuple[int, int], marks: dict[str, int]) -> "Memory":
        """With what was read of tables that are as they were."""
        same = {name for name, mark in marks.items() if self.marks.get(name) == mark}
        still = {
            key: (found, tables)
            for key, (found, tables) in self.kept.items()
            if tables is not None and tables <= same
        }
        return Memory(state, marks, still)


def remembered(
    connection: Connection, key: Hashable, find: Callable[[], Found], of: Tables = None
) -> Found:
    """What `find` gives, from earlier if nothing was written since to the tables that it reads.

    Nobody may change it.
    """
    state = dialect.state_of(connection)
    if state is None:
        return find()
    memory = _memory(connection, state)
    if key not in memory.kept:
        memory.kept[key] = find(), of
    return memory.kept[key][0]


def _memory(connection: Connection, state: tuple[int, int]) -> Memory:
    memory = connection.info.get(KEPT)
    if memory is not None and memory.state == state and len(memory.kept) < MOST:
        return memory
    marks = changes.marks(connection)
    memory = memory.moved_on(state, marks) if memory is not None else Memory(state, marks)
    if len(memory.kept) >= MOST:
        memory = Memory(state, marks)
    connection.info[KEPT] = memory
    return memory
