"""Paper: a packet and a letter, from the records to the finished file, against a bare rendering.

The bare one is WeasyPrint alone, in this process, on the very HTML of ours, with the fonts and the
parsed stylesheet shared between its runs. The two take turns, so that noise meets both.
"""

import gc
import importlib
import os
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import perf_counter

from coalition_app import create_app
from coalition_app.documents import fonts
from coalition_app.documents.letter import LetterSheet
from coalition_app.documents.packet import PacketSheet
from coalition_app.documents.sheet import Sheet
from coalition_app.extensions import db
from coalition_app.models import Letter, Local, Meeting, draft_follow_up
from tests import sample_local
from tests.bench.report import Row

TURNS = 20
STYLES = Path(__file__).parents[2] / "templates" / "documents" / "print"


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        bare = bare_rendering(Path(folder))
        app = create_app({"INSTANCE": Path(folder), "SECRET_KEY": "for the bench only"})
        with app.app_context():
            db.create_all()
            sample_local.fill()
            draft_letter()
            gc.freeze()  # the bare one shares this process: our program shall not weigh on it
            measured = [*compared("packet", packet, bare), *compared("letter", letter, bare)]
            app.extensions["printer"].close()
            for engine in db.engines.values():
                engine.dispose()
    return measured


def packet() -> Sheet:
    """Of the meeting with the league, as its page prints it."""
    return PacketSheet.of(coming_meeting(), sample_local.NOW)


def letter() -> Sheet:
    return LetterSheet.of(db.session.scalars(Letter.drafts()).one())


def draft_letter() -> None:
    meeting, local = coming_meeting(), Local.current()
    draft = draft_follow_up(meeting, meeting.organizations[0], local, sample_local.TODAY)
    db.session.add(draft)
    db.session.commit()


def coming_meeting() -> Meeting:
    coming = Meeting.planned().where(Meeting.starts_at > datetime(2026, 3, 19))
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
    files = (STYLES / name for name in ("base.css", "packet.css", "letter.css"))
    text = "\n".join(file.read_text("utf-8") for file in files)
    styles = weasyprint.CSS(string=text, font_config=shared)

    def render(html: str) -> bytes:
        page = weasyprint.HTML(string=html)
        return page.write_pdf(font_config=shared, stylesheets=[styles], pdf_tags=True)

    return render
