"""The letters of a run, batch by batch: written if they are not yet, then as pages."""

from collections.abc import Iterator
from itertools import chain, islice, repeat
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from coalition_app.documents.letter import LetterSheet, Stationery
from coalition_app.documents.on_paper import OnPaper
from coalition_app.extensions import db
from coalition_app.models import (
    Letter,
    LetterDrafts,
    Local,
    Merged,
    PrintRun,
    Recipient,
    settled,
)

FIRST_SIZES, SIZE = (2, 6), 12  # a first page soon; then as many as share their fonts well
# So many batches have their letters written together: few at first; then as many as take a tenth of
# a second, while others wait to write.
FIRST_STOCKS, STOCK = (2, 2), 12


class Step(NamedTuple):
    """`first` and `after`: places in the run; `place`: its own number in the file."""

    place: int
    first: int
    after: int


class Batch(NamedTuple):
    """Letters that are printed together; `place`: its number in the file."""

    place: int
    ids: tuple[int, ...]
    documents: list[OnPaper]


class Making:
    """Asked again after it was killed, it gives the same batches again."""

    def __init__(self, run: PrintRun):
        self.id, self.kind, self.words, self.keys = run.id, run.kind, run.words, [*run.recipients]
        self.total = len(self.keys)
        self.dated_on, self.writes = run.dated_on, run.writes_letters
        self.stationery = Stationery()

    def batches(self) -> Iterator[Batch]:
        """Commits letters before they are printed: many at once, for each commit makes the lists
        of others forget what they remember."""
        for steps in _stocks(self.total):
            sheets = self._sheets(steps[0].first, steps[-1].after)
            for step in steps:
                meant = [
                    (id_, sheet) for place, id_, sheet in sheets if step.first <= place < step.after
                ]
                if meant:
                    documents = [self.stationery.document(sheet) for _, sheet in meant]
                    yield Batch(step.place, tuple(id_ for id_, _ in meant), documents)

    def _sheets(self, first: int, after: int) -> list[tuple[int, int, LetterSheet]]:
        """Place, id and words of the letters at these places."""
        letters = self._letters(first, after)
        sheets = [(each.place_in_run, each.id, self.stationery.sheet(each)) for each in letters]
        db.session.commit()  # to set them takes its time, and others want to write
        return sheets

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
        keys = [self.keys[place] for place in places]
        found = zip(places, settled(keys), keys, strict=True)
        meant = [(place, each or self._merged(key)) for place, each, key in found]
        meant = [(place, each) for place, each in meant if each]
        for (place, _), letter in zip(
            meant, self._drafts([each for _, each in meant]), strict=True
        ):
            if not letter.is_sent:
                letter.print_run_id, letter.place_in_run = self.id, place
                db.session.add(letter)
        db.session.flush()

    def _merged(self, key: dict[str, int]) -> Recipient | None:
        """Of one who was merged with another since: that one, unless they get a letter anyway."""
        now = Merged.follow(key)
        same = Letter.organization_id == now.get("organization")
        same &= Letter.recipient_id == now.get("person")
        if now in self.keys or db.session.scalar(self._of_run(Letter.id).where(same).limit(1)):
            return None
        self.keys.append(now)  # behind all places: whoever is merged into the same one gets none
        return next(iter(settled([now])))

    def _drafts(self, recipients) -> list[Letter]:
        if not self.writes:
            return [each.letter for each in recipients]
        addressees, local = [each.to for each in recipients], Local.current()
        return LetterDrafts(self.kind, addressees, local, self.dated_on, self.words).all()


def _stocks(total: int) -> Iterator[list[Step]]:
    """The steps of a run, by those whose letters are written together."""
    steps = _steps(total)
    for count in chain(FIRST_STOCKS, repeat(STOCK)):
        stock = list(islice(steps, count))
        if not stock:
            return
        yield stock


def _steps(total: int) -> Iterator[Step]:
    first = 0
    for place, size in enumerate(chain(FIRST_SIZES, repeat(SIZE))):
        if first >= total:
            return
        size = min(size, SIZE // 2) if total - first <= 2 * SIZE else size  # both end together
        yield Step(place, first, min(first + size, total))
        first += size
