"""Print runs: 200 letters on two renderers and on one in turns, then naively, within one run.

Naive is WeasyPrint as its manual begins: a stylesheet with web fonts, read anew for each letter.
The first page, the progress and what other pages wait are told of a real process; so is memory.
"""

import importlib
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import quantiles
from time import perf_counter, sleep

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from coalition_app import create_app, worker
from coalition_app.documents import fonts
from coalition_app.documents.labels import LabelsSheet
from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.printer import Printer
from coalition_app.documents.run_folder import RunFolder
from coalition_app.extensions import db
from coalition_app.lib.label_formats import FORMATS
from coalition_app.models import (
    Affiliation,
    Job,
    Letter,
    MailingList,
    Organization,
    Person,
    PrintRun,
)
from coalition_app.web import clock, jobs
from tests import sample_local
from tests.bench.pages import signed_in
from tests.bench.report import Row

COUNT, MANY, LABELS = 200, 1_000, 3_000
NAIVE_LETTERS = 10
TURNS = 3
TODAY = date(2026, 3, 14)
STYLES = Path(__file__).parents[2] / "templates" / "documents" / "print"
WEB_FONTS = Path(__file__).parents[2] / "static" / "fonts"
FACES = {"Public Sans": "public-sans", "Source Serif 4": "source-serif"}
WEIGHTS = (400, 600)  # those of a letter


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"INSTANCE": Path(folder), "SECRET_KEY": "for the bench only"})
        with app.app_context():
            db.create_all()
            fill(MANY)
            try:
                return [*against_others(app, Path(folder)), *of_a_process(app), *labels(app)]
            finally:
                app.extensions["printer"].close()
                for engine in db.engines.values():
                    engine.dispose()


def fill(count: int) -> None:
    """Organizations with an address and somebody to write to, beside the sample local."""
    sample_local.fill()
    for number in range(count):
        place = {"street": f"{number} Grove Street", "city": "New Haven", "state": "CT"}
        code = f"{6510 + number % 10:05}"
        name = f"Harbor Valley Neighborhood League {number}"
        organization = Organization(name=name, postal_code=code, mission="Homes for all.", **place)
        person = Person(name=f"Elena Díaz {number}")
        db.session.add(Affiliation(person=person, organization=organization))
    db.session.commit()


def run_of(count: int, title: str) -> PrintRun:
    """Settled, as its button does."""
    ids = select(Organization.id).where(Organization.name.like("%Neighborhood League %"))
    ids = db.session.scalars(ids.order_by(Organization.id).limit(count)).all()
    run = PrintRun.planned("organizations", ids, title, clock.now())
    run.sorting = "zip"
    run.settle([each.key for each in MailingList(run).going], [], TODAY)
    db.session.commit()
    return run


def against_others(app: Flask, folder: Path) -> list[Row]:
    """The best turn of each; naive by ten letters at a time, and last: it loads WeasyPrint, which
    the process of a run never does, and which slows all that it does."""
    with renderers(1) as one, renderers(2) as two:
        ours, single = [], []
        for turn in range(TURNS):
            ours.append(seconds_of(app, two, f"two, turn {turn}"))
            single.append(seconds_of(app, one, f"one, turn {turn}"))
    naive = naive_rendering(folder)
    theirs = [naive() * COUNT / NAIVE_LETTERS for _ in range(TURNS)]
    return [
        Row(f"{COUNT} letters: two renderers", min(ours), "s", 6),
        Row(f"{COUNT} letters: against our single process", min(ours) / min(single), "times", 0.6),
        Row(f"{COUNT} letters: against naive", min(ours) / min(theirs), "times", 0.1),
    ]


@contextmanager
def renderers(count: int) -> Iterator[Printer]:
    """Warm, as after the first page, and lasting as long as those of a run."""
    printer = Printer(jobs=worker.WORN_OUT)
    printer.renderers.all = printer.renderers.all[:count]
    printer.many(["<title>-</title>"] * count * 3, title="-")
    yield printer
    printer.close()


def seconds_of(app: Flask, printer: Printer, title: str) -> float:
    app.extensions["printer"] = printer
    app.config["LAUNCH"] = lambda _id: None
    job = jobs.start("print_run", title, run_id=run_of(COUNT, title).id)
    begun = perf_counter()
    worker.work(app, job.id)
    taken = perf_counter() - begun
    ended = db.session.get(Job, job.id)
    assert ended.state == "done", ended.words
    db.session.rollback()
    return taken


def naive_rendering(folder: Path) -> Callable[[], float]:
    """Seconds for ten letters."""
    os.environ["FONTCONFIG_FILE"] = str(fonts.write_configuration(folder))
    weasyprint = importlib.import_module("weasyprint")
    configuration = importlib.import_module("weasyprint.text.fonts").FontConfiguration
    text = "\n".join((STYLES / name).read_text("utf-8") for name in ("base.css", "letter.css"))
    text += "".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
        f'src: url("{file.as_uri()}"); }}'
        for family, files in FACES.items()
        for weight in WEIGHTS
        for file in WEB_FONTS.glob(f"{files}-*-latin-{weight}.woff2")
    )

    def render() -> float:
        letters = db.session.scalars(select(Letter).limit(NAIVE_LETTERS)).all()
        pages = [LetterSheet.of(letter).html() for letter in letters]
        db.session.rollback()
        begun = perf_counter()
        for html in pages:
            fresh = configuration()
            styles = weasyprint.CSS(string=text, font_config=fresh)
            weasyprint.HTML(string=html).write_pdf(font_config=fresh, stylesheets=[styles])
        return perf_counter() - begun

    return render


def of_a_process(app: Flask) -> list[Row]:
    """A run of a thousand in a process of its own, while somebody reads pages.

    Its button stands on a page, which was looked at for three seconds; or the press was at once.
    """
    app.config["LAUNCH"] = jobs.launch
    at_once = Watch(app, run_of(2, "pressed at once")).first_page()
    alone = waits(app, lambda: True)
    run = run_of(MANY, "in a process")
    assert signed_in(app, FlaskClient).get(f"/print-runs/{run.id}").status_code == 200
    sleep(3)
    seen = Watch(app, run)
    first = seen.first_page()
    while_printing = waits(app, seen.is_over)
    return [
        Row("print run: first page, from the press of the button", first, "s", 2),
        Row("print run: first page, pressed at once", at_once, "s", 3),
        Row("print run: longest time without progress", seen.longest, "s", 1),
        Row(f"{MANY:,} letters: memory of the largest process", seen.peak, "MB", 250),
        Row("p95 of a page while it prints", while_printing / alone, "times", 2),
    ]


class Watch:
    """Presses the button, then looks at the job now and then, as its page does."""

    def __init__(self, app: Flask, run: PrintRun):
        self.folder = RunFolder(app.config["INSTANCE"], run.id)
        self.longest, self.peak, self.shown = 0.0, 0.0, None
        self.begun = self.moved_at = perf_counter()
        self.job_id = jobs.start("print_run", run.title, run_id=run.id).id
        db.session.rollback()

    def first_page(self) -> float:
        while not list(self.folder.path.glob("*.portion")):
            assert not self.is_over()
            sleep(0.02)
        return perf_counter() - self.begun

    def is_over(self) -> bool:
        job = db.session.get(Job, self.job_id, populate_existing=True)
        shown, process = jobs.shown(job), job.process_id
        db.session.rollback()
        if shown != self.shown:
            self.longest = max(self.longest, perf_counter() - self.moved_at)
            self.shown, self.moved_at = shown, perf_counter()
        if process:
            self.peak = max([self.peak, *map(megabytes, family(process))])
        return shown.is_over


def family(process: int) -> list[int]:
    """The process and those that it started (Linux)."""
    children = Path(f"/proc/{process}/task").glob("*/children")
    try:
        return [process, *(int(id_) for file in children for id_ in file.read_text().split())]
    except OSError:
        return [process]


def megabytes(process: int) -> float:
    """The most that it ever held."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    peak = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(next(peak, "0")) / 1024


def waits(app: Flask, is_over: Callable[[], bool], times: int = 150) -> float:
    """p95 of the list of organizations; for so many readings, or until it is over."""
    client, taken = signed_in(app, FlaskClient), []
    db.session.rollback()
    while not (is_over() and len(taken) >= times):
        begun = perf_counter()
        assert client.get("/organizations").status_code == 200
        taken.append(perf_counter() - begun)
        db.session.rollback()
        sleep(0.03)  # a quick reader
    return quantiles(taken, n=20)[-1]


def labels(app: Flask) -> list[Row]:
    """From addresses to the finished file, with the renderers warm."""
    texts = [
        (f"Elena Díaz {n}", "Harbor Valley Civil Rights League", f"{n} Grove St", "Bay CT  06510")
        for n in range(LABELS)
    ]
    with renderers(2) as app.extensions["printer"]:
        begun = perf_counter()
        LabelsSheet.of(FORMATS["5160"], texts, TODAY).pdf()
        return [Row(f"{LABELS:,} labels", perf_counter() - begun, "s", 8)]
