"""Children that run the program as a person would, each with an instance folder of its own."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coalition_app.settings import ROOT

START = (
    "import sys; from coalition_app import create_app, serving; sys.exit(serving.run(create_app()))"
)


def environment(instance: Path, **more: str) -> dict[str, str]:
    ours = {"COALITION_INSTANCE": str(instance), "COALITION_PORT": "0", "CI": "1"}
    return {**os.environ, **ours, **more}


@contextmanager
def started(instance: Path) -> Iterator[subprocess.Popen]:
    """The program, past its line of welcome, which `welcome` keeps."""
    command = [sys.executable, "-c", START]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment(instance), stdout=subprocess.PIPE, text=True
    ) as process:
        process.welcome = process.stdout.readline()
        yield process
        process.kill()
