"""Print runs that stopped in the middle, or are on paper and nobody said yet that they went."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import Select, func, select

from coalition_app.extensions import db
from coalition_app.models.job import Job
from coalition_app.models.letter import KINDS, Letter
from coalition_app.models.print_run import PrintRun
from coalition_app.models.within import recall, tables_read
from coalition_app.storage.dialect import among


class DueRun(NamedTuple):
    """A run `begun_on` that day; `waiting`: letters that are printed and not marked as sent."""

    id: int
    what: str
    begun_on: date
    printed_on: date | None
    waiting: int
    job_id: int | None
    is_stopped: bool = False

    shape = "run"

    @property
    def key(self) -> str:
        return f"run-{self.id}"

    @property
    def day(self) -> date:
        return self.printed_on or self.begun_on


def runs_waiting(now: datetime, is_printing: Callable[[], bool]) -> list[DueRun]:
    """The oldest first. `is_printing`: whether a process is at work on one of them."""
    runs = recall("runs waiting", find=_find, of=tables_read(_statement()))
    jobs = _jobs([each.job_id for each in runs if each.job_id])
    found = (_now(each, jobs.get(each.job_id), now, is_printing) for each in runs)
    return [each for each in found if each]


def _now(
    run: DueRun, job: Job | None, now: datetime, is_printing: Callable[[], bool]
) -> DueRun | None:
    """None while it is being printed."""
    if job is None or job.state == "done":
        return run if run.waiting else None
    is_stopped = job.is_over or job.is_stalled(is_printing(), now)
    return run._replace(is_stopped=True) if is_stopped else None


def _jobs(ids: list[int]) -> dict[int, Job]:
    """Asked each time: a job that tells how far it is makes nothing forgotten."""
    if not ids:
        return {}
    return {each.id: each for each in db.session.scalars(select(Job).where(among(Job.id, ids)))}


def _find() -> list[DueRun]:
    rows = db.session.connection().execute(_statement()).all()
    return [_run(*row) for row in rows]


def _run(id_: int, kind: str, title: str, made_at, printed_at, job_id, waiting: int) -> DueRun:
    what = f"{KINDS[kind]} to {title}" if kind else title
    printed_on = printed_at.date() if printed_at else None
    return DueRun(id_, what, made_at.date(), printed_on, waiting, job_id)


@cache
def _statement() -> Select:
    run, waits = PrintRun, (Letter.print_run_id == PrintRun.id) & Letter.sent_on.is_(None)
    is_begun = run.printed_at.is_(None) & run.job_id.is_not(None)
    return (
        select(
            *(run.id, run.kind, run.title, run.made_at, run.printed_at, run.job_id),
            func.count(Letter.id),
        )
        .outerjoin(Letter, waits)
        .where(is_begun | (run.printed_at.is_not(None) & Letter.id.is_not(None)))
        .group_by(run.id)
        .order_by(run.printed_at, run.id)
    )
