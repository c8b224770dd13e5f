"""One file of contacts that was read in, with what became of it: it can be undone whole."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db

if TYPE_CHECKING:
    from coalition_app.models.account import Account
    from coalition_app.models.job import Job

COUNTS = (
    "people_created",
    "people_updated",
    "organizations_created",
    "organizations_updated",
    "unchanged",
    "skipped",
)


class Import(db.Model):
    """A draft until somebody says so; then written by a job, row after row, and done.

    `written_count` rows are behind it: a job that was killed goes on from there. `stored_as` names
    the file among the uploads as long as it is needed.
    """

    __table_args__ = (
        CheckConstraint(
            "state IN ('draft', 'writing', 'done', 'undoing', 'undone')", name="state_known"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    stored_as: Mapped[str | None] = mapped_column(unique=True)
    about: Mapped[str] = mapped_column(default="")
    sheet: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="draft")
    headers: Mapped[list] = mapped_column(JSON, default=list)
    mapping: Mapped[list | None] = mapped_column(JSON)
    overwrites: Mapped[bool] = mapped_column(default=False)
    leaves_out: Mapped[bool] = mapped_column(default=False)
    rows_count: Mapped[int] = mapped_column(default=0)
    written_count: Mapped[int] = mapped_column(default=0)
    counts: Mapped[dict] = mapped_column(JSON, default=dict)
    undone: Mapped[dict] = mapped_column(JSON, default=dict)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime]
    written_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id", ondelete="SET NULL"))

    made_by: Mapped["Account | None"] = relationship()
    job: Mapped["Job | None"] = relationship()
    skips: Mapped[list["ImportSkip"]] = relationship(
        back_populates="of", order_by="ImportSkip.id", cascade="all, delete-orphan"
    )

    @classmethod
    def latest_first(cls):
        return select(cls).order_by(cls.made_at.desc(), cls.id.desc())

    @classmethod
    def forgotten_drafts(cls, before: datetime):
        """Nobody came back to them."""
        return select(cls).where(cls.state == "draft", cls.made_at < before)

    @property
    def is_draft(self) -> bool:
        return self.state == "draft"

    @property
    def is_at_work(self) -> bool:
        return self.state in ("writing", "undoing")

    @property
    def is_done(self) -> bool:
        return self.state == "done"

    @property
    def created_count(self) -> int:
        return self.count("people_created") + self.count("organizations_created")

    @property
    def updated_count(self) -> int:
        return self.count("people_updated") + self.count("organizations_updated")

    @property
    def skipped_count(self) -> int:
        return self.count("skipped")

    def skipped(self, at_most: int) -> Select:
        query = select(ImportSkip).where(ImportSkip.import_id == self.id)
        return query.order_by(ImportSkip.id).limit(at_most)

    def count(self, what: str) -> int:
        return (self.counts or {}).get(what, 0)

    def begin(self, overwrites: bool, leaves_out: bool) -> None:
        """Somebody said so."""
        self.state, self.overwrites, self.leaves_out = "writing", overwrites, leaves_out

    def add_counts(self, more: dict[str, int]) -> None:
        self.counts = {what: self.count(what) + more.get(what, 0) for what in COUNTS}

    def finish(self, now: datetime) -> None:
        self.state, self.written_at = "done", now

    def begin_undoing(self) -> None:
        self.state = "undoing"

    def finish_undoing(self, now: datetime) -> None:
        self.state, self.undone_at = "undone", now


class ImportSkip(db.Model):
    """A row that was left out, as it was in the file, and why."""

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(ForeignKey("import.id", ondelete="CASCADE"), index=True)
    row_number: Mapped[int]
    reason: Mapped[str]
    cells: Mapped[list] = mapped_column(JSON)

    of: Mapped[Import] = relationship(back_populates="skips")
