"""The fixtures that everybody knows. What tests begin with is made once, then restored for each."""

import gc
from collections.abc import Callable, Iterator

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from jinja2 import FileSystemBytecodeCache
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from playwright.sync_api import Page as BrowserPage
from sqlalchemy import select

from coalition_app import extensions, worker
from coalition_app.documents import child
from coalition_app.documents.printer import Printer
from coalition_app.models import Account, Local
from tests import browser, presses, sample_local, sharing, world
from tests.blank import Blank
from tests.clock import FrozenClock
from tests.page import InspectingClient, session_cookie

PASSWORD = "seven-lamps-and-a-door"
NAMES = {"administrator": "Sam Okafor", "organizer": "Dori James", "viewer": "Rosa Díaz"}
PRESSES = presses.Presses()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--workers", type=int, default=0, help="how many processes run the tests")


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """What prints gets ready while tests are collected."""
    options = session.config.option
    if options.workers > 1 and not options.collectonly:
        PRESSES.begin()


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    options = session.config.option
    if options.workers < 2 or options.collectonly or session.testsfailed:
        return None
    sharing.run(session, options.workers)
    return True


def pytest_unconfigure() -> None:
    PRESSES.end()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=sharing.turn_of)


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look through it for garbage again and again took long."""
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()


@pytest.fixture(scope="session")
def compiled(request, tmp_path_factory) -> FileSystemBytecodeCache:
    """Templates: compiled once for all processes, and anew when they change."""
    kept = getattr(request.config, "cache", None)  # off by `-p no:cacheprovider`
    folder = kept.mkdir("templates") if kept else tmp_path_factory.mktemp("templates")
    return FileSystemBytecodeCache(str(folder))


@pytest.fixture(scope="session", autouse=True)
def quick_presses() -> Iterator[presses.Presses]:
    with pytest.MonkeyPatch.context() as changed:
        if presses.CAN_FORK:
            changed.setattr(child, "start", PRESSES.start)
        yield PRESSES


@pytest.fixture(scope="session")
def printer() -> Iterator[Printer]:
    """One for all tests of paper."""
    printer = Printer()
    yield printer
    printer.close()


@pytest.fixture(scope="session")
def blank(tmp_path_factory, compiled: FileSystemBytecodeCache, printer: Printer) -> Iterator[Blank]:
    Account.hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    blank = Blank(tmp_path_factory.mktemp("instance"))
    blank.app.extensions["printer"] = printer
    blank.app.jinja_env.bytecode_cache = compiled
    yield blank
    blank.close()


@pytest.fixture
def clock() -> FrozenClock:
    """Saturday, March 14, 2026, 10:00, until a test moves it."""
    return FrozenClock()


@pytest.fixture
def app(request, blank: Blank, clock: FrozenClock) -> Iterator[Flask]:
    """The application, its context pushed; nothing in it but the local and who signs in."""
    blank.app.config["CLOCK"] = clock
    blank.memory.serve({*request.fixturenames, *vars(request.module)})
    asked = [name for name in request.fixturenames if name == "local" or name in NAMES]
    with blank.app.app_context():
        blank.begin_with(" ".join(asked), lambda: [begin(name) for name in asked])
        yield blank.app


def begin(name: str) -> None:
    local_555()
    if name in NAMES:
        account_for(name)


@pytest.fixture
def sample(app: Flask, blank: Blank) -> Account:
    """The sample local, in the middle of its work; the account of its organizer."""
    blank.begin_with("sample local", sample_local.fill)
    account = extensions.db.session.scalar(select(Account))
    extensions.db.session.commit()
    return account


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
    return local_555()


def local_555() -> Local:
    """Made when it is first asked for."""
    local = extensions.db.session.scalar(select(Local))
    if not local:
        local = Local(name="Harbor Valley Communications Workers", number="555")
        extensions.db.session.add(local)
    extensions.db.session.commit()
    return local


def signed_in(app: Flask, blank: Blank, role: str) -> InspectingClient:
    """By the same cookie for all tests that begin with an account of this role."""
    began = blank.began if app is blank.app else ""
    if role not in began.split():
        session = session_for(app, role)
    elif (began, role) not in blank.sessions:
        session = blank.sessions[began, role] = session_for(app, role)
    else:
        session = blank.sessions[began, role]
    client = app.test_client()
    client.account_id, cookie = session
    client.set_cookie(*cookie)
    return client


def session_for(app: Flask, role: str) -> tuple[int, tuple[str, str]]:
    """The id of an account and the cookie of its session."""
    begin(role)
    account = account_of(role)
    session = account.id, session_cookie(app, account)
    extensions.db.session.commit()
    return session


def account_for(role: str) -> Account:
    """The account of this role; made when it is first asked for. Saved."""
    account = account_of(role)
    extensions.db.session.commit()
    return account


def account_of(role: str) -> Account:
    email = f"{role}@local555.example"
    account = Account.with_email(email)
    if not account:
        account = Account(email=email, role=role, person=world.ours(NAMES[role]))
        account.set_password(PASSWORD)
        extensions.db.session.add(account)
        extensions.db.session.flush()
    return account


@pytest.fixture
def viewer(app: Flask, blank: Blank) -> InspectingClient:
    """Rosa Díaz of the board: reads and prints."""
    return signed_in(app, blank, "viewer")


@pytest.fixture
def organizer(app: Flask, blank: Blank) -> InspectingClient:
    """Dori James."""
    return signed_in(app, blank, "organizer")


@pytest.fixture
def administrator(app: Flask, blank: Blank) -> InspectingClient:
    """Sam Okafor."""
    return signed_in(app, blank, "administrator")


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
        context.set_default_timeout(browser.PATIENCE)
        browser.watch(context)
        windows[live] = context
    return windows[live]


@pytest.fixture
def stranger(app: Flask, window: BrowserContext) -> Iterator[BrowserPage]:
    """A blank page of the real browser, not signed in; `stranger.goto("/")` works."""
    with browser.watched():
        yield browser.only_tab(window)
        browser.tidy(window)


@pytest.fixture
def chromium(app: Flask, local: Local, stranger: BrowserPage, live: str) -> BrowserPage:
    """A page of the real browser, signed in as the administrator. Commit before `goto`."""
    browser.sign_in(stranger, app, live, account_for("administrator"))
    return stranger


@pytest.fixture
def shaky(app: Flask, local: Local, window: BrowserContext, live: str) -> Iterator[BrowserPage]:
    """The same for a test that cuts the connection: it may complain, nobody watches."""
    page = browser.only_tab(window)
    browser.sign_in(page, app, live, account_for("administrator"))
    yield page
    browser.tidy(window)
