"""An application of its own, with the pages to practice on."""

from collections.abc import Iterator

import pytest

from tests import browser
from tests.conftest import Blank
from tests.web import practice


@pytest.fixture(scope="session")
def practiced(blank, compiled, tmp_path_factory) -> Iterator[Blank]:
    """`blank` comes first: it makes hashing quick."""
    practiced = Blank(tmp_path_factory.mktemp("practice"))
    practiced.app.register_blueprint(practice.bp)
    practiced.app.jinja_env.bytecode_cache = compiled
    yield practiced
    practiced.close()


@pytest.fixture
def app(practiced, clock) -> Iterator:
    practiced.restore()
    practiced.app.config["CLOCK"] = clock
    with practiced.app.app_context():
        yield practiced.app


@pytest.fixture(scope="session")
def live(practiced) -> Iterator[str]:
    with browser.serving(practiced.app) as address:
        yield address


@pytest.fixture
def gate() -> Iterator[practice.Gate]:
    practice.gate.asked.clear()
    yield practice.gate
    practice.gate.open.set()
