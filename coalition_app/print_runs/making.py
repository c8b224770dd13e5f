"""The letters of a run, batch by batch: written if they are not yet, then as pages."""

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from coalition_app.documents.letter import Stationery
from coalition_app.documents.on_paper import OnPaper
from coalition_app.extensions import db
from coalition_app.models import Letter, LetterDrafts, Local, PrintRun, settled

FIRST_SIZES, SIZE = (2, 6), 12  # a first page soon; then as many as share their fonts well


class Batch(NamedTuple):
    """Letters that are printed together; `place`: its number in the file."""

    place: int
    ids: tuple[int, ...]
    documents: list[OnPaper]


class Making:
    """Asked again after it was killed, it gives the same batches again."""

    def __init__(self, run: PrintRun):
        self.id, self.kind, self.words, self.keys = run.id, run.kind, run.words, run.recipients
        self.dated_on, self.writes = run.dated_on, run.writes_letters
        self.stationery = Stationery()

    @property
    def total(self) -> int:
        return len(self.keys)

    def batches(self) -> Iterator[Batch]:
        """Commits the letters of each before it is printed."""
        for place, (first, after) in enumerate(_steps(self.total)):
            letters = self._letters(first, after)
            sheets = [self.stationery.sheet(each) for each in letters]
            ids = tuple(letter.id for letter in letters)
            db.session.commit()  # to set them takes its time, and others want to write
            if ids:
                yield Batch(place, ids, [self.stationery.document(sheet) for sheet in sheets])

    def _letters(self, first: int, after: int) -> list[Letter]:
        """Those at these places; what was thrown away or sent meanwhile is not printed again."""
        behind = db.session.scalar(self._of_run(func.max(Letter.place_in_run)))
        new = range(max(first, behind + 1 if behind is not None else 0), after)
        if new:
            self._write(new)
        query = self._of_run(Letter).where(
            Letter.place_in_run.between(first, after - 1), Letter.sent_on.is_(None)
        )
        named = (joinedload(Letter.organization), joinedload(Letter.recipient))
        return list(db.session.scalars(query.order_by(Letter.place_in_run).options(*named)))

    def _of_run(self, what):
        return select(what).where(Letter.print_run_id == self.id)

    def _write(self, places: range) -> None:
        found = zip(places, settled([self.keys[place] for place in places]), strict=True)
        meant = [(place, each) for place, each in found if each]
        for (place, _), letter in zip(
            meant, self._drafts([each for _, each in meant]), strict=True
        ):
            if not letter.is_sent:
                letter.print_run_id, letter.place_in_run = self.id, place
                db.session.add(letter)
        db.session.flush()

    def _drafts(self, recipients) -> list[Letter]:
        if not self.writes:
            return [each.letter for each in recipients]
        addressees, local = [each.to for each in recipients], Local.current()
        return LetterDrafts(self.kind, addressees, local, self.dated_on, self.words).all()


def _steps(total: int) -> Iterator[tuple[int, int]]:
    first = 0
    for size in FIRST_SIZES:
        if first < total:
            yield first, min(first + size, total)
        first += size
    for start in range(first, total, SIZE):
        yield start, min(start + SIZE, total)
