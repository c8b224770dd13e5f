"""Print runs on paper of which nobody said yet that they went."""

from datetime import date
from functools import cache
from typing import NamedTuple

from sqlalchemy import Select, func, select

from coalition_app.extensions import db
from coalition_app.models.letter import KINDS, Letter
from coalition_app.models.print_run import PrintRun
from coalition_app.models.within import recall, tables_read


class DueRun(NamedTuple):
    """A run whose letters are printed, `waiting` of them not marked as sent."""

    id: int
    what: str
    printed_on: date
    waiting: int

    shape = "run"

    @property
    def key(self) -> str:
        return f"run-{self.id}"

    @property
    def day(self) -> date:
        return self.printed_on


def runs_to_send() -> list[DueRun]:
    """The oldest first."""
    return recall("runs to send", find=_find, of=tables_read(_statement()))


def _find() -> list[DueRun]:
    rows = db.session.connection().execute(_statement()).all()
    return [_run(*row) for row in rows]


def _run(id_: int, kind: str, title: str, printed_at, waiting: int) -> DueRun:
    what = f"{KINDS[kind]} to {title}" if kind else title
    return DueRun(id_, what, printed_at.date(), waiting)


@cache
def _statement() -> Select:
    return (
        select(
            PrintRun.id, PrintRun.kind, PrintRun.title, PrintRun.printed_at, func.count(Letter.id)
        )
        .join(Letter, Letter.print_run_id == PrintRun.id)
        .where(PrintRun.printed_at.is_not(None), Letter.sent_on.is_(None))
        .group_by(PrintRun.id)
        .order_by(PrintRun.printed_at, PrintRun.id)
    )
