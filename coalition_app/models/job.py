"""A long piece of work that a child process does, row by row, while pages stay quick."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db

if TYPE_CHECKING:
    from coalition_app.models.account import Account


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
