"""Registries: a state of 200,000 rows loaded by a process of its own, and searched as one types.

The rows are those of the real files that are given, over and over with other numbers and names;
of an invented file without them.
"""

import csv
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from coalition_app import create_app
from coalition_app.extensions import db
from coalition_app.lib.irs import COLUMNS
from coalition_app.lib.registry_files import RegistryReader
from coalition_app.models import (
    RegistryGround,
    RegistryWanted,
    load_registry,
    search_registry,
    writing_registry,
)
from tests.bench.report import Row
from tests.registries.harbor import PLACES, file_of_many

LARGE = 200_000
USUAL = 23_422
SPREAD = 4_999  # between two EINs: 200,000 of nine digits
# Every text with every filter: common words and beginnings of them, rare ones, numbers, none.
TEXTS = (
    *("", "h", "x", "of", "ct", "inc", "the", "har", "harb", "harbor", "harbor valley", "conn"),
    *("association", "associatio", "association inc of", "foundation", "church", "inte", "scho"),
    *("area labor federation", "building trades", "women voters", "local 555", "ruiz", "hvh"),
    *("naacp", "zebra", "065", "0651", "00501", "1234", "u health", "o i s", "new haven"),
)
FILTERS = (
    *({}, {"kind": "labor"}, {"kind": "community"}, {"field": "housing"}, {"field": "other"}),
    *({"state": "CT"}, {"state": "WY"}, {"place": "0"}, {"place": "065"}, {"place": "00501"}),
    *({"place": "h"}, {"place": "harbor"}, {"place": "new haven"}, {"income": 3}, {"income": 6}),
    *({"members": 100}, {"parent": "g0001"}, {"kind": "community", "income": 4, "place": "06"}),
    {"kind": "community", "field": "education", "state": "CT", "place": "h", "income": 3},
)
HERE = RegistryGround("06511", "CT", frozenset({"health", "civil rights", "labor"}))
ROUNDS = 3
# As a child process would: what it took is told at its end.
LOADING = """
import json, resource, sys
from time import perf_counter
from pathlib import Path
from coalition_app import create_app
from coalition_app.lib.registry_files import RegistryReader
from coalition_app.web import clock
from coalition_app.registries.loaded import take_in
with create_app({"INSTANCE": Path(sys.argv[1]), "SECRET_KEY": "bench"}).app_context():
    begun = perf_counter()
    take_in(RegistryReader(Path(sys.argv[2])), clock.now())
    seconds = perf_counter() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([seconds, peak * (1 if sys.platform == "darwin" else 1024) / 1e6]))
"""


def rows(*files: Path) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        usual = files[0] if files else file_of_many(room, USUAL, random.Random(555))  # noqa: S311
        large = large_file(room, files or [usual])
        app = create_app({"INSTANCE": room, "SECRET_KEY": "for the bench only"})
        with app.app_context():
            db.create_all()
            usual_seconds = [load_seconds(usual) for _ in range(2)]
            db.drop_all("registry")
        seconds, megabytes = in_a_child(room, large)
        with app.app_context():
            again, _ = in_a_child(room, large)
            searches = search_milliseconds()
            close()
    cuts = quantiles(searches, n=20)
    return [
        Row("registry: load of a usual state", usual_seconds[0], "s", 3),
        Row("registry: the same once more", usual_seconds[1], "s", 3),
        Row(f"registry: load of {LARGE:,} rows", seconds, "s", 30),
        Row("registry: memory of that", megabytes, "MB", 300),
        Row(f"registry: load of {LARGE:,} rows once more", again, "s", 30),
        Row(f"registry: {len(searches)} searches of them with filters, p50", cuts[9], "ms", 40),
        Row("registry: the same, p95", cuts[18], "ms", 40),
        Row("registry: the same, the slowest of them all", max(searches), "ms", 2 * 40),
    ]


def large_file(folder: Path, files: list[Path]) -> Path:
    """The rows of the files, again and again, each with an EIN and a name of its own."""
    file = folder / "large.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(repeated(files))
    return file


def repeated(files: list[Path]) -> Iterator[dict[str, str]]:
    number = 0
    while number < LARGE:
        for file in files:
            with file.open(encoding="utf-8", newline="") as opened:
                for row in csv.DictReader(opened):
                    number += 1
                    if number > LARGE:
                        return
                    place = PLACES[number % len(PLACES)] if number > USUAL else ""
                    yield row | {
                        "EIN": f"{number * SPREAD:09d}",
                        "NAME": f"{place} {row['NAME']}".strip(),
                    }


def load_seconds(file: Path) -> float:
    start = perf_counter()
    with writing_registry() as connection:
        load_registry(connection, RegistryReader(file).records(), datetime(2026, 3, 14))
    return perf_counter() - start


def in_a_child(folder: Path, file: Path) -> tuple[float, float]:
    """Seconds, and megabytes at the most."""
    command = [sys.executable, "-c", LOADING, str(folder), str(file)]
    told = subprocess.run(command, check=True, capture_output=True).stdout
    return tuple(json.loads(told))


def search_milliseconds() -> list[float]:
    """Of every combination; of its turns the median."""
    return [
        median(taken(RegistryWanted(text, **narrow)) for _ in range(ROUNDS))
        for text in TEXTS
        for narrow in FILTERS
    ]


def taken(wanted: RegistryWanted) -> float:
    start = perf_counter()
    search_registry(wanted, HERE, 30)
    return (perf_counter() - start) * 1000


def close() -> None:
    for engine in db.engines.values():
        engine.dispose()
