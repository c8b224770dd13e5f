"""From the command to the first page, once set up."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, sleep
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.report import Row

ROOT = Path(__file__).parents[2]
PORT = "5598"


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as instance:
        first_page(instance)
        return [Row("start: command to first page, once set up", first_page(instance), "s", 4)]


def first_page(instance: str) -> float:
    environment = {
        **os.environ,
        "COALITION_INSTANCE": instance,
        "COALITION_PORT": PORT,
        "COALITION_BROWSER": "no",
    }
    start = perf_counter()
    program = subprocess.Popen(
        [sys.executable, ROOT / "app.py"], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        while not answers():
            sleep(0.02)
            if perf_counter() - start > 60:
                raise TimeoutError("The program did not start within a minute.")
        return perf_counter() - start
    finally:
        program.terminate()
        program.wait()


def answers() -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{PORT}/", timeout=5) as answer:
            return answer.status == 200
    except (URLError, ConnectionError):
        return False
