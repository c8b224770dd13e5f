"""Pages at 10,000 organizations and 50,000 people, against their raw floor; and query counts.

The floor of a list is a list of our columns by plain means (plain.py); that of a page, which has
twenty parts, asks the same statements and fills the same templates without us (floor.py).

Anchors, measured on a two-core machine at the same size (reference figures, p50): Django's admin
takes 70 ms for the list, 137 for a search, 17 for a page; plain Flask 3.7, 3.7 and 1.2.
"""

import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial, wraps
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from zoneinfo import ZoneInfo

from flask import Flask, request
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from coalition_app import create_app
from coalition_app.extensions import db
from coalition_app.lib.registry_files import RegistryReader
from coalition_app.models import (
    Account,
    Facts,
    Pathway,
    facts_of_started,
    load_registry,
    writing_registry,
)
from tests import sample_local
from tests.bench import crowd, plain
from tests.bench.floor import Floor
from tests.bench.report import Row
from tests.page import InspectingClient, session_of
from tests.queries import counted
from tests.registries.harbor import file_of_many

MOST = 3  # times the floor
FASTER = 15  # than Django's admin, on the machine whose raw floor took so many milliseconds
FLOOR_THERE = {"list of organizations": 3.7, "search of organizations": 3.7}
COUNTS = (1, 100, 1_000, 10_000)
PEOPLE_EACH = 5
REGISTRY_ROWS = 23_422
TURNS = 25
FLOOR = {"X-Floor": "yes"}  # the floor answers at the same address to whoever sends this
A_REGION = {"HX-Request": "true", "HX-Request-Type": "partial"}
A_PERSON = f"/people/{crowd.FIRST_ID}"
# What is measured, its address, and the milliseconds of Django's admin for the like.
LISTS = (
    ("list of organizations", "/organizations", 70),
    ("search of organizations", "/organizations?q=harbor+tenants", 137),
    ("list of people", "/people", 70),
    ("search of people", "/people?q=elena+mar", 137),
)
PAGES = (
    ("page of an organization", f"/organizations/{crowd.FIRST_ID}", 17),
    ("page of a person", A_PERSON, 17),
)
COUNTED = ("/", *(path for _, path, _ in (*LISTS, *PAGES)), "/find?q=harbor")

TYPED = (
    *("h", "ha", "harbor", "elena", "elena d", "mar", "tenants union", "0142", "203 555", "555"),
    *("example", "ana ruison", "st", "zebra", "office@un", "list", "flyer", "union hall", "0106"),
)


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = bench_app(folder)
        client = signed_in(app, FlaskClient)
        queries = [counts_at(app, client, count) for count in COUNTS]
        load_a_state(app, folder)
        found = [growing(*each) for each in zip(COUNTED, *queries, strict=True)]
        save = Saving(app)
        found += against_floor(app, client, save, folder)
        found += against_own_statements(app, client, save)
        found += [saving(save), *finding(client)]
        with app.app_context():
            for engine in db.engines.values():
                engine.dispose()
    return found


def bench_app(instance: Path) -> Flask:
    standing = sample_local.NOW.replace(tzinfo=ZoneInfo("America/New_York")).astimezone(UTC)
    app = create_app(
        {"INSTANCE": instance, "SECRET_KEY": "for the bench only", "CLOCK": lambda: standing}
    )
    app.test_client_class = InspectingClient
    with app.app_context():
        db.create_all()
        sample_local.fill()
    return app


def signed_in(app: Flask, kind: type[FlaskClient]) -> FlaskClient:
    client = kind(app, app.response_class)
    with app.app_context(), client.session_transaction() as session:
        session.update(session_of(Account.with_email("dori@local555.example")))
    return client


def counts_at(app: Flask, client: FlaskClient, count: int) -> list[int]:
    """How many queries each page asks with so many organizations, beside the sample local's."""
    with app.app_context():
        crowd.grow(count, count * PEOPLE_EACH)
    return [asked(app, client, path) for path in COUNTED]


def asked(app: Flask, client: FlaskClient, path: str) -> int:
    """Over a new connection, which remembers nothing that was read before."""
    with app.app_context():
        db.engine.dispose()
    with app.app_context(), counted() as statements:
        assert client.get(path).status_code == 200, path
    return len(statements)


def growing(path: str, *counts: int) -> Row:
    worded = ", ".join(map(str, counts))
    what = f"{path}: queries with 1, 100, 1,000, 10,000 organizations ({worded})"
    return Row(what, max(counts) - min(counts), "more", 0)


def load_a_state(app: Flask, folder: Path) -> None:
    file = file_of_many(folder, REGISTRY_ROWS, random.Random(555))  # noqa: S311
    with app.app_context(), writing_registry() as connection:
        load_registry(connection, RegistryReader(file).records(), datetime(2026, 3, 14))


class Saving:
    """Somebody's form of a person, sent again and again, each time with another word."""

    def __init__(self, app: Flask):
        self.app, self.client, self.turn = app, signed_in(app, InspectingClient), 0

    def __call__(self) -> float:
        """The milliseconds of the saving alone."""
        self.turn += 1
        with self.app.app_context():
            form = self.client.get(f"{A_PERSON}/edit").form("main form")
            form.fill("worksite", f"Exchange Street {self.turn}")
            sent = MultiDict(form.values())
            taken = milliseconds(partial(self.client.post, form.action, data=sent))
            assert self.client.status == 303, "The form was refused."
        return taken


def against_floor(app: Flask, client: FlaskClient, save: Saving, folder: Path) -> Iterator[Row]:
    with app.app_context():
        facts = facts_of_started(sample_local.TODAY)
        shown = {id_: told(each) for id_, each in facts.items()}
    shell = client.get("/account").text
    raw = plain.floor(folder / "coalition.db", shown, shell)
    for what, path, admin in LISTS:
        yield from compared(what, admin, save, partial(client.get, path), partial(raw.get, path))


def against_own_statements(app: Flask, client: FlaskClient, save: Saving) -> Iterator[Row]:
    for what, path, admin in PAGES:
        save()
        stand_in(app, client, path)
        ours, least = partial(client.get, path), partial(client.get, path, headers=FLOOR)
        sizes = len(ours().data), len(least().data)
        assert abs(sizes[0] - sizes[1]) < sizes[0] / 20, "The floor answers with another page."
        yield from compared(what, admin, save, ours, least)


def stand_in(app: Flask, client: FlaskClient, path: str) -> None:
    """Whoever asks for the floor gets it in the place of our view."""
    with app.app_context():
        floor = Floor(app, db.engine, client, path)
    endpoint, _ = app.url_map.bind("localhost").match(path)
    view = app.view_functions[endpoint]

    @wraps(view)
    def either(**values):
        return floor.answer() if "X-Floor" in request.headers else view(**values)

    app.view_functions[endpoint] = either


def compared(what: str, admin: int, save: Saving, ours: Callable, floor: Callable) -> Iterator[Row]:
    """As usual, and just after somebody saved, when nothing is remembered."""
    first, again, least = in_turns(save, ours, floor)
    words = f"{what}: {again:.1f} ms, its raw floor {least:.1f} (Django's admin {admin}): times"
    yield Row(words, again / least, "x", MOST)
    yield Row(f"{what}, first after a save: {first:.1f} ms: times", first / least, "x", MOST)
    if what in FLOOR_THERE:
        there = FLOOR_THERE[what] * again / least
        yield Row(f"{what}, where Django's admin was measured", there, "ms", admin / FASTER)


def told(facts: Facts) -> tuple[str, str]:
    """Step and last contact in a row."""
    path = Pathway(facts, sample_local.NOW)
    return path.summary, str(facts.last_contact_on or "")


def in_turns(save: Saving, ours: Callable, floor: Callable) -> list[float]:
    """The quickest of many turns of each: whatever else the machine does only adds to them."""
    taken = []
    for _ in range(TURNS):
        save()
        taken.append([milliseconds(act) for act in (ours, ours, floor)])
    return [min(each) for each in zip(*taken, strict=True)]


def milliseconds(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def saving(save: Saving) -> Row:
    return Row("save of a person, p50", median(save() for _ in range(TURNS)), "ms", 25)


def finding(client: FlaskClient) -> list[Row]:
    finds = [
        partial(client.get, "/find", query_string={"q": typed}, headers=A_REGION) for typed in TYPED
    ]
    taken = [milliseconds(find) for _ in range(10) for find in finds]
    cuts = quantiles(taken[len(finds) :], n=20)
    return [
        Row("find anything while typing, p50", cuts[9], "ms", 40),
        Row("find anything while typing, p95", cuts[18], "ms", 40),
    ]
