"""Marking the letters of a run as sent; each keeps its pages as they were printed."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from coalition_app.documents.letter import Stationery
from coalition_app.documents.run_folder import RunFolder, mark_of_words
from coalition_app.extensions import db
from coalition_app.models import Letter, Person, PrintRun


class Sending:
    """`papers`: id and pages of those that are in the file with the words of now, on whatever
    paper; `changed`: how many were changed after they were printed, or are not in the file."""

    def __init__(self, run: PrintRun, folder: RunFolder, ids: Iterable[int] | None):
        self.run_id = run.id
        letters = self._unsent(set(ids) if ids is not None else None)
        self.versions = {letter.id: letter.version for letter in letters}
        pages, stationery = folder.pages(), Stationery()
        alike = [
            pages[letter.id]
            for letter in letters
            if letter.id in pages
            and pages[letter.id].words == mark_of_words(stationery.sheet(letter).words())
        ]
        db.session.rollback()  # nobody shall wait while the pages are split
        self.papers = dict(folder.papers(alike))
        self.changed = len(letters) - len(self.papers)

    def mark(self, on: date, sender: Person | None) -> int:
        """All or none: it is one change. How many went."""
        went = 0
        for letter in self._unsent(set(self.papers)):
            if letter.version == self.versions[letter.id]:
                letter.send(on, "mail", sender, self.papers[letter.id])
                went += 1
        return went

    def _unsent(self, ids: set[int] | None) -> list[Letter]:
        query = select(Letter).where(Letter.print_run_id == self.run_id, Letter.sent_on.is_(None))
        named = (joinedload(Letter.organization), joinedload(Letter.recipient))
        found = db.session.scalars(query.order_by(Letter.place_in_run).options(*named))
        return [letter for letter in found if ids is None or letter.id in ids]
