"""Answers that follow from what another test was answered: the same was asked of the same rows.

What the databases hold follows from what they held when the test began and from all that was
written since. Nothing is taken from memory where a test changes the program or listens to it.
"""

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event

from tests.restoring import Restorable

AT_MOST = 32  # answers: most bring the tree of a page
READS = ("SELECT", "PRAGMA", "BEGIN", "WITH")
LISTENING = {"monkeypatch", "caplog", "capfd", "capsys", "recwarn", "counted", "event"}
LISTENING |= {"live"}  # its server may be writing just now


class Writings:
    """One value for what the databases hold: where it is the same, so are they."""

    def __init__(self, engines: Iterable[Engine], databases: list[Restorable]):
        self.databases = databases
        self.begin("")
        for engine in engines:
            event.listen(engine, "before_cursor_execute", self.note)
            event.listen(engine, "commit", self.note_saved)
            event.listen(engine, "rollback", self.note_taken_back)

    def begin(self, held: Hashable) -> None:
        self.held, self.is_open, self.has_written = held, False, False
        self.versions = self.versions_now

    @property
    def versions_now(self) -> list[int]:
        return [database.version for database in self.databases]

    def note(self, _connection, _cursor, statement: str, values: Any, *_context) -> None:
        if not statement.startswith(READS):
            self.held = hash((self.held, statement, repr(values)))
            self.is_open = self.has_written = True

    def note_saved(self, _connection: Connection) -> None:
        self.is_open = False

    def note_taken_back(self, _connection: Connection) -> None:
        if self.is_open:
            self.held = hash((self.held, "taken back"))
        self.is_open = False

    def now(self) -> Hashable:
        """Another one than ever if somebody wrote past the engines."""
        versions = self.versions_now
        if versions != self.versions and not self.has_written:
            self.held = object()
        self.versions, self.has_written = versions, False
        return self.held


class Memory:
    """The last answers to a GET, each with the cookies that it left."""

    def __init__(self, writings: Writings, instance: Path):
        self.writings, self.instance, self.is_on = writings, instance, True
        self.answers: OrderedDict[Hashable, tuple[Any, dict]] = OrderedDict()
        self.given: set[Hashable] = set()

    def serve(self, names: Iterable[str]) -> None:
        """A test that knows these, by its fixtures or imports; no answer is given to it twice."""
        self.is_on = LISTENING.isdisjoint(names)
        self.given.clear()

    def all_that_matters(self, cookies: dict, now: Any, request: dict) -> Hashable | None:
        """What the answer to a GET follows from; None where memory is not to be asked."""
        if not self.is_on or request.get("method", "GET") != "GET":
            return None
        jar = sorted((cookie.key, cookie.value) for cookie in cookies.values())
        return self.writings.now(), now, repr((jar, request, files_in(self.instance)))

    def recall(self, matters: Hashable | None) -> tuple[Any, dict] | None:
        return None if matters in self.given else self.answers.get(matters)

    def keep(self, matters: Hashable | None, page: Any, cookies: dict) -> None:
        """Unless asking has changed anything."""
        if matters is None or matters[0] != self.writings.now():
            return
        self.given.add(matters)
        self.answers[matters] = page, dict(cookies)
        self.answers.move_to_end(matters)
        if len(self.answers) > AT_MOST:
            self.answers.popitem(last=False)


def files_in(folder: Path) -> list[tuple[str, int]]:
    """When each was written; the databases stand for themselves."""
    found = []
    for file in folder.rglob("*"):
        with suppress(FileNotFoundError):  # it was there for a moment
            if ".db" not in file.suffix:
                found.append((str(file), file.stat().st_mtime_ns))
    return found
