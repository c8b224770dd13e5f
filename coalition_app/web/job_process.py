"""The processes that do jobs: to start one takes two seconds, so one may be ready beforehand."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

from coalition_app import settings

# It looks for garbage once all is loaded, none of which is any: that saves a sixth of its start.
BEGIN = "import gc; gc.disable(); from coalition_app import worker; worker.begin()"


class Processes:
    """At most one waits, for as long as worker.PATIENCE, and ends with the server; whoever has a
    job afterwards outlives it."""

    def __init__(self):
        self._lock = threading.Lock()
        self._ready: subprocess.Popen | None = None

    def make_ready(self, instance: Path, given: dict) -> None:
        with self._lock:
            if self._ready is None or self._ready.poll() is not None:
                self._ready = _started(instance, given)

    def launch(self, instance: Path, given: dict, job_id: int) -> subprocess.Popen:
        with self._lock:
            ready, self._ready = self._ready, None
        if ready and _begins(ready, job_id):
            return ready
        process = _started(instance, given)
        _begins(process, job_id)
        return process


def _started(instance: Path, given: dict) -> subprocess.Popen:
    """A process of its own, which outlives a restart of the server; secrets go by its pipe."""
    process = subprocess.Popen(
        [sys.executable, "-c", BEGIN, str(instance)],
        cwd=settings.ROOT,
        stdin=subprocess.PIPE,
        start_new_session=os.name != "nt",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    process.stdin.write(json.dumps(given).encode() + b"\n")
    process.stdin.flush()
    threading.Thread(target=process.wait, daemon=True).start()
    return process


def _begins(process: subprocess.Popen, job_id: int) -> bool:
    """False if it has ended meanwhile."""
    if process.poll() is not None:
        return False
    try:
        process.stdin.write(b"%d\n" % job_id)
        process.stdin.close()
    except OSError:
        return False
    return True
