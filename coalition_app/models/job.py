"""A long piece of work that a child process does, row by row, while pages stay quick."""

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import CheckConstraint, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db

if TYPE_CHECKING:
    from coalition_app.models.account import Account

UNFINISHED = ("waiting", "running")
STARTING = timedelta(seconds=15)  # what a child process may take until it has begun


class Job(db.Model):
    """`given` and `result` are JSON; `words` say what it is doing, or why it ended."""

    __table_args__ = (
        CheckConstraint(
            "state IN ('waiting', 'running', 'done', 'failed', 'canceled')", name="state_known"
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    title: Mapped[str]
    state: Mapped[str] = mapped_column(default="waiting", index=True)
    given: Mapped[str] = mapped_column(default="{}")
    result: Mapped[str] = mapped_column(default="{}")
    words: Mapped[str] = mapped_column(default="")
    done_count: Mapped[int] = mapped_column(default=0)
    total_count: Mapped[int] = mapped_column(default=0)
    process_id: Mapped[int | None]
    is_canceling: Mapped[bool] = mapped_column(default=False)
    started_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]

    started_by: Mapped["Account | None"] = relationship()

    @classmethod
    def unfinished(cls, kind: str) -> Select:
        """Waiting or running, or left behind by a process that is gone; the oldest first."""
        query = select(cls).where(cls.state.in_(UNFINISHED), cls.kind == kind)
        return query.order_by(cls.id)

    @classmethod
    def latest(cls, kind: str) -> "Job | None":
        query = select(cls).where(cls.kind == kind).order_by(cls.id.desc())
        return db.session.scalar(query.limit(1))

    @property
    def is_over(self) -> bool:
        return self.state not in UNFINISHED

    @property
    def given_values(self) -> dict[str, Any]:
        return json.loads(self.given)

    @property
    def result_values(self) -> dict[str, Any]:
        return json.loads(self.result)

    def is_stalled(self, has_worker: bool, now: datetime) -> bool:
        """Left unfinished by its process: killed, or the computer was shut down."""
        if self.is_over or has_worker:
            return False
        return self.state == "running" or now - self.made_at > STARTING

    def take(self, process_id: int, now: datetime) -> None:
        """By a child process; `done_count` stays, so that work in portions goes on where it was."""
        self.state, self.process_id, self.seen_at = "running", process_id, now

    def progress(self, done: int, total: int, words: str, now: datetime) -> None:
        self.done_count, self.total_count = done, max(done, total)
        self.words, self.seen_at = words, now

    def finish(self, words: str, result: dict[str, Any], now: datetime) -> None:
        self._end("done", words, now)
        self.result = json.dumps(result)
        self.done_count = self.total_count

    def fail(self, words: str, result: dict[str, Any], now: datetime) -> None:
        self._end("failed", words, now)
        self.result = json.dumps(result)

    def cancel(self, words: str, now: datetime) -> None:
        if not self.is_over:
            self._end("canceled", words, now)

    def ask_to_cancel(self) -> None:
        """Its process stops at the next portion."""
        self.is_canceling = True

    def wait_again(self, now: datetime) -> None:
        """For another process, after the first one was lost or failed."""
        self.state, self.made_at, self.words, self.result = "waiting", now, "", "{}"
        self.is_canceling, self.ended_at, self.process_id = False, None, None

    def _end(self, state: str, words: str, now: datetime) -> None:
        self.state, self.words, self.ended_at, self.seen_at = state, words, now, now
