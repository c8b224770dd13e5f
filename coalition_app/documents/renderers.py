"""The two renderers of a process, and whose turn it is.

A page that somebody waits for goes before the portions of a longer run. The second renderer is
started when there is a run, and stopped when it has had nothing to do for a while.
"""

import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager

from coalition_app.documents.child import Child

COUNT = 2  # more cores are left to the rest of the machine
IDLE_SECONDS = 300


class Busy(Exception):
    """Nobody's turn ended in time."""


class Renderer:
    """A place for a child process: started when it is needed, replaced when it is worn out."""

    def __init__(self):
        self.is_free = True
        self.child: Child | None = None
        self._stop: weakref.finalize | None = None

    @property
    def is_running(self) -> bool:
        return bool(self.child and self.child.is_alive)

    def running(self, mebibytes: int, seconds: float) -> Child:
        if not self.is_running:
            self.retire()
            self.child = Child(mebibytes, seconds)
            self._stop = weakref.finalize(self, self.child.stop)
        return self.child

    def retire(self) -> None:
        if self.child:
            self._stop()
            self.child = None


class Renderers:
    def __init__(self):
        self.all = [Renderer() for _ in range(COUNT)]
        self._change = threading.Condition()
        self._in_a_hurry = 0
        self._rest: threading.Timer | None = None

    def retire(self) -> None:
        with self._change:
            for each in self.all:
                each.retire()

    @contextmanager
    def turn(self, seconds: float, *, in_a_hurry: bool) -> Iterator[Renderer]:
        """A renderer that is free, after at most so many seconds; else Busy."""
        with self._change:
            renderer = self._waited_for(seconds, in_a_hurry)
            renderer.is_free = False
        try:
            yield renderer
        finally:
            with self._change:
                renderer.is_free = True
                self._rest_later()
                self._change.notify_all()

    def _waited_for(self, seconds: float, in_a_hurry: bool) -> Renderer:
        self._in_a_hurry += in_a_hurry
        try:
            choose = self._quickest if in_a_hurry else self._any
            renderer = self._change.wait_for(choose, seconds)
        finally:
            self._in_a_hurry -= in_a_hurry
        if not renderer:
            raise Busy
        return renderer

    def _quickest(self) -> Renderer | None:
        """One that runs: to wait for it takes less time than to start the other."""
        running = [each for each in self.all if each.is_running] or self.all[:1]
        return next((each for each in running if each.is_free), None)

    def _any(self) -> Renderer | None:
        free = [each for each in self.all if each.is_free and not self._in_a_hurry]
        return max(free, key=lambda each: each.is_running, default=None)

    def _rest_later(self) -> None:
        """A timer, which shall not keep alive what it stops."""
        if self._rest:
            self._rest.cancel()
        if any(each.is_running for each in self.all[1:]):
            self._rest = threading.Timer(IDLE_SECONDS, _rest, [weakref.ref(self)])
            self._rest.daemon = True
            self._rest.start()

    def rest(self) -> None:
        """Only the first one stays, for the next page."""
        with self._change:
            for each in self.all[1:]:
                if each.is_free:
                    each.retire()


def _rest(renderers: weakref.ref) -> None:
    if alive := renderers():
        alive.rest()
