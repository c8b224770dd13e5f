"""What the page of a run shows: who gets a letter, how far it is, what went."""

from functools import cached_property

from sqlalchemy.orm import joinedload

from coalition_app.documents import glyphs
from coalition_app.documents.letter import fits_window
from coalition_app.extensions import db
from coalition_app.models import (
    RUN_MOST,
    Lacking,
    Letter,
    LetterTemplate,
    LetterWords,
    Local,
    MailingList,
    PrintRun,
    Recipient,
    lacking_in,
    settled,
)
from coalition_app.print_runs.blueprint import folder_of
from coalition_app.web import clock, htmx, jobs

SHOWN = 200
CANNOT_GO_ON = ("waiting", "running", "canceling")


class PlanPage:
    """A run of which nothing is written yet."""

    def __init__(self, run: PrintRun):
        self.run = run
        self.is_redrawn = htmx.wants_region()  # in place: the focus stays where it is
        self.list = MailingList(run)
        self.local = Local.current()

    @property
    def shown(self) -> list[Recipient]:
        return self.list.going[:SHOWN]

    @property
    def count(self) -> int:
        return len(self.list.going)

    @cached_property
    def words(self) -> LetterWords | None:
        """What its letters begin with, before the places are filled."""
        return words_of(self.run)

    @cached_property
    def in_the_way(self) -> str:
        """Why nothing can be printed yet; "" when all is well."""
        if not self.count:
            return "Nobody is left to write to: mend what is missing, or choose others."
        if self.count > RUN_MOST:
            return f"These are {self.count:,}. Choose at most {RUN_MOST:,} at once."
        if self.run.writes_letters and not self.words.body.strip():
            return "The letter has no text yet. Write it first."
        return ""

    @property
    def lacks_signer(self) -> bool:
        return self.run.writes_letters and self.local.signer is None

    @cached_property
    def lacking(self) -> list[Lacking]:
        """What some of the letters cannot say."""
        if self.in_the_way or not self.run.writes_letters:
            return []
        by_name = self.run.goes_to == "name"
        return lacking_in(self.words, self.list.going, self.local, clock.today(), by_name=by_name)

    @cached_property
    def too_long(self) -> list[str]:
        """Whose address rises above the window of an envelope."""
        if not self.run.has_letters:
            return []
        return [each.name for each in self.list.going if not fits_window(each.lines)]

    @cached_property
    def unprintable(self) -> tuple[str, ...]:
        """Characters in names and addresses that no face of ours has."""
        return glyphs.unprintable(*(line for each in self.list.going for line in each.lines))


class MadePage:
    """A run whose letters are being written and printed, or lie in one file."""

    def __init__(self, run: PrintRun):
        self.run = run
        self.job = jobs.shown(run.job)
        self.has_file = folder_of(run).is_whole

    @property
    def is_working(self) -> bool:
        return self.job.state in CANNOT_GO_ON

    @property
    def waits_for_another(self) -> bool:
        return self.job.state == "waiting" and jobs.lock_of(self.run.job.kind).is_held()

    @property
    def is_ready(self) -> bool:
        return self.job.state == "done" and self.has_file

    @cached_property
    def letters(self) -> list[Letter]:
        """In their order; not asked for while they are printed."""
        named = (
            joinedload(getattr(Letter, name)) for name in ("organization", "recipient", "sender")
        )
        query = db.select(Letter).where(Letter.print_run_id == self.run.id).options(*named)
        return list(db.session.scalars(query.order_by(Letter.place_in_run)))

    @property
    def has_boxes(self) -> bool:
        """Whether they are few enough to be ticked one by one."""
        return len(self.unsent) <= SHOWN

    @cached_property
    def unsent(self) -> list[Letter]:
        return [letter for letter in self.letters if not letter.is_sent]

    @cached_property
    def sent(self) -> list[Letter]:
        return [letter for letter in self.letters if letter.is_sent]

    @property
    def left_out(self) -> list[tuple[Recipient, str]]:
        return left_out_of(self.run)


def words_of(run: PrintRun) -> LetterWords | None:
    return (run.words or LetterTemplate.words_of(run.kind)) if run.kind else None


def left_out_of(run: PrintRun) -> list[tuple[Recipient, str]]:
    """As it was when the run was made; who is gone since is nobody."""
    keys = [{k: v for k, v in each.items() if k != "why"} for each in run.left_out]
    found = zip(settled(keys), run.left_out, strict=True)
    return [(each, known["why"]) for each, known in found if each]


def envelope_lines(run: PrintRun) -> list[tuple[str, ...]]:
    """In the order of its letters; of a plan, of those who would get one."""
    if run.is_plan:
        return [each.lines for each in MailingList(run).going]
    if run.has_letters:
        query = db.select(Letter.address).where(Letter.print_run_id == run.id)
        texts = db.session.scalars(query.order_by(Letter.place_in_run))
        return [tuple(filter(None, map(str.strip, text.splitlines()))) for text in texts]
    return [each.lines for each in settled(run.recipients) if each]
