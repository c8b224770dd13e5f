"""How far a job is, in a file beside its lock.

In the database each word of it would be a change, and after a change no list may show what it
remembers (storage/memory.py): while a run printed, other pages took twice as long.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Progress(NamedTuple):
    job_id: int
    done: int
    words: str


def tell(instance: Path, kind: str, progress: Progress) -> None:
    _file(instance, kind).write_text(json.dumps(progress), "utf-8")


def told(instance: Path, kind: str, job_id: int) -> Progress | None:
    """What the job itself told last; none if it told nothing, or is just doing so."""
    with suppress(OSError, ValueError, TypeError):
        progress = Progress(*json.loads(_file(instance, kind).read_text("utf-8")))
        return progress if progress.job_id == job_id else None
    return None


def _file(instance: Path, kind: str) -> Path:
    return instance / f"job-{kind}.progress"
