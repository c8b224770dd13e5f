"""Long work in a child process: a row says how far it is, and pages stay quick meanwhile.

A slice says what it can do in its jobs.py: `JOBS = {"registry": Work(load, ...)}`.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, NamedTuple

from flask import Flask, current_app
from flask_login import current_user
from sqlalchemy import Select, select, update

from coalition_app.extensions import db
from coalition_app.models import Job
from coalition_app.storage import dialect
from coalition_app.storage.lock import Lock
from coalition_app.web import clock, progress
from coalition_app.web.job_process import Processes
from coalition_app.web.progress import Progress

BETWEEN_REPORTS = 0.3  # seconds
BETWEEN_WORDS = 0.1  # seconds; they cost next to nothing
HANDED_OVER = ("SQLALCHEMY_DATABASE_URI", "SQLALCHEMY_BINDS", "SECRET_KEY", "SAMPLE")


class Failed(Exception):
    """The job cannot be done: words that say why and what to do, and where that is done."""

    def __init__(self, words: str, url: str = "", link: str = ""):
        super().__init__(words)
        self.url, self.link = url, link


class Canceled(Exception):
    """Somebody asked to stop; raised by `report`."""


@dataclass
class Outcome:
    """What came of it: words, an address with its link's words, and what else shall be kept."""

    words: str
    url: str = ""
    link: str = "Look at it"
    kept: dict[str, Any] = field(default_factory=dict)


class Running:
    """What a job's function is given: what to do, and a way to tell how far it is."""

    def __init__(self, job: Job) -> None:
        self.id, self.kind, self.given = job.id, job.kind, job.given_values
        self.done, self.total, self.words = job.done_count, job.total_count, job.words
        self._told_at = 0.0

    def begin(self, total: int, words: str = "") -> None:
        self.total, self.words, self._told_at = total, words, 0.0
        self.report(self.done)

    def report(self, done: int, words: str | None = None) -> None:
        """Commits what db.session holds together with how far it is: one portion.

        Without anything to commit it writes only some times a second. Raises Canceled.
        """
        self.done, self.words = done, self.words if words is None else words
        has_portion = db.session().in_transaction()
        if not has_portion and monotonic() - self._told_at < BETWEEN_REPORTS:
            return
        values = {"done_count": done, "total_count": max(done, self.total), "words": self.words}
        told = update(Job).where(Job.id == self.id).values(**values, seen_at=clock.now())
        db.session.execute(told)
        is_canceling = db.session.scalar(self._is_canceling)
        db.session.commit()
        self._told_at = monotonic()
        if is_canceling:
            raise Canceled

    def tell(self, done: int, words: str | None = None) -> None:
        """How far it is, without a word to the database: as often as you like. Raises Canceled."""
        self.done, self.words = done, self.words if words is None else words
        if monotonic() - self._told_at < BETWEEN_WORDS:
            return
        self._told_at = monotonic()
        progress.tell(
            current_app.config["INSTANCE"], self.kind, Progress(self.id, done, self.words)
        )
        with dialect.reading(db.engine) as connection:
            is_canceling = connection.scalar(self._is_canceling)
        if is_canceling:
            raise Canceled

    @property
    def _is_canceling(self) -> Select:
        return select(Job.is_canceling).where(Job.id == self.id)


class Work(NamedTuple):
    """`stopped`: what is true when it was interrupted or broke; `again`: its button's words;
    `prints`: its process has renderers ready."""

    run: Callable[[Running], Outcome]
    stopped: str
    again: str = "Start again"
    prints: bool = False


def init_app(app: Flask) -> None:
    app.extensions["jobs"] = {}
    app.extensions["job_processes"] = Processes()
    app.config.setdefault("LAUNCH", launch)


def start(kind: str, title: str, of: Any = None, **given: Any) -> Job:
    """Commits a new job with all else that waits to be saved, and starts its process.

    `of`: the record whose `job` it is; whoever asks the same a moment later finds it there.
    """
    job = Job(kind=kind, title=title, given=json.dumps(given), made_at=clock.now())
    if current_user and current_user.is_authenticated:
        job.started_by_id = current_user.id
    db.session.add(job)
    if of is not None:
        of.job = job
    return _launched(job)


def start_again(job: Job) -> Job:
    """One whose process is gone, or that failed."""
    job.wait_again(clock.now())
    return _launched(job)


def _launched(job: Job) -> Job:
    db.session.flush()
    id_ = job.id  # asked for after the commit, it would begin a transaction
    db.session.commit()
    current_app.config["LAUNCH"](id_)
    return job


def launch(job_id: int) -> None:
    with dialect.reading(db.engine) as connection:
        kind = connection.scalar(select(Job.kind).where(Job.id == job_id))
    prints = current_app.extensions["jobs"][kind].prints
    processes().launch(current_app.config["INSTANCE"], _handed_over(prints=prints), job_id)


def make_ready() -> None:
    """For a job that prints: its process is there when somebody presses the button."""
    if current_app.config["LAUNCH"] is launch:
        processes().make_ready(current_app.config["INSTANCE"], _handed_over(prints=True))


def processes() -> Processes:
    return current_app.extensions["job_processes"]


def _handed_over(*, prints: bool) -> dict[str, Any]:
    return {"prints": prints, **{name: current_app.config[name] for name in HANDED_OVER}}


def lock_of(kind: str) -> Lock:
    """Held by the process that does a job of this kind; the system frees it however it ends."""
    return Lock(current_app.config["INSTANCE"], f"job-{kind}")


def state_of(job: Job) -> str:
    """Its state, and beyond those of the row: stopped, canceling."""
    if not job.is_over and job.is_stalled(lock_of(job.kind).is_held(), clock.now()):
        return "stopped"
    return "canceling" if job.is_canceling and not job.is_over else job.state


def can_start_again(job: Job) -> bool:
    return state_of(job) == "stopped" or job.result_values.get("again", False)


class Shown(NamedTuple):
    """Plain values: a page is rendered after its transaction has ended."""

    id: int
    title: str
    state: str
    words: str
    done: int
    total: int
    url: str
    link: str
    stopped: str
    again: str

    @property
    def is_over(self) -> bool:
        return self.state not in ("waiting", "running", "canceling")


def shown(job: Job) -> Shown:
    work, result = current_app.extensions["jobs"][job.kind], job.result_values
    done, words = _how_far(job)
    return Shown(
        id=job.id,
        title=job.title,
        state=state_of(job),
        words=words,
        done=done,
        total=job.total_count,
        url=result.get("url", ""),
        link=result.get("link", ""),
        stopped=work.stopped,
        again=work.again if can_start_again(job) else "",
    )


def _how_far(job: Job) -> tuple[int, str]:
    """As its row says, or as the job has told since."""
    told = progress.told(current_app.config["INSTANCE"], job.kind, job.id)
    if job.state in ("waiting", "done") or told is None or told.done < job.done_count:
        return job.done_count, job.words
    return told.done, job.words if job.is_over else told.words


def unfinished(kind: str) -> Shown | None:
    """The one that a page of the slice itself should show: at work, or stopped in the middle."""
    job = Job.latest(kind)
    return shown(job) if job and not job.is_over else None
