"""The child process that prints: `python coalition_app/documents/worker MEBIBYTES SECONDS`.

Reads jobs from standard input, answers on standard output, ends when the input ends, that is
when the server that started it is gone.
"""

import faulthandler
import gc
import importlib
import json
import os
import signal
import sys
import traceback
from contextlib import suppress
from typing import BinaryIO

import frames

try:
    import resource
except ImportError:  # Windows
    resource = None

MEBIBYTE = 1024 * 1024
GRACE_SECONDS = 5
UNKINDNESS = 5  # who looks at a page of the program goes first


def main(mebibytes: int, seconds: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which closes us
    if hasattr(os, "nice"):
        os.nice(max(UNKINDNESS - os.nice(0), 0))  # a job's process is unkind already
    jobs, answers = sys.stdin.buffer, _private_output()
    _limit_memory(mebibytes)
    try:
        press = importlib.import_module("press").Press()
    except OSError as error:  # WeasyPrint looks for Pango while it is imported
        frames.write(answers, frames.NO_LIBRARIES, str(error).encode())
        return
    press.warm_up()
    gc.freeze()  # what is loaded by now stays: not to look at it again spares a tenth of each job
    with suppress(EOFError, BrokenPipeError):
        frames.write(answers, frames.READY)
        while True:
            _answer(press, *frames.read(jobs), answers, seconds)


def _private_output() -> BinaryIO:
    """Standard output for answers alone: whatever a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _limit_memory(mebibytes: int) -> None:
    if resource:
        with suppress(ValueError, OSError):  # macOS knows the limit and refuses to set it
            resource.setrlimit(resource.RLIMIT_AS, (mebibytes * MEBIBYTE,) * 2)


def _answer(press, asked: bytes, job: bytes, answers: BinaryIO, seconds: float) -> None:
    # The server kills a late worker; this ends one that is busy when its server is gone.
    faulthandler.dump_traceback_later(seconds + GRACE_SECONDS, exit=True)
    try:
        kind, answer = frames.PDF, _print(press, asked, job)
    except Exception:  # noqa: BLE001 whatever went wrong is the server's to log
        kind, answer = frames.FAILED, traceback.format_exc().encode()
    faulthandler.cancel_dump_traceback_later()
    frames.write(answers, kind, answer)


def _print(press, asked: bytes, job: bytes) -> bytes:
    if asked == frames.PORTION:
        return press.portion(**json.loads(job))
    if asked == frames.PICTURES:
        return _pictures(press, job)
    return press.pdf(job.decode())


def _pictures(press, job: bytes) -> bytes:
    """Of a file that was kept, or of a page as it will print."""
    is_kept = job.startswith(b"%PDF")
    pdf = job if is_kept else press.pdf(job.decode())
    in_color = is_kept or b"data:image/" in job
    return json.dumps(importlib.import_module("pictures").of(pdf, in_color=in_color)).encode()


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
