"""Duplicates among 10,000 organizations and 50,000 people: while one types, and all pairs."""

import tempfile
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from coalition_app import create_app
from coalition_app.extensions import db
from coalition_app.models import Organization, Person, likely_pairs, organizations_like, people_like
from tests import sample_local
from tests.bench import crowd
from tests.bench.report import Row

ROUNDS = 5
TYPED_ORGANIZATIONS = (
    ("Harbor Valley Tenants Union",),
    ("Harbour Valley Tenants Union 1250", "Ward 10"),
    ("Mill Town Seniors League 4711",),
    ("The Old Port Riders Alliance, Inc.",),
    ("Northgate Workers Council of Neighbors and Friends",),
    ("HVTU",),
    ("Élan",),
)
TYPED_PEOPLE = (
    {"name": "Ana Ruison"},
    {"name": "Elena Maria Díaz"},
    {"name": "Sam Okaford", "phone": "203 555 0142"},
    {"name": "Wei Torman", "email": "wei.torman17@post.example"},
    {"name": "Bob Harlan"},
    {"name": "Ana"},
)


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"INSTANCE": Path(folder), "SECRET_KEY": "for the bench only"})
        with app.app_context():
            db.create_all()
            sample_local.fill()
            crowd.grow(10_000, 50_000)
            found = [
                *typing(
                    "an organization",
                    [lambda t=t: organizations_like(*t) for t in TYPED_ORGANIZATIONS],
                ),
                *typing("a person", [lambda t=t: people_like(**t) for t in TYPED_PEOPLE]),
                all_pairs(Organization),
                all_pairs(Person),
            ]
            for engine in db.engines.values():
                engine.dispose()
    return found


def typing(what: str, acts: list) -> list[Row]:
    for act in acts:
        act()  # to warm up
    measured = [seconds(act) * 1000 for _ in range(ROUNDS) for act in acts]
    cuts = quantiles(measured, n=20)
    return [
        Row(f"duplicates of {what} while one types, p50", cuts[9], "ms", 60),
        Row(f"duplicates of {what} while one types, p95", cuts[18], "ms", 60),
    ]


def all_pairs(noun) -> Row:
    what = f"duplicates: all likely pairs of {noun.__tablename__}"
    return Row(what, seconds(lambda: likely_pairs(noun, 50)), "s", 5)


def seconds(act) -> float:
    db.session.remove()
    start = perf_counter()
    act()
    return perf_counter() - start
