"""Pages against their floor: an organization's page, the list of 100, Today; and query counts."""

import tempfile
from datetime import UTC, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine

from coalition_app import create_app
from coalition_app.extensions import db
from coalition_app.models import Account, Organization
from coalition_app.web import access
from tests import sample_local, world
from tests.bench.floor import Floor, noted
from tests.bench.report import Row, milliseconds
from tests.page import session_of

MOST = 3  # times the floor
COUNTS = (18, 100, 1000)
LISTS = ("/", "/organizations")
QUERIES: dict[str, list[int]] = {}


def rows() -> list[Row]:
    """Every request stands alone: nothing is asked within a context that is open already."""
    with tempfile.TemporaryDirectory() as folder:
        app = bench_app(Path(folder))
        with app.app_context():
            client = signed_in(app, sample_local.fill())
            league = Organization.named("Harbor Valley Civil Rights League").id
            engines = list(db.engines.values())
        found = against_floor(app, client, "organization page", f"/organizations/{league}")
        for count in COUNTS:
            grow_to(app, count)
            note_queries(app, client, count)
        found += [row for path in LISTS for row in growing(path)]
        found += against_floor(app, client, "list of 100 of 1,000", "/organizations?show=started")
        for engine in engines:
            engine.dispose()
    return found


def bench_app(instance: Path) -> Flask:
    standing = sample_local.NOW.replace(tzinfo=ZoneInfo("America/New_York")).astimezone(UTC)
    app = create_app(
        {"INSTANCE": instance, "SECRET_KEY": "for the bench only", "CLOCK": lambda: standing}
    )
    with app.app_context():
        db.create_all()
    return app


def signed_in(app: Flask, account: Account) -> FlaskClient:
    client = app.test_client()
    with client.session_transaction() as session:
        session.update(session_of(account))
    return client


def against_floor(app: Flask, client: FlaskClient, what: str, path: str) -> list[Row]:
    """The floor answers at the same address, in the place of our view."""
    floor = Floor(app, engine_of(app), client, path)
    ours, size = milliseconds(lambda: client.get(path)), len(client.get(path).data)
    endpoint, _ = app.url_map.bind("localhost").match(path.partition("?")[0])
    view = app.view_functions[endpoint]
    app.view_functions[endpoint] = access.public(lambda **_: floor.answer())
    least, least_size = milliseconds(lambda: client.get(path)), len(client.get(path).data)
    app.view_functions[endpoint] = view
    assert abs(size - least_size) < size / 20, "The floor does not answer with the same page."
    return [
        Row(f"{what}, {ours:.1f} ms: times its floor of {least:.1f} ms", ours / least, "x", MOST)
    ]


def engine_of(app: Flask) -> Engine:
    with app.app_context():
        return db.engine


def asked(app: Flask, client: FlaskClient, path: str) -> int:
    """How many queries one answer asks of the main database."""
    with noted(app, engine_of(app)) as (statements, _):
        client.get(path)
    return len(statements)


def note_queries(app: Flask, client: FlaskClient, count: int) -> None:
    for path in LISTS:
        QUERIES.setdefault(path, []).append(asked(app, client, path))


def growing(path: str) -> list[Row]:
    """How many more queries the page needs with 1,000 organizations than with a dozen."""
    counts = QUERIES[path]
    worded = ", ".join(map(str, counts))
    what = f"{path}: queries with 18, 100, 1,000 organizations ({worded})"
    return [Row(what, max(counts) - min(counts), "more", 0)]


def grow_to(app: Flask, count: int) -> None:
    """So many organizations beside the sample local's, each after its first meeting."""
    with app.app_context():
        lead = world.ours()
        for number in range(db.session.query(Organization).count(), count):
            organization = world.researched(f"Neighbors of Ward {number}")
            world.introduced(organization, "ally", sample_local.days_ago(number % 300))
            meeting = world.planned(organization, at=sample_local.at(-(number % 90) - 1, 18))
            world.held(meeting, lead)
            if number % 3:
                world.sent(meeting, organization, meeting.starts_at.date() + timedelta(days=1))
        db.session.commit()
