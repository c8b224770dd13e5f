"""A file typed with bars, planned, read in and undone, without pages or processes."""

from datetime import date, datetime

from coalition_app.extensions import db
from coalition_app.lib import columns
from coalition_app.lib.sheet_text import read_text
from coalition_app.lib.sheets import Sheet
from coalition_app.models import EverythingKnown, Import, ImportPlan, ImportUndoing, ImportWriting

TODAY = date(2026, 3, 14)
NOW = datetime(2026, 3, 14, 10)


def sheet(*rows: str) -> Sheet:
    lines = ["|".join(cell.strip() for cell in row.split("|")) for row in rows]
    return read_text(("\n".join(lines) + "\n").encode())


def plan(*rows: str, overwrites: bool = False, leaves_out: bool = False) -> ImportPlan:
    read = sheet(*rows)
    return ImportPlan(read, columns.guess(read.headers, read.rows), TODAY, overwrites, leaves_out)


def acts(*rows: str, **choices: bool) -> list[str]:
    return [decision.act for decision in plan(*rows, **choices).decisions]


def reason(*rows: str) -> str:
    """Why the last row is left out."""
    return plan(*rows).decisions[-1].reason


def begun(*rows: str, overwrites: bool = False, leaves_out: bool = False) -> tuple[Import, Sheet]:
    read = sheet(*rows)
    mapping = columns.guess(read.headers, read.rows)
    of = Import(file_name="allies.csv", made_at=NOW, headers=read.headers, mapping=mapping)
    of.rows_count = len(read.rows)
    of.begin(overwrites, leaves_out)
    db.session.add(of)
    db.session.commit()
    return of, read


def read_in(*rows: str, **choices: bool) -> Import:
    of, read = begun(*rows, **choices)
    write(of, read)
    return of


def write(of: Import, read: Sheet, portions: int = 1000) -> None:
    """At most so many portions, as if killed after them."""
    writing = ImportWriting(of, read, TODAY, EverythingKnown())
    for number, _ in enumerate(writing.portions(), 1):
        db.session.commit()
        if number == portions:
            return
    of.finish(NOW)
    db.session.commit()


def undo(of: Import) -> dict:
    of.begin_undoing()
    for _ in ImportUndoing(of, NOW).portions():
        db.session.commit()
    of.finish_undoing(NOW)
    db.session.commit()
    return of.undone
