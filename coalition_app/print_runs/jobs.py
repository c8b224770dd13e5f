"""Printing the letters of a run, as a job in a child process."""

import errno
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import closing

from flask import current_app
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.on_paper import OnPaper
from coalition_app.documents.printer import PaperUnavailable, PrintingFailed
from coalition_app.documents.run_folder import RunFolder, Together
from coalition_app.extensions import db
from coalition_app.lib.wording import plural
from coalition_app.models import Letter, PrintRun
from coalition_app.print_runs.making import Making
from coalition_app.web import clock, jobs

ATTEMPTS = 3
GO_ON = "Look at the run"
FULL = (
    "The disk is full. What is printed so far is kept, and nothing is marked as sent. Make some "
    "room on the disk, then go on."
)
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def print_letters(running: jobs.Running) -> jobs.Outcome:
    address = f"/print-runs/{running.given['run_id']}"
    try:
        count, pages = Printing(running).all()
    except (PaperUnavailable, PrintingFailed) as problem:
        raise jobs.Failed(str(problem), address, GO_ON) from None
    except (OSError, OperationalError) as problem:
        if _is_full(problem):
            raise jobs.Failed(FULL, address, GO_ON) from None
        raise
    words = f"{plural(count, 'letter')} on {plural(pages, 'page')} are ready to print."
    return jobs.Outcome(words, address, GO_ON)


def _is_full(problem: Exception) -> bool:
    return getattr(problem, "errno", None) in NO_ROOM or "disk is full" in str(problem)


class Printing:
    def __init__(self, running: jobs.Running):
        self.running = running
        self.printer = current_app.extensions["printer"]
        self.run = db.session.get(PrintRun, running.given["run_id"])
        self.title = self.run.heading
        self.folder = RunFolder(current_app.config["INSTANCE"], self.run.id)
        self.making = Making(self.run)
        self.order: list[Together] = []  # of the file; `awaited`: those that are being printed
        self.awaited: deque[Together] = deque()

    def all(self) -> tuple[int, int]:
        """How many letters, on how many pages."""
        self.running.begin(self.making.total, "Writing and printing the letters")
        self._print_all()
        count = _count(self.order)
        pages = self.folder.merge(self.order, self.title, self._bound)
        self.run.finish_printing(clock.now())
        return count, pages

    def _bound(self, done: int) -> None:
        self.running.tell(self.making.total, f"Putting them into one file: {done:,} so far")

    def _print_all(self) -> None:
        """On a machine that was busy for a while, once more: what is printed is kept."""
        for attempt in range(1, ATTEMPTS + 1):
            self.order, self.awaited = [], deque()
            try:
                self._print_missing()
                return
            except PrintingFailed:
                self._name_culprit()
                if attempt == ATTEMPTS:
                    raise

    def _print_missing(self) -> None:
        with closing(self.printer.portions(self._missing(), tagged=False)) as printed:
            for portion in printed:
                self.folder.keep(self.awaited.popleft(), portion)
                self.running.tell(_count(self.order) - _count(self.awaited))

    def _name_culprit(self) -> None:
        """Of the letters that failed together, the one that fails alone; if there is one."""
        for letter in self._letters(self.awaited[0].ids if self.awaited else ()):
            name, sheet = letter.addressee, LetterSheet.of(letter)
            db.session.rollback()
            try:
                sheet.pdf()
            except PrintingFailed as problem:
                raise PrintingFailed(f"The letter to {name}: {problem}") from None

    @staticmethod
    def _letters(ids: tuple[int, ...]) -> list[Letter]:
        return list(db.session.scalars(select(Letter).where(Letter.id.in_(ids))))

    def _missing(self) -> Iterator[tuple[int, list[OnPaper]]]:
        """The batches that are not printed yet."""
        for batch in self.making.batches():
            letters = Together.of(batch.ids, batch.documents)
            self.order.append(letters)
            if not self.folder.has(letters):
                self.awaited.append(letters)
                yield batch.place, batch.documents


def _count(batches: Iterable[Together]) -> int:
    return sum(len(each.ids) for each in batches)


JOBS = {
    "print_run": jobs.Work(
        print_letters,
        stopped="What is printed so far is kept, and nothing is marked as sent.",
        again="Go on",
        prints=True,
    )
}
