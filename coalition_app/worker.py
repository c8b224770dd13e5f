"""One job, in a process of its own, which web/job_process.py starts.

The settings come through the pipe, since the command line of a process can be read by others; then
comes the job's number, at once or when there is a job.
"""

import gc
import json
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from time import sleep
from typing import TextIO

from flask import Flask

from coalition_app import create_app
from coalition_app.documents.printer import Printer
from coalition_app.extensions import db
from coalition_app.models import Job
from coalition_app.web import clock, jobs

UNKINDNESS = 19  # pages go first; a busy machine still leaves a portion time enough
PATIENCE = 600  # seconds that a process is ready for a job
WORN_OUT = 2_000  # documents: 500 letters leave a renderer as large as 100 do
CANCELED = "Canceled."
LEFT_BEHIND = "It was stopped in the middle."
BROKEN = "Something broke on our side. Try once more; if it fails again, tell whoever helps you."


def begin() -> None:
    with suppress(KeyboardInterrupt):
        main(*sys.argv[1:])


def main(instance: str) -> None:
    if hasattr(os, "nice"):
        os.nice(UNKINDNESS)
    given = json.loads(sys.stdin.readline())
    printer = Printer(jobs=WORN_OUT)
    with closing(printer):
        if given.pop("prints", False):
            printer.make_ready()  # while the rest of the program is loaded
        app = create_app({"INSTANCE": Path(instance), **given})
        app.extensions["printer"] = printer
        gc.freeze()  # to look through the program for garbage takes a tenth of a second each time
        gc.enable()
        with app.app_context():
            if job_id := awaited(sys.stdin):
                work(app, job_id)
            for engine in db.engines.values():
                engine.dispose()


def awaited(pipe: TextIO) -> int | None:
    """The job, or none if the server is gone or nobody wanted anything for long."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored
    patience = threading.Timer(PATIENCE, os.kill, [os.getpid(), signal.SIGINT])
    patience.daemon = True
    patience.start()
    said = pipe.readline()
    patience.cancel()
    return int(said) if said.strip() else None


def work(app: Flask, job_id: int) -> None:
    """Does the job when its turn has come; its row says how that ended."""
    kind = db.session.get(Job, job_id).kind
    with turn_of(kind):
        job = db.session.get(Job, job_id, populate_existing=True)
        if job.state == "waiting":
            end_those_left_behind(kind)
            job.take(os.getpid(), clock.now())
            running = jobs.Running(job)
            db.session.commit()
            carry_out(app, running, app.extensions["jobs"][kind])


@contextmanager
def turn_of(kind: str):
    """One at a time: whoever holds the lock works, the others wait."""
    lock = jobs.lock_of(kind)
    db.session.rollback()
    while not lock.acquire():
        sleep(0.1)
    try:
        yield
    finally:
        db.session.rollback()
        lock.release()


def end_those_left_behind(kind: str) -> None:
    """Whoever holds the lock knows: the others that say they run do not run."""
    for job in db.session.scalars(Job.unfinished(kind).where(Job.state == "running")):
        job.fail(LEFT_BEHIND, {"again": True}, clock.now())


def carry_out(app: Flask, running: jobs.Running, work: jobs.Work) -> None:
    try:
        outcome = work.run(running)
        result = {"url": outcome.url, "link": outcome.link, **outcome.kept}
        end(running, Job.finish, outcome.words, result)
    except jobs.Canceled:
        end(running, Job.cancel, CANCELED)
    except jobs.Failed as problem:
        end(running, Job.fail, str(problem), {"url": problem.url, "link": problem.link})
    except Exception:
        app.logger.exception("Job %s broke", running.id)
        end(running, Job.fail, BROKEN, {"again": True})


def end(running: jobs.Running, verb: Callable, *said) -> None:
    """What a job that did not finish left unsaved is taken back."""
    if verb is not Job.finish:
        db.session.rollback()
    verb(db.session.get(Job, running.id, populate_existing=True), *said, clock.now())
    db.session.commit()
