"""Today of a busy local: warm, as the first read after a write, and how many queries it asks.

CPU time of this process: what else the machine does only adds to the time on the wall.
"""

import tempfile
from functools import partial
from pathlib import Path
from sqlite3 import connect
from statistics import median
from time import process_time

from flask import Flask
from flask.testing import FlaskClient

from coalition_app.extensions import db
from coalition_app.serving import settle
from tests.bench import busy, crowd
from tests.bench.pages import asked, bench_app, signed_in
from tests.bench.report import Row

MOST = 30
TURNS = 25
WRITTEN_TO = ("organization", "person", "meeting", "commitment", "letter")


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = bench_app(folder)
        client = signed_in(app, FlaskClient)
        few = asked(app, client, "/")
        with app.app_context():
            busy.fill()
        close(app)  # as it lies in the morning: closed once since all this was written
        many = asked(app, client, "/")
        settle()
        warm = cpu_milliseconds(partial(client.get, "/"))
        first = {
            each: cpu_milliseconds(partial(client.get, "/"), before=partial(write, folder, each))
            for each in WRITTEN_TO
        }
        close(app)
    what = "300 organizations, 2,000 meetings, 5,000 commitments"
    return [
        Row(f"Today, {what}: CPU, nothing written since", warm, "ms", MOST),
        *(
            Row(f"Today, {what}: CPU, first read after a write to {each}", taken, "ms", MOST)
            for each, taken in first.items()
        ),
        Row(
            f"Today: queries more than for a dozen organizations ({few}, {many})", many - few, "", 0
        ),
    ]


def close(app: Flask) -> None:
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()


def write(folder: Path, table: str) -> None:
    """Somebody else writes: what reading requests remember of this table is old."""
    with connect(folder / "coalition.db") as other:
        changed = f"UPDATE {table} SET version = version + 1 WHERE id = ?"  # noqa: S608
        assert other.execute(changed, (crowd.FIRST_ID,)).rowcount == 1, table


def cpu_milliseconds(act, before=lambda: None) -> float:
    taken = []
    for _ in range(TURNS):
        before()
        start = process_time()
        act()
        taken.append(process_time() - start)
    return median(taken) * 1000
