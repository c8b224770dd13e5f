"""What a sheet needs around it; `printer` is everybody's."""

from collections.abc import Iterator
from functools import cache

import pytest
from flask import Flask
from jinja2 import FileSystemBytecodeCache

from coalition_app import prepare_templates, settings
from coalition_app.documents import child
from coalition_app.documents.printer import Printer
from tests import presses


class Remembering:
    """Prints the same page only once: many tests look at the usual packet."""

    def __init__(self, printer: Printer):
        self.pdf = cache(printer.pdf)


@pytest.fixture(scope="session")
def remembering(printer: Printer) -> Remembering:
    return Remembering(printer)


@pytest.fixture
def new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers start as they do for users."""
    monkeypatch.setattr(child, "start", presses.AS_FOR_USERS)


@pytest.fixture(scope="session")
def composing(remembering: Remembering, compiled: FileSystemBytecodeCache) -> Flask:
    app = Flask(__name__, template_folder=str(settings.ROOT / "templates"))
    prepare_templates(app)
    app.jinja_env.bytecode_cache = compiled
    app.extensions["printer"] = remembering
    return app


@pytest.fixture
def paper(composing: Flask) -> Iterator[None]:
    """As much of the program as a sheet needs to be set and printed."""
    with composing.app_context():
        yield
