"""Several letters printed as one file, in one order, and their labels in the same."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, func, select, update
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.job import Job
from coalition_app.models.letter import KINDS, Letter
from coalition_app.models.letter_words import LetterWords
from coalition_app.models.record import Versioned

if TYPE_CHECKING:
    from coalition_app.models.account import Account

# By what its recipients were chosen, and the kinds of letters that suit them. Those that are
# drafted already, or that a meeting asks for, are what they are.
SOURCES = {
    "organizations": ("first_letter", "briefing_invitation", "general"),
    "people": ("general", "briefing_invitation"),
    "meeting": ("general", "come_along"),
    "drafts": (),
    "due": ("follow_up",),
}
MOST = 3000  # recipients at once
SORTINGS = {"name": "by name, to proofread", "zip": "by ZIP, to mail"}
TO = {"contact": "whom we would write to first", "name": "the organization by its name"}


class PrintRun(Versioned, db.Model):
    """`kind`: of its letters, or '' for labels alone; `chosen`: what the recipients were chosen by,
    and once it is made who they are, in order; `left_out`: who is not among them and why."""

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    sorting: Mapped[str] = mapped_column(default="name")
    is_per_household: Mapped[bool] = mapped_column(default=False)
    chosen: Mapped[dict] = mapped_column(JSON, default=dict)
    left_out: Mapped[list] = mapped_column(JSON, default=list)
    made_at: Mapped[datetime]
    printed_at: Mapped[datetime | None]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id"))

    made_by: Mapped["Account | None"] = relationship()
    job: Mapped[Job | None] = relationship()
    letters: Mapped[list[Letter]] = relationship(
        back_populates="print_run", order_by="Letter.place_in_run"
    )

    @classmethod
    def planned(
        cls, source: str, ids: Iterable[int], title: str, now: datetime, by: "Account | None" = None
    ) -> "PrintRun":
        """One whose recipients are chosen and nothing else; chosen once more, it is the same."""
        ids = list(ids)
        query = cls.plans().where(cls.made_by == by, cls.title == title)
        for run in db.session.scalars(query):
            if (run.source, run.ids) == (source, ids):
                return run
        kind = next(iter(SOURCES[source]), "")
        run = cls(title=title, kind=kind, chosen={"source": source, "ids": ids}, made_at=now)
        run.made_by = by
        db.session.add(run)
        db.session.flush()
        return run

    @classmethod
    def plans(cls):
        return cls.newest_first().where(cls.job_id.is_(None))

    @classmethod
    def newest_first(cls):
        return select(cls).order_by(cls.id.desc())

    @classmethod
    def unfinished(cls):
        """Begun and not printed yet, or with letters that are written and did not go."""
        waiting = select(Letter.print_run_id).where(
            Letter.print_run_id.is_not(None), Letter.sent_on.is_(None)
        )
        is_begun = cls.job_id.is_not(None) & cls.printed_at.is_(None)
        return cls.newest_first().where(cls.id.in_(waiting) | is_begun)

    @classmethod
    def over(cls, before: datetime):
        """Printed before that moment, and nothing of it waits to go."""
        return cls.newest_first().where(
            cls.printed_at < before, cls.id.not_in(cls.unfinished().with_only_columns(cls.id))
        )

    @property
    def source(self) -> str:
        return self.chosen["source"]

    @property
    def ids(self) -> list[int]:
        return self.chosen["ids"]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Of letters that may be written to these recipients."""
        return SOURCES[self.source]

    @property
    def is_plan(self) -> bool:
        """Nothing is written yet."""
        return self.job_id is None

    @property
    def writes_letters(self) -> bool:
        """Rather than printing those that were drafted before, or labels alone."""
        return bool(self.kind)

    @property
    def has_letters(self) -> bool:
        return self.writes_letters or self.source == "drafts"

    @property
    def goes_to(self) -> str:
        """Of organizations: 'contact', whom one would write to first, or the 'name' alone."""
        return self.chosen.get("to", "contact")

    @property
    def changed_on(self) -> str:
        """The page, wherever it is open, on which somebody chose last."""
        return self.chosen.get("page", "")

    @property
    def words(self) -> LetterWords | None:
        """Others than those of the template."""
        own = self.chosen.get("words")
        return LetterWords(**own) if own else None

    @property
    def recipients(self) -> list[dict[str, int]]:
        """Once it is made: the ids of each, in order."""
        return self.chosen.get("recipients", [])

    @property
    def dated_on(self) -> date:
        return date.fromisoformat(self.chosen["dated_on"])

    def choose(self, **changes) -> None:
        """JSON is noticed as changed only when it is another."""
        self.chosen = {**self.chosen, **changes}

    def settle(self, recipients: list[dict], left_out: list[dict], today: date) -> None:
        """Who gets one is decided now: a list that changes while it is printed changes nothing."""
        self.choose(recipients=recipients, dated_on=today.isoformat())
        self.left_out = left_out

    def counts(self) -> tuple[int, int]:
        """How many letters are written, and how many of them are sent."""
        query = select(func.count(Letter.id), func.count(Letter.sent_on))
        return tuple(db.session.execute(query.where(Letter.print_run_id == self.id)).one())

    def unsent_but(self, numbers: set[int]) -> list[int]:
        """The ids of those that did not go yet, without these numbers of the run."""
        query = select(Letter.id, Letter.place_in_run).where(self._unsent)
        found = db.session.execute(query.order_by(Letter.place_in_run))
        return [id_ for id_, place in found if place + 1 not in numbers]

    def finish_printing(self, now: datetime) -> None:
        """All are in the file. Counts as no change of a letter."""
        self.printed_at = now
        db.session.execute(
            update(Letter).where(self._unsent).values(printed_at=now),
            execution_options={"synchronize_session": False},
        )

    def let_go(self) -> None:
        """What did not go is a draft like any other."""
        letting_go = update(Letter).values(print_run_id=None, place_in_run=None)
        db.session.execute(letting_go.where(self._unsent))

    def throw_away(self) -> None:
        """With the letters that it wrote and that did not go; those drafted before stay drafts."""
        if self.writes_letters:
            for letter in db.session.scalars(select(Letter).where(self._unsent)):
                db.session.delete(letter)  # one by one: the search forgets them as well
            db.session.flush()
        self.let_go()

    @property
    def _unsent(self):
        return (Letter.print_run_id == self.id) & Letter.sent_on.is_(None)

    @property
    def heading(self) -> str:
        """'First letter to 24 organizations', 'Labels for 180 people'."""
        if self.source == "drafts":
            return self.title
        return (
            f"{KINDS[self.kind].capitalize()} to {self.title}"
            if self.kind
            else f"Labels for {self.title}"
        )
