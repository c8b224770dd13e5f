import shutil
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from coalition_app.documents.printer import Printer
from coalition_app.documents.run_folder import RunFolder
from coalition_app.models import Account, Job, Organization, PrintRun
from coalition_app.web import clock, jobs
from tests import world
from tests.keeping import kept

# Name, contact, ZIP: by name they stand as here, by ZIP otherwise.
PLACES = (
    ("Anchor Housing Coalition", "Ana Silva", "06519"),
    ("Bay Street Clinic", "Ben Ortiz", "06511"),
    ("Center Church", "Cora Lee", "06513"),
    ("Dockside Tenants", "Dan Moss", "06510"),
    ("East Side Food Bank", "Eve Stone", "06512"),
)
BY_ZIP = ["Dan Moss", "Ben Ortiz", "Eve Stone", "Cora Lee", "Ana Silva"]


class Remembering:
    """Prints the same letters only once: most tests print those of the five."""

    def __init__(self, printer: Printer):
        self.printer, self.printed = printer, {}
        self.pdf, self.many = printer.pdf, printer.many

    def warm(self) -> None:
        """It is."""

    def portions(self, batches, *, tagged: bool):
        for place, documents in batches:
            key = place, *documents
            if key not in self.printed:
                (self.printed[key],) = self.printer.portions([(place, documents)], tagged=tagged)
            yield self.printed[key]


@pytest.fixture(scope="session")
def renderers(printer: Printer) -> Remembering:
    return Remembering(printer)


@pytest.fixture
def printing(app: Flask, renderers: Remembering, monkeypatch) -> None:
    """Real paper, from renderers that all tests share."""
    monkeypatch.setitem(app.extensions, "printer", renderers)


@pytest.fixture(autouse=True)
def no_old_paper(app: Flask) -> None:
    shutil.rmtree(app.config["INSTANCE"] / "print_runs", ignore_errors=True)


@kept
def organizations(local) -> list[Organization]:
    local.signer = world.ours()
    found = []
    for name, contact, code in PLACES:
        place = {"street": "12 Main St", "city": "New Haven", "state": "CT", "postal_code": code}
        found.append(world.listed(name, **place))
        world.theirs(found[-1], contact)
    return found


@kept
def run(db, organizations) -> PrintRun:
    """First letters to the five, by ZIP."""
    ids = [each.id for each in organizations]
    made = PrintRun.planned("organizations", ids, "5 organizations", clock.now(), account(db))
    made.sorting = "zip"
    db.session.commit()
    return made


def account(db) -> Account | None:
    return db.session.scalar(select(Account))


@pytest.fixture
def folder(app, run) -> RunFolder:
    return RunFolder(app.config["INSTANCE"], run.id)


@pytest.fixture
def print_all(db, organizer, work, printing) -> Callable[[PrintRun], Job]:
    """Prints it as its button does, and gives its job."""

    def do(run: PrintRun) -> Job:
        organizer.post(f"/print-runs/{run.id}/making")
        work()
        db.session.expire_all()
        return run.job

    return do


def state(run: PrintRun) -> str:
    return jobs.state_of(run.job)
