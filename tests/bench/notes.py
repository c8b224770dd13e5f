"""A note saved as the notes page does while one types, in the busy local's own file.

The file is as the program keeps it: written through to the disk at each save (FULL).
"""

import re
import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from coalition_app.extensions import db
from coalition_app.models import Meeting
from coalition_app.serving import settle
from tests.bench import busy
from tests.bench.pages import A_REGION, bench_app, signed_in
from tests.bench.report import Row
from tests.page import InspectingClient

MOST = 20
TURNS = 100
STORED = re.compile(r'name="(was-[^"]+)" value="([^"]*)"')
SENTENCE = "They work on the outfall and ask who of us could speak at the hearing. "


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        app = bench_app(Path(name))
        with app.app_context():
            busy.fill()
            meeting_id = db.session.scalar(Meeting.planned()).id
        settle()
        with app.app_context():
            note = Note(app, meeting_id)
        cuts = quantiles([note.save() for _ in range(TURNS)][5:], n=20)
        close(app)
    return [
        Row("save of a note while typing, p50", cuts[9], "ms", MOST),
        Row("save of a note while typing, p95", cuts[18], "ms", MOST),
    ]


def close(app: Flask) -> None:
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()


class Note:
    """The notes' form of a meeting; one more word in its first answer at each save."""

    def __init__(self, app: Flask, meeting_id: int):
        self.client, self.turn = signed_in(app, InspectingClient), 0
        form = self.client.get(f"/meetings/{meeting_id}/notes").form("#notes")
        self.action, self.values = form.action, MultiDict(form.values())
        self.name = next(key for key in self.values if key.startswith("text-"))

    def save(self) -> float:
        """The milliseconds until the answer is there, which tells what is stored now."""
        self.turn += 1
        self.values[self.name] = f"{SENTENCE * 10}{self.turn}"
        start = perf_counter()
        answer = self._send()
        taken = (perf_counter() - start) * 1000
        stored = dict(STORED.findall(answer.get_data(as_text=True)))
        assert stored, f"The note was refused ({answer.status_code})."
        self.values.update(stored)
        return taken

    def _send(self) -> TestResponse:
        request = {"path": self.action, "data": self.values, "headers": A_REGION}
        return FlaskClient.open(self.client, method="POST", **request)
