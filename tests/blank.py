"""The application of a process, and what its databases hold when a test begins."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.pool import ConnectionPoolEntry

from coalition_app import create_app, extensions
from coalition_app.storage import memory
from tests import keeping, remembering, restoring
from tests.page import InspectingClient


class Blank:
    """An application whose databases hold again what a test begins with, by SQLite's backup.

    It takes 2 ms, and none at all when the test before began with the same and wrote nothing.
    """

    def __init__(self, instance: Path):
        self.launched: list[int] = []  # jobs, in the place of the processes that would do them
        self.made: dict[str, object] = {}
        self.began = ""  # the name of what this test begins with
        self.sessions: dict[tuple[str, str], tuple] = {}  # of who signs in, by that name and role
        self.beside: list[dict] = []  # what is kept beside each connection
        settings = {"TESTING": True, "INSTANCE": instance, "SECRET_KEY": "for tests only"}
        settings["LAUNCH"] = self.launched.append
        self.app = create_app(settings)
        self.app.test_client_class = InspectingClient
        with self.app.app_context():
            engines = extensions.db.engines.values()
            for engine in engines:
                event.listen(engine, "connect", restoring.hurry)
                event.listen(engine, "connect", self.watch)
            extensions.db.create_all()
            self.databases = [restoring.Restorable(Path(engine.url.database)) for engine in engines]
            for engine in engines:
                engine.dispose()
            self.writings = remembering.Writings(engines, self.databases)
        self.memory = remembering.Memory(self.writings, instance)
        self.app.extensions["memory_of_answers"] = self.memory

    def watch(self, _connection: object, record: ConnectionPoolEntry) -> None:
        self.beside.append(record.info)

    def restore(self, name: str = "") -> None:
        for database in self.databases:
            database.restore(name)
        self.writings.begin(name)

    def begin_with(self, name: str, fill: Callable[[], object]) -> None:
        """Restores what `fill` wrote; it is called the first time only, in the context pushed."""
        extensions.db.session.remove()
        self.forget()
        if name not in self.databases[0].copies:
            self.restore()
            fill()
            extensions.db.session.commit()
            extensions.db.session.remove()
            for database in self.databases:
                database.keep(name)
        self.restore(name)
        self.began = name

    def forget(self) -> None:
        """No test is helped by what an earlier one read; it begins with one connection at most."""
        for engine in extensions.db.engines.values():
            if engine.pool.checkedin() > 1:
                engine.dispose()
        for kept in self.beside:
            kept.pop(memory.KEPT, None)

    def kept(self, name: str, fill: Callable[[], object]) -> object:
        """What `fill` gives; its rows too are restored if nothing else was written before."""
        extensions.db.session.commit()
        before = {database.name for database in self.databases}
        if len(before) > 1 or None in before:
            return fill()
        name = f"{before.pop()} > {name}"
        if name in self.made:
            self.restore(name)
            return keeping.record_of(self.made[name])
        made = fill()
        extensions.db.session.commit()
        self.made[name] = keeping.identity_of(made)
        for database in self.databases:
            database.keep(name)
        self.writings.begin(name)
        return made

    def close(self) -> None:
        for database in self.databases:
            database.close()
        with self.app.app_context():
            for engine in extensions.db.engines.values():
                engine.dispose()
