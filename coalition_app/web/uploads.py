"""Files that somebody sends: limited by route, streamed to disk, kept until their job ends."""

import secrets
import time
from contextlib import suppress
from pathlib import Path

from flask import Flask, current_app, session
from werkzeug.datastructures import FileStorage

A_WEEK = 7 * 24 * 60 * 60


class LimitOfRoute:
    """The limit is known before anything is read: the CSRF check reads the whole form."""

    @property
    def max_content_length(self) -> int | None:
        view = current_app.view_functions.get(self.endpoint)
        limit = getattr(view, "upload_limit", None) if "_user_id" in session else None
        return limit or super().max_content_length


def init_app(app: Flask) -> None:
    app.request_class = type("Request", (LimitOfRoute, app.request_class), {})


def up_to(limit: int):
    """Marks a view that takes more than others, in bytes; a stranger's request does not."""

    def mark(view):
        view.upload_limit = limit
        return view

    return mark


def keep(sent: FileStorage) -> str:
    """The name under which the file now lies on disk; see `path_of`."""
    folder = _folder()
    folder.mkdir(exist_ok=True)
    _throw_leftovers_away(folder)
    name = secrets.token_hex(16)
    sent.save(folder / name)
    return name


def path_of(name: str) -> Path:
    return _folder() / name


def drop(name: str) -> None:
    path_of(name).unlink(missing_ok=True)


def _folder() -> Path:
    return current_app.config["INSTANCE"] / "uploads"


def _throw_leftovers_away(folder: Path) -> None:
    for file in folder.iterdir():
        with suppress(FileNotFoundError):  # two may upload at once
            if file.stat().st_mtime < time.time() - A_WEEK:
                file.unlink()
