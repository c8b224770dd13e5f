"""Paper: a packet and a letter, from the records to the finished file, against a bare rendering.

The bare one is WeasyPrint alone, in this process, on the very HTML of ours, with the fonts and the
parsed stylesheet shared between its runs. The two take turns, so that noise meets both.
"""

import gc
import importlib
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from time import perf_counter

from flask import current_app
from PIL import Image

from coalition_app import create_app, documents
from coalition_app.documents import fonts
from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.sheet import Sheet
from coalition_app.extensions import db
from coalition_app.lib import logo
from coalition_app.lib.logo import HEIGHT, WIDTH
from coalition_app.models import Letter, Local, Meeting, draft_follow_up
from tests import sample_local
from tests.bench.report import Row

TURNS = 20
WORKER = Path(documents.__file__).parent / "worker"
UNKINDNESS = 10  # of our renderer, too: whatever else runs shall disturb both alike


def rows() -> list[Row]:
    os.nice(UNKINDNESS - os.nice(0))
    with tempfile.TemporaryDirectory() as folder:
        bare = bare_rendering(Path(folder))
        app = create_app({"INSTANCE": Path(folder), "SECRET_KEY": "for the bench only"})
        with app.app_context():
            db.create_all()
            sample_local.fill()
            draft_letter()
            gc.freeze()  # the bare one shares this process: our program shall not weigh on it
            measured = [*compared("packet", packet, bare), *compared("letter", letter, bare)]
            with_logo()
            measured += compared("letter with a logo", letter, bare)[1:]
            measured.append(Row("letter: the page beside its text", shown() * 1000, "ms", 100))
            app.extensions["printer"].close()
            for engine in db.engines.values():
                engine.dispose()
    return measured


def packet() -> Sheet:
    """Of the meeting with the league, as its page prints it."""
    return PacketSheet.of(coming_meeting(), sample_local.NOW)


def letter() -> Sheet:
    return LetterSheet.of(db.session.scalars(Letter.drafts()).first())


def with_logo() -> None:
    """On our paper from now on: a picture as large as one is kept."""
    local, file = Local.current(), BytesIO()
    Image.linear_gradient("L").resize((WIDTH, HEIGHT)).save(file, "PNG")
    read = logo.read(file.getvalue())
    local.logo, local.logo_kind, local.imprint = read.content, read.kind, "Labor donated"
    db.session.commit()


def shown() -> float:
    """The quickest of many turns of a letter's page as a picture, while somebody types."""
    printer = current_app.extensions["printer"]
    return min(seconds(lambda: printer.pictures(letter().html())) for _ in range(TURNS))


def draft_letter() -> None:
    meeting, local = coming_meeting(), Local.current()
    draft = draft_follow_up(meeting, meeting.organizations[0], local, sample_local.TODAY)
    db.session.add(draft)
    db.session.commit()


def coming_meeting() -> Meeting:
    coming = Meeting.planned().where(Meeting.starts_at > datetime(2026, 3, 19)).limit(1)
    return db.session.scalars(coming).one()


def compared(name: str, sheet: Callable[[], Sheet], bare: Callable[[str], bytes]) -> list[Row]:
    """The quickest of many turns of each: whatever else the machine does only adds to them."""
    html = sheet().html()
    acts = (lambda: sheet().pdf(), lambda: bare(html))
    turns = [[seconds(act) for act in acts] for _ in range(TURNS)]
    ours, theirs = (min(side) for side in zip(*turns, strict=True))
    return [
        Row(f"{name}: print", ours * 1000, "ms", 1000),
        Row(f"{name}: against bare WeasyPrint", ours / theirs, "times", 1.3),
    ]


def seconds(act: Callable[[], bytes]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def bare_rendering(folder: Path) -> Callable[[str], bytes]:
    os.environ["FONTCONFIG_FILE"] = str(fonts.write_configuration(folder))
    weasyprint = importlib.import_module("weasyprint")
    shared = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    styles = weasyprint.CSS(string=our_styles(), font_config=shared)

    def render(html: str) -> bytes:
        page = weasyprint.HTML(string=html)
        return page.write_pdf(font_config=shared, stylesheets=[styles], pdf_tags=True)

    return render


def our_styles() -> str:
    """Those of the press, in its order."""
    sys.path.insert(0, str(WORKER))  # it is no part of the program, see worker/__init__.py
    press = importlib.import_module("press")
    return "\n".join((press.STYLES / name).read_text("utf-8") for name in press.IN_ORDER)
