"""The fixtures that everybody knows. The schema is built once, a blank copy restored per test."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from playwright.sync_api import Page as BrowserPage
from sqlalchemy import event

from coalition_app import create_app, extensions, worker
from coalition_app.models import Account, Local
from tests import browser, world
from tests.clock import FrozenClock
from tests.page import InspectingClient

PASSWORD = "seven-lamps-and-a-door"
NAMES = {"administrator": "Sam Okafor", "organizer": "Dori James", "viewer": "Rosa Díaz"}


class Blank:
    """An application whose databases are made as new again by SQLite's backup (2 ms)."""

    def __init__(self, instance: Path):
        self.launched: list[int] = []  # jobs, in the place of the processes that would do them
        settings = {"TESTING": True, "INSTANCE": instance, "SECRET_KEY": "for tests only"}
        settings["LAUNCH"] = self.launched.append
        self.app = create_app(settings)
        self.app.test_client_class = InspectingClient
        with self.app.app_context():
            engines = extensions.db.engines.values()
            for engine in engines:
                event.listen(engine, "connect", hurry)
            extensions.db.create_all()
            self.databases = [Restorable(Path(engine.url.database)) for engine in engines]
            for engine in engines:
                engine.dispose()

    def restore(self) -> None:
        for database in self.databases:
            database.restore()

    def close(self) -> None:
        for database in self.databases:
            database.close()
        with self.app.app_context():
            for engine in extensions.db.engines.values():
                engine.dispose()


def hurry(connection: sqlite3.Connection, _record: object = None) -> None:
    """No test's database outlives a loss of power: waiting for the disk cost half the time."""
    connection.execute("PRAGMA synchronous = OFF")


class Restorable:
    """A database and what it held at first."""

    def __init__(self, file: Path):
        self.copy = sqlite3.connect(":memory:")
        self.database = sqlite3.connect(file)
        hurry(self.database)
        self.database.backup(self.copy)
        self.seen = self.version

    @property
    def version(self) -> int:
        """Another one as soon as another connection wrote."""
        return self.database.execute("PRAGMA data_version").fetchone()[0]

    def restore(self) -> None:
        if self.version != self.seen:
            self.copy.backup(self.database)
            self.seen = self.version

    def close(self) -> None:
        self.copy.close()
        self.database.close()


@pytest.fixture(scope="session")
def blank(tmp_path_factory) -> Iterator[Blank]:
    Account.hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    blank = Blank(tmp_path_factory.mktemp("instance"))
    yield blank
    blank.close()


@pytest.fixture
def clock() -> FrozenClock:
    """Saturday, March 14, 2026, 10:00, until a test moves it."""
    return FrozenClock()


@pytest.fixture
def app(blank: Blank, clock: FrozenClock) -> Iterator[Flask]:
    """The application with empty databases, its context pushed."""
    blank.restore()
    blank.app.config["CLOCK"] = clock
    with blank.app.app_context():
        yield blank.app


@pytest.fixture
def db(app: Flask) -> SQLAlchemy:
    return extensions.db


@pytest.fixture
def page(app: Flask) -> InspectingClient:
    """A stranger's browser: inspects every page that it sees."""
    return app.test_client()


@pytest.fixture
def work(app: Flask, blank: Blank) -> Iterator[Callable[[], None]]:
    """Does the jobs that were started, by function call: `work()`."""
    blank.launched.clear()

    def do_all() -> None:
        while blank.launched:
            extensions.db.session.commit()
            with app.app_context():
                worker.work(app, blank.launched.pop(0))

    yield do_all
    blank.launched.clear()


@pytest.fixture
def local(db: SQLAlchemy) -> Local:
    local = Local(name="Harbor Valley Communications Workers", number="555")
    db.session.add(local)
    db.session.commit()
    return local


def signed_in(app: Flask, role: str) -> InspectingClient:
    client = app.test_client()
    client.sign_in(account_for(role))
    return client


def account_for(role: str) -> Account:
    """The account of this role; made when it is first asked for."""
    email = f"{role}@local555.example"
    if account := Account.with_email(email):
        return account
    account = Account(email=email, role=role, person=world.ours(NAMES[role]))
    account.set_password(PASSWORD)
    extensions.db.session.add(account)
    extensions.db.session.commit()
    return account


@pytest.fixture
def viewer(app: Flask, local: Local) -> InspectingClient:
    """Rosa Díaz of the board: reads and prints."""
    return signed_in(app, "viewer")


@pytest.fixture
def organizer(app: Flask, local: Local) -> InspectingClient:
    """Dori James."""
    return signed_in(app, "organizer")


@pytest.fixture
def administrator(app: Flask, local: Local) -> InspectingClient:
    """Sam Okafor."""
    return signed_in(app, "administrator")


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser_started = browser.launch(playwright)
        yield browser_started
        browser_started.close()


@pytest.fixture(scope="session")
def live(blank: Blank) -> Iterator[str]:
    """The address of the live server; it serves the databases of the test that runs."""
    with browser.serving(blank.app) as address:
        yield address


@pytest.fixture(scope="session")
def windows(chrome: Browser) -> Iterator[dict[str, BrowserContext]]:
    opened: dict[str, BrowserContext] = {}
    yield opened
    for context in opened.values():
        context.close()


@pytest.fixture
def window(chrome: Browser, windows: dict[str, BrowserContext], live: str) -> BrowserContext:
    """One window per server for all tests, so that styles and scripts are fetched once."""
    if live not in windows:
        context = chrome.new_context(base_url=live, viewport=browser.DESK, locale="en-US")
        context.set_default_timeout(10_000)
        windows[live] = context
    return windows[live]


@pytest.fixture
def stranger(app: Flask, window: BrowserContext) -> Iterator[BrowserPage]:
    """A blank page of the real browser, not signed in; `stranger.goto("/")` works."""
    with browser.watched(window):
        yield browser.only_tab(window)
        browser.tidy(window)


@pytest.fixture
def chromium(app: Flask, local: Local, stranger: BrowserPage, live: str) -> BrowserPage:
    """A page of the real browser, signed in as the administrator. Commit before `goto`."""
    browser.sign_in(stranger, app, live, account_for("administrator"))
    return stranger
