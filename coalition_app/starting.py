"""`python3 app.py`: our own desk, or with `--sample` an invented local to try everything on."""

import argparse
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import bootstrap
from coalition_app import create_app, sample, serving, settings
from coalition_app.documents import run_folder
from coalition_app.extensions import db
from coalition_app.models import Account
from coalition_app.storage import dialect
from coalition_app.storage.lock import Lock
from coalition_app.web import clock

KEPT = "This is the sample as it was left. To begin anew: python3 app.py --sample --fresh"
FRESH_WHAT = "--fresh goes with --sample. Your own data is never thrown away by a word."
STILL_OPEN = "The sample is open already. Close it first (Ctrl+C in its window), then begin anew."


def start(arguments: Sequence[str]) -> str | int:
    """Serves until stopped; the exit status, or the words of a refusal."""
    asked = _read(arguments)
    if asked.fresh and not asked.sample:
        return FRESH_WHAT
    try:
        return _serve(asked)
    except settings.SettingRefused as problem:
        return str(problem)


def _serve(asked: argparse.Namespace) -> str | int:
    if not asked.sample:
        return serving.run(create_app())
    app = create_app(sample_settings())
    if asked.fresh and Lock(app.config["INSTANCE"]).is_held():
        return STILL_OPEN
    return serving.run(app, make_anew if asked.fresh else make_ready)


def _read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="app.py", description="Opens Coalition Desk.")
    words = "an invented local instead of your own data, to try everything on"
    parser.add_argument("--sample", action="store_true", help=words)
    words = "with --sample: throw the sample of before away and begin anew"
    parser.add_argument("--fresh", action="store_true", help=words)
    return parser.parse_args(arguments)


def sample_settings(environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """A database of its own, whatever the environment says; what belongs to it (registries,
    backups, the lock) in a folder of its own; so it may run beside the real one."""
    instance = settings.instance_folder(environ=environ)
    return {
        "INSTANCE": instance / "sample",
        "SQLALCHEMY_DATABASE_URI": settings.sqlite_address(instance / "sample.db"),
        "SESSION_COOKIE_NAME": "coalition_sample",  # a browser's cookies do not tell ports apart
        "PORT": settings.number("COALITION_PORT", settings.PORTS, settings.PORT + 1, environ),
        "SAMPLE": {"email": sample.EMAIL, "password": sample.PASSWORD},
    }


def make_anew(app) -> None:
    """Only ever called while we hold the lock of the sample."""
    for file in _database_files(app):
        file.unlink(missing_ok=True)
    for folder in ("backups", "uploads", run_folder.FOLDER):
        shutil.rmtree(app.config["INSTANCE"] / folder, ignore_errors=True)
    make_ready(app)


def make_ready(app) -> None:
    serving.migrate(app)
    with app.app_context():
        if Account.exists():
            bootstrap.say(KEPT)
        else:
            sample.fill(clock.today())
        db.session.remove()


def _database_files(app) -> list[Path]:
    with app.app_context():
        files = [dialect.file_of(engine) for engine in db.engines.values()]
        for engine in db.engines.values():
            engine.dispose()
    return [Path(f"{file}{ending}") for file in files for ending in ("", "-wal", "-shm")]
