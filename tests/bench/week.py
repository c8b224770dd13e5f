"""A week of ten packets: as one file, as ten files one after the other, and what else waits for it.

All is asked of the server as a browser asks it; one file and ten take turns on the same warm
renderers.
"""

import tempfile
import threading
from datetime import datetime, timedelta
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from flask.testing import FlaskClient

from coalition_app.extensions import db
from coalition_app.models import Meeting, Organization
from tests.bench.pages import bench_app, signed_in
from tests.bench.report import Row

PACKETS = 10
FIRST = datetime(2026, 4, 6, 9)
ONE_FILE = f"/meetings/packets.pdf?first={FIRST:%Y-%m-%d}&days=7"
OTHER_PAGES = ("/", "/organizations", "/people", "/commitments")
TURNS = 5


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        app = bench_app(Path(folder))
        client = signed_in(app, FlaskClient)
        with app.app_context():
            singles = [f"/meetings/{id_}/packet.pdf" for id_ in ten_meetings()]
        get(client, ONE_FILE)
        turns = [(in_turn(client, singles), seconds(client, ONE_FILE)) for _ in range(TURNS)]
        quiet, meanwhile = waits(client), waits_while_printing(signed_in(app, FlaskClient), client)
        app.extensions["printer"].close()
        with app.app_context():
            for engine in db.engines.values():
                engine.dispose()
    ten, one = (min(side) for side in zip(*turns, strict=True))
    return [
        Row(f"a week of {PACKETS} packets as one file: all of it is there", one, "s", 2),
        Row(f"against the sum of {PACKETS} packets ({ten:.2f} s)", one / ten, "times", 0.6),
        Row(
            f"other pages meanwhile, p95 ({quiet:.0f} and {meanwhile:.0f} ms)",
            meanwhile / quiet,
            "times",
            2,
        ),
    ]


def ten_meetings() -> list[int]:
    """With organizations at every step, prepared as the sample's next one is."""
    model = db.session.scalars(Meeting.planned().where(Meeting.place.like("Corner%"))).first()
    organizations = db.session.scalars(Organization.started()).all()
    made = []
    for number in range(PACKETS):
        organization = organizations[number % len(organizations)]
        at = FIRST + timedelta(hours=9 * number)
        meeting = Meeting.plan([organization], at, place="Corner Cafe, 12 Main Street")
        db.session.add(meeting)
        db.session.flush()
        for question in model.questions("prepare"):
            answer = model.answer_to(question)
            meeting.answer(question, answer.text if answer else "")
        for person in Meeting.usually_expected([organization], model.ours[0].person):
            meeting.expect(person, None if person.is_ours else organization)
        made.append(meeting)
    db.session.commit()
    return [meeting.id for meeting in made]


def get(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200, path


def seconds(client: FlaskClient, path: str) -> float:
    start = perf_counter()
    get(client, path)
    return perf_counter() - start


def in_turn(client: FlaskClient, paths: list[str]) -> float:
    return sum(seconds(client, path) for path in paths)


def waits(client: FlaskClient, rounds: int = 40) -> float:
    """The 95th of a hundred waits for another page, in milliseconds."""
    taken = [seconds(client, path) for _ in range(rounds) for path in OTHER_PAGES]
    return quantiles(taken, n=20)[-1] * 1000


def waits_while_printing(reader: FlaskClient, client: FlaskClient) -> float:
    taken: list[float] = []
    printing = threading.Thread(target=in_turn, args=[client, [ONE_FILE] * 3])
    printing.start()
    while printing.is_alive():
        taken += [seconds(reader, path) for path in OTHER_PAGES]
    printing.join()
    return quantiles(taken, n=20)[-1] * 1000
