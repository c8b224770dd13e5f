"""Registry: a state's file of 23,422 rows loaded, and searched, in a database of its own."""

import random
import tempfile
from datetime import datetime
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from coalition_app import create_app
from coalition_app.extensions import db
from coalition_app.lib import irs
from coalition_app.models import RegistryEntry
from tests.bench.report import Row
from tests.registries.harbor import file_of_many

ROWS = 23_422
SEARCHES = (
    "area labor federation",
    "building trades",
    "women voters",
    "local 555",
    "harbor valley",
    "east harbor housing",
    "ruiz",
    "inc",
    "h",
    "00501",
    "naacp",
    "zebra",
)
ROUNDS = 10


def rows(file: Path | None = None) -> list[Row]:
    """Measures `file`, a state's real one, or an invented one of the same length."""
    with tempfile.TemporaryDirectory() as folder:
        file = file or file_of_many(Path(folder), ROWS, random.Random(555))  # noqa: S311
        app = create_app({"INSTANCE": Path(folder), "SECRET_KEY": "for the bench only"})
        with app.app_context():
            db.create_all("registry")
            loaded = load_seconds(file)
            again = load_seconds(file)
            searches = search_milliseconds()
            for engine in db.engines.values():
                engine.dispose()
    cuts = quantiles(searches, n=20)
    return [
        Row("registry: load", loaded, "s", 3),
        Row("registry: load in the place of an older file", again, "s", 3),
        Row("registry: search, p50", cuts[9], "ms", 20),
        Row("registry: search, p95", cuts[18], "ms", 20),
    ]


def load_seconds(file: Path) -> float:
    start = perf_counter()
    RegistryEntry.load(irs.read(file), datetime(2026, 3, 14))
    db.session.commit()
    return perf_counter() - start


def search_milliseconds() -> list[float]:
    measured = []
    for text in SEARCHES * ROUNDS:
        db.session.remove()
        start = perf_counter()
        RegistryEntry.search(text)
        measured.append((perf_counter() - start) * 1000)
    return measured
