"""The server's end of the pipe to one worker process."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import bootstrap
from coalition_app.documents import fonts
from coalition_app.documents.on_paper import Document, OnPaper
from coalition_app.documents.worker import frames

WORKER = Path(__file__).parent / "worker"


class Crashed(Exception):
    """The worker ended without an answer."""


class TooSlow(Exception):
    """The worker was killed at its time limit."""


class Failed(Exception):
    """The worker could not do this job, and says why (a traceback); it goes on living."""


class NoLibraries(Exception):
    """This machine lacks what WeasyPrint needs."""


def start(mebibytes: int, seconds: float, room: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, WORKER, str(mebibytes), str(seconds)],
        env=environment(room),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


def environment(room: Path) -> dict[str, str]:
    """Ours, with a fontconfig that knows the shipped faces only."""
    others = ("FONTCONFIG_PATH", "FONTCONFIG_SYSROOT")
    kept = {name: value for name, value in os.environ.items() if name not in others}
    kept["FONTCONFIG_FILE"] = str(fonts.write_configuration(room))
    return bootstrap.with_library_folders(kept)


class Child:
    """One worker process: started new (never forked), fed through a pipe, killed when late.

    `seconds`: after about as long it ends a job by itself, should its server be gone.
    """

    def __init__(self, mebibytes: int, seconds: float):
        self.jobs = 0
        self._is_ready = False
        self._room = tempfile.TemporaryDirectory(prefix="coalition-print-")
        self._process = start(mebibytes, seconds, Path(self._room.name))

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def pdf(self, html: str, seconds: float) -> bytes:
        """The finished file; Crashed, TooSlow (and killed), Failed or NoLibraries."""
        return self._ask(frames.JOB, html.encode(errors="replace"), seconds)

    def pictures(self, source: str | bytes, seconds: float) -> bytes:
        """The first pages of HTML, or of a PDF file, for a screen (see worker/pictures.py)."""
        job = source if isinstance(source, bytes) else source.encode(errors="replace")
        return self._ask(frames.PICTURES, job, seconds)

    def portion(self, documents: Sequence[Document], seconds: float, **how) -> bytes:
        """Several documents, to be bound with other portions; `how` as of the press's portion."""
        job = json.dumps({**_each_paper_once(documents), **how}).encode(errors="replace")
        return self._ask(frames.PORTION, job, seconds, len(documents))

    def _ask(self, kind: bytes, job: bytes, seconds: float, documents: int = 1) -> bytes:
        with self._killed_after(seconds):
            self._wait_until_ready()
            self.jobs += documents
            frames.write(self._process.stdin, kind, job)
            kind, answer = frames.read(self._process.stdout)
        if kind == frames.FAILED:
            raise Failed(answer.decode())
        return answer

    def stop(self) -> None:
        """Ends it at once: it holds nothing that could be lost."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # the rest of a job that nobody will read
                pipe.close()
        self._room.cleanup()

    def _wait_until_ready(self) -> None:
        if self._is_ready:
            return
        kind, answer = frames.read(self._process.stdout)
        if kind == frames.NO_LIBRARIES:
            self._process.wait()
            raise NoLibraries(answer.decode())
        self._is_ready = True

    @contextmanager
    def _killed_after(self, seconds: float) -> Iterator[None]:
        late = threading.Event()
        timer = threading.Timer(seconds, self._kill, [late])
        timer.daemon = True
        timer.start()
        try:
            yield
        except (OSError, EOFError) as error:
            self._process.kill()
            self._process.wait()
            raise (TooSlow if late.is_set() else Crashed) from error
        finally:
            timer.cancel()

    def _kill(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()


def _each_paper_once(documents: Sequence[Document]) -> dict:
    """A document is HTML, or the number of its paper and its words."""
    numbers: dict[str, int] = {}
    listed = [
        (numbers.setdefault(each.paper, len(numbers)), each.words)
        if isinstance(each, OnPaper)
        else each
        for each in documents
    ]
    return {"documents": listed, "papers": list(numbers)}
