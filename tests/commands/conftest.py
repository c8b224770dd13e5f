"""Programs that run as a person would run them, each with an instance folder of its own."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

from coalition_app import create_app, serving
from coalition_app.settings import ROOT

# What app.py does when all is set up; it says what it loads.
START = """
import gc, sys
gc.disable()
from coalition_app import starting
sys.exit(starting.start([]))
"""
COMMAND = [sys.executable, "-X", "importtime", "-c", START]
HOW = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"


def environment(instance: Path, **more: str) -> dict[str, str]:
    ours = {"COALITION_INSTANCE": str(instance), "COALITION_PORT": "0", "CI": "1"}
    return {**os.environ, **ours, **more}


@contextmanager
def started(instance: Path, loads: Path) -> Iterator[subprocess.Popen]:
    """The program, past its line of welcome, which `welcome` keeps; `loads` tells its imports."""
    pipe = subprocess.PIPE
    with (
        loads.open("w") as told,
        subprocess.Popen(
            COMMAND, cwd=ROOT, env=environment(instance), stdout=pipe, stderr=told, text=True
        ) as process,
    ):
        process.welcome = process.stdout.readline()
        yield process
        process.kill()


@contextmanager
def running(target, *arguments) -> Iterator[BaseProcess]:
    """A process of its own that has all of this one's modules: it takes no time to start."""
    process = multiprocessing.get_context(HOW).Process(target=target, args=arguments)
    process.start()
    yield process
    process.kill()
    process.join()


def serve(instance: Path) -> None:
    app = create_app({"INSTANCE": instance, "PORT": 0, "BROWSER": False})
    sys.exit(serving.run(app))
