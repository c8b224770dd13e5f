"""Printing, as the rest of the program sees it.

WeasyPrint never runs in the server's process: four threads rendering at once corrupted its
memory, and slowed every other page.
"""

import json
import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from itertools import accumulate, islice
from typing import NamedTuple

from flask import Flask

import bootstrap
from coalition_app.documents.binding import Binding, Portion
from coalition_app.documents.child import Child, Crashed, Failed, NoLibraries, TooSlow
from coalition_app.documents.on_paper import Document
from coalition_app.documents.renderers import Busy, Renderer, Renderers

LOGGER = logging.getLogger(__name__)

NOT_PRINTED = "This page could not be printed. Try once more; if it fails again, shorten its texts."
TOO_SLOW = "This page took longer than {:g} seconds to print and was stopped. Shorten its texts."
NO_PAPER = "This machine cannot print yet. Run this once: {}"
AHEAD = 4  # portions on their way: two in work, two that wait for a worker
PATIENCE = 4  # times as long as a job may take: a run waits for other runs
BUSY = "The printer is busy with other pages. Try again in a minute."


class PrintingFailed(Exception):
    """This page was not printed; the text is for the person who asked."""


class PaperUnavailable(Exception):
    """This machine cannot print yet; the text names the one command that mends it."""


class Printed(NamedTuple):
    """A file of several documents; `pages`: how many each of them has."""

    pdf: bytes
    pages: tuple[int, ...]


class Pictures(NamedTuple):
    """The first pages of a file as addresses of images; `count`: how many it has."""

    count: int
    pictures: tuple[str, ...]


class Printer:
    """The workers of this process, started by the first job or by `warm`.

    `seconds` is the limit for one job; after `jobs` documents a worker is replaced, because its
    memory climbs; `mebibytes` is the memory limit of each.
    """

    def __init__(self, seconds: float = 30, jobs: int = 200, mebibytes: int = 1024):
        self.seconds, self.jobs, self.mebibytes = seconds, jobs, mebibytes
        self.renderers = Renderers()

    def pdf(self, html: str) -> bytes:
        """The page as a PDF file; PrintingFailed or PaperUnavailable."""
        return self._in_turn(lambda child: child.pdf(html, self.seconds), self.seconds)

    def pictures(self, source: str | bytes) -> Pictures:
        """The pages of HTML as they will print, or of a PDF file; errors as of `pdf`."""
        made = self._in_turn(lambda child: child.pictures(source, self.seconds), self.seconds)
        shown = json.loads(made)
        return Pictures(shown["count"], tuple(shown["pages"]))

    def many(
        self,
        documents: Iterable[str],
        *,
        title: str,
        at_once: int = 1,
        tagged: bool = True,
        fronts: bool = False,
        front: Callable[[list[int]], str] | None = None,
        reached: Callable[[int], None] = lambda done: None,
    ) -> Printed:
        """Any number of documents in one file, in their order, printed by two workers at once.

        They are taken as they are needed and go to a worker `at_once`. `fronts`: each begins on a
        front when printed on both sides. `front` makes a document that goes before all others of
        the pages on which they begin. `reached` is told how many are done; what it raises ends
        the run. Errors as of `pdf`.
        """
        how = {"tagged": tagged, "fronts": fronts}
        binding, pages = Binding(), []
        batches = enumerate(_batches(documents, at_once), 1)
        with closing(self.portions(batches, **how)) as made:
            for portion in made:
                binding.add(portion)
                pages += portion.pages
                reached(len(pages))
        if front:
            binding.add(self._front(front, pages, how), in_front=True)
        return Printed(binding.file(title), tuple(pages))

    def portions(
        self, batches: Iterable[tuple[int, list[Document]]], *, tagged: bool, fronts: bool = False
    ) -> Iterator[Portion]:
        """Each batch of documents as a portion, to be kept or bound: in order, while the next ones
        are being made. The number of a batch is its place in the file, no two alike."""
        how = {"tagged": tagged, "fronts": fronts}
        ahead: deque[Future[Portion]] = deque()
        with ThreadPoolExecutor(len(self.renderers.all)) as threads:
            try:
                for place, batch in batches:
                    ahead.append(threads.submit(self._portion, batch, place, how))
                    while ahead and (len(ahead) > AHEAD or ahead[0].done()):
                        yield ahead.popleft().result()
                while ahead:
                    yield ahead.popleft().result()
            finally:
                threads.shutdown(cancel_futures=True)

    def _front(self, front: Callable[[list[int]], str], pages: list[int], how: dict) -> Portion:
        """Laid out once more if it takes more than one page itself."""
        made, taken = None, 0
        while made is None or sum(made.pages) != taken:
            taken = sum(made.pages) if made else 1
            starts = accumulate(pages[:-1], initial=taken + 1)
            made = self._portion([front(list(starts))], 0, how)
        return made

    def _portion(self, documents: list[Document], place: int, how: dict) -> Portion:
        def job(child: Child) -> bytes:
            return child.portion(documents, self.seconds, place=place, **how)

        return Portion(self._in_turn(job, self.seconds * PATIENCE, in_a_hurry=False))

    def _in_turn(
        self, job: Callable[[Child], bytes], patience: float, *, in_a_hurry: bool = True
    ) -> bytes:
        try:
            with self.renderers.turn(patience, in_a_hurry=in_a_hurry) as renderer:
                return self._print(renderer, job)
        except Busy as error:
            raise PrintingFailed(BUSY) from error

    def warm(self) -> None:
        """Starts a worker, which warms up by itself; returns at once."""
        with suppress(Busy), self.renderers.turn(0, in_a_hurry=True) as renderer:
            renderer.running(self.mebibytes, self.seconds)

    def make_ready(self) -> None:
        """Starts all workers, for a run; returns at once."""
        for renderer in self.renderers.all:
            renderer.running(self.mebibytes, self.seconds)

    def close(self) -> None:
        self.renderers.retire()

    def _print(self, renderer: Renderer, job: Callable[[Child], bytes]) -> bytes:
        child = renderer.running(self.mebibytes, self.seconds)
        with _in_words(self.seconds):
            pdf = job(child)
        if child.jobs >= self.jobs:
            renderer.retire()
            renderer.running(self.mebibytes, self.seconds)
        return pdf


def _batches(documents: Iterable[str], size: int) -> Iterator[list[str]]:
    rest = iter(documents)
    while batch := list(islice(rest, size)):
        yield batch


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
