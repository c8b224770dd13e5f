"""Printing, as the rest of the program sees it.

WeasyPrint never runs in the server's process: four threads rendering at once corrupted its
memory, and slowed every other page.
"""

import logging
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask

import bootstrap
from coalition_app.documents.child import Child, Crashed, Failed, NoLibraries, TooSlow

LOGGER = logging.getLogger(__name__)

NOT_PRINTED = "This page could not be printed. Try once more; if it fails again, shorten its texts."
TOO_SLOW = "This page took longer than {:g} seconds to print and was stopped. Shorten its texts."
NO_PAPER = "This machine cannot print yet. Run this once: {}"
BUSY = "The printer is busy with other pages. Try again in a minute."


class PrintingFailed(Exception):
    """This page was not printed; the text is for the person who asked."""


class PaperUnavailable(Exception):
    """This machine cannot print yet; the text names the one command that mends it."""


class Printer:
    """One worker for all threads of this process, started by the first job or by `warm`.

    `seconds` is the limit for one job; after `jobs` the worker is replaced, because its memory
    climbs; `mebibytes` is its memory limit.
    """

    def __init__(self, seconds: float = 30, jobs: int = 200, mebibytes: int = 1024):
        self.seconds, self.jobs, self.mebibytes = seconds, jobs, mebibytes
        self._lock = threading.Lock()
        self._child: Child | None = None
        self._stop: weakref.finalize | None = None

    def pdf(self, html: str) -> bytes:
        """The page as a PDF file; PrintingFailed or PaperUnavailable."""
        return self._in_turn(lambda child: child.pdf(html, self.seconds))

    def bundle(self, contents: str, documents: list[str]) -> bytes:
        """Several documents in one PDF file, behind their page of contents; errors as of `pdf`."""
        return self._in_turn(lambda child: child.bundle(contents, documents, self.seconds))

    def _in_turn(self, job: Callable[[Child], bytes]) -> bytes:
        if not self._lock.acquire(timeout=self.seconds):
            raise PrintingFailed(BUSY)
        try:
            return self._print(job)
        finally:
            self._lock.release()

    def warm(self) -> None:
        """Starts the worker, which warms up by itself; returns at once."""
        if self._lock.acquire(blocking=False):
            try:
                self._living_child()
            finally:
                self._lock.release()

    def close(self) -> None:
        with self._lock:
            self._retire()

    def _print(self, job: Callable[[Child], bytes]) -> bytes:
        child = self._living_child()
        with _in_words(self.seconds):
            pdf = job(child)
        if child.jobs >= self.jobs:
            self._retire()
            self._living_child()
        return pdf

    def _living_child(self) -> Child:
        if self._child and not self._child.is_alive:
            self._retire()
        if not self._child:
            self._child = Child(self.mebibytes, self.seconds)
            self._stop = weakref.finalize(self, self._child.stop)
        return self._child

    def _retire(self) -> None:
        if self._child:
            self._stop()
            self._child = None


@contextmanager
def _in_words(seconds: float) -> Iterator[None]:
    """Turns what happened to the worker into words for the person who wants to print."""
    try:
        yield
    except Failed as error:
        LOGGER.error("A page could not be printed:\n%s", error)
        raise PrintingFailed(NOT_PRINTED) from error
    except Crashed as error:
        LOGGER.error("The printing process ended in the middle of a page")
        raise PrintingFailed(NOT_PRINTED) from error
    except TooSlow as error:
        raise PrintingFailed(TOO_SLOW.format(seconds)) from error
    except NoLibraries as error:
        LOGGER.error("Printing needs libraries that are missing: %s", error)
        raise PaperUnavailable(NO_PAPER.format(bootstrap.paper_command())) from error


def init_app(app: Flask) -> None:
    app.extensions["printer"] = Printer()
