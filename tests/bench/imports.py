"""Import: 10,000 people from CSV, in a database of 50,000 people and 10,000 organizations."""

import csv
import io
import tempfile
from datetime import datetime
from pathlib import Path
from time import perf_counter

from sqlalchemy import insert

from coalition_app import create_app
from coalition_app.extensions import db
from coalition_app.lib import columns
from coalition_app.lib.names import sort_name
from coalition_app.lib.sheet_files import read_bytes
from coalition_app.models import (
    EverythingKnown,
    Import,
    ImportPlan,
    ImportUndoing,
    ImportWriting,
    Organization,
    Person,
)
from tests.bench.report import Row

ROWS, PEOPLE, ORGANIZATIONS = 10_000, 50_000, 10_000
NOW = datetime(2026, 3, 14, 10)
FIRST = ("Ana", "Elena", "Marcus", "Dori", "Sam", "Rosa", "Luis", "Joan")
LAST = ("Díaz", "Hill", "Ruiz", "James", "Okafor", "Shea", "Novak")
HEADERS = "First Name,Last Name,Email,Mobile Phone,Street,City,State,Zip,Organization,Job Title"


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"INSTANCE": Path(folder), "SECRET_KEY": "for the bench only"})
        with app.app_context():
            db.create_all()
            fill()
            data = file_of()
            found = [preview(data), write(data), undo()]
            for engine in db.engines.values():
                engine.dispose()
    return found


def name_of(number: int) -> list[str]:
    """Of 50,000 people, sixteen each have the same."""
    parts = LAST[number // 8 % 7], LAST[number // 56 % 7].lower(), FIRST[number // 392 % 8].lower()
    return [FIRST[number % 8], "".join(parts)]


def fill() -> None:
    people = [
        {
            "name": " ".join(name_of(number)),
            "sort_name": sort_name(" ".join(name_of(number))),
            "email": f"known{number}@example.org",
        }
        for number in range(PEOPLE)
    ]
    organizations = [
        {"name": f"Neighbors of Ward {number}", "sort_name": f"neighbors of ward {number}"}
        for number in range(ORGANIZATIONS)
    ]
    db.session.execute(insert(Person), people)
    db.session.execute(insert(Organization), organizations)
    db.session.commit()


def file_of() -> bytes:
    """Every tenth is known already; their organizations are known as well."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADERS.split(","))
    for number in range(ROWS):
        email = f"known{number}@example.org" if number % 10 == 0 else f"new{number}@example.org"
        place = [f"{number} Main St", "New Haven", "Connecticut", "6511"]
        ward = f"Neighbors of Ward {number % 500}"
        phone = f"(203) 555-01{number % 100:02}"
        writer.writerow([*name_of(number), email, phone, *place, ward, "Secretary"])
    return out.getvalue().encode()


def preview(data: bytes) -> Row:
    start = perf_counter()
    sheet = read_bytes(data)
    mapping = columns.guess(sheet.headers, sheet.rows)
    plan = ImportPlan(sheet, mapping, NOW.date(), overwrites=False, leaves_out=False)
    taken = perf_counter() - start
    db.session.rollback()
    assert plan.counts["people_created"] > ROWS / 2
    return Row(f"import: preview of {ROWS:,} people", taken, "s", 2)


def write(data: bytes) -> Row:
    start = perf_counter()
    sheet = read_bytes(data)
    of = Import(file_name="bench.csv", made_at=NOW, rows_count=ROWS)
    of.mapping = columns.guess(sheet.headers, sheet.rows)
    of.begin(overwrites=False, leaves_out=False)
    db.session.add(of)
    db.session.commit()
    for _ in ImportWriting(of, sheet, NOW.date(), EverythingKnown()).portions():
        db.session.commit()
    of.finish(NOW)
    db.session.commit()
    return Row(f"import: write {ROWS:,} people", perf_counter() - start, "s", 10)


def undo() -> Row:
    start = perf_counter()
    of = db.session.scalar(Import.latest_first())
    of.begin_undoing()
    for _ in ImportUndoing(of, NOW).portions():
        db.session.commit()
    of.finish_undoing(NOW)
    db.session.commit()
    return Row(f"import: undo {ROWS:,} people", perf_counter() - start, "s", 30)
