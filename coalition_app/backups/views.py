from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from flask import Blueprint, Response, current_app, url_for

from coalition_app.extensions import db
from coalition_app.storage import backups, dialect
from coalition_app.web import access, clock, htmx

bp = Blueprint("backups", __name__, url_prefix="/backups")


class Kept(NamedTuple):
    name: str
    made_at: datetime
    kilobytes: int


@bp.get("")
@access.administrator
def index():
    folder = current_app.config["INSTANCE"] / "backups"
    return htmx.render(
        "backups/index.html",
        folder=folder,
        kept=kept_in(folder),
        on_a_server=dialect.file_of(db.engine) is None,
    )


@bp.get("/now")
@access.administrator
def download():
    try:
        copy = backups.contents(db.engine)
    except backups.BackupRefused as problem:
        return htmx.redirect(url_for(".index"), str(problem), "warn")
    response = Response(copy, mimetype="application/vnd.sqlite3")
    name = backups.download_name(clock.now())
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Cache-Control"] = "no-store"
    return response


def kept_in(folder: Path) -> list[Kept]:
    """The copies that lie there, the newest first."""
    found = [(file, file.stat()) for file in folder.glob("*.db")] if folder.exists() else []
    found.sort(key=lambda pair: pair[1].st_mtime, reverse=True)
    return [
        Kept(file.name, clock.at(facts.st_mtime), -(-facts.st_size // 1024))
        for file, facts in found
    ]
