"""How this program meets the network: as the desk of one laptop, or below a WSGI server."""

import gc
import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable
from http.client import HTTPConnection, HTTPException
from time import monotonic, sleep
from urllib.parse import urlsplit

import waitress
from flask import Flask

import bootstrap
from coalition_app.extensions import MIGRATIONS, db
from coalition_app.storage import upgrades
from coalition_app.storage.backups import BackupRefused
from coalition_app.storage.lock import Lock
from coalition_app.storage.upgrades import UpgradeRefused

IDENTITY = "Coalition Desk"
THINGS_OF_A_PAGE = 20_000
PATIENCE = 30  # seconds that a first start may take to migrate
BEHIND = (
    "The database of Coalition Desk needs an upgrade before it can be used.\n"
    "On a laptop: stop this server and run `python3 app.py`.\n"
    "On a server: make a backup, then run `flask db upgrade`.\n"
)


def migrate(app: Flask) -> None:
    """Brings the database up to date, after a backup."""
    with app.app_context():
        backup_folder = app.config["INSTANCE"] / "backups"
        now = app.config["CLOCK"]().astimezone()
        backup = upgrades.upgrade(db.engine, MIGRATIONS, backup_folder, now)
    if backup:
        bootstrap.say(f"The database was upgraded; a copy of the old one is {backup}")


def run(app: Flask, make_ready: Callable[[Flask], None] = migrate) -> str | int:
    """Serves until stopped; the exit status of `python3 app.py`, or the words of a refusal."""
    os.umask(0o077)  # who stands where is sensitive: nobody else on this machine reads our files
    lock = Lock(app.config["INSTANCE"])
    if not lock.acquire():
        return meet_the_running_one(lock, app)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        make_ready(app)
        return serve(app, lock)
    except (UpgradeRefused, BackupRefused) as problem:
        return str(problem)
    finally:
        lock.release()


def meet_the_running_one(lock: Lock, app: Flask) -> str | int:
    address = answering_address(lock, PATIENCE)
    if address is None:
        return (
            "Coalition Desk has been started already, but does not answer.\n"
            "Close the window in which it runs, then start it again."
        )
    bootstrap.say(f"Coalition Desk is already open at {address}")
    open_browser(app, address)
    return 0


def answering_address(lock: Lock, patience: float) -> str | None:
    """Where the holder of the lock answers; waits while it is still starting."""
    given_up = monotonic() + patience
    while True:
        address = lock.address_of_holder()
        if address and is_ours(address):
            return address
        if monotonic() > given_up:
            return None
        sleep(0.2)


def is_ours(address: str) -> bool:
    """Whether Coalition Desk answers there, and no other program that took the port."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=5)
    try:
        connection.request("HEAD", "/")
        return connection.getresponse().getheader("Server") == IDENTITY
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def serve(app: Flask, lock: Lock) -> str | int:
    try:
        server = make_server(app)
    except ValueError:  # waitress knows no such host
        return f"COALITION_HOST is “{app.config['HOST']}”, but this machine has no such address."
    except OSError as problem:
        return (
            f"Port {app.config['PORT']} cannot be used: {problem.strerror}.\n"
            "Choose another one, for example: COALITION_PORT=5598 python3 app.py"
        )
    address = f"http://{name_for_browser(server.effective_host)}:{server.effective_port}/"
    lock.announce(address)
    welcome(app, address)
    settle()
    server.run()
    close_databases(app)
    return 0


def settle() -> None:
    """What is loaded by now stays: the collector need not walk it again at each full turn.

    A page makes ten thousand things that go with it; looking through them every 700 is for nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(THINGS_OF_A_PAGE, *gc.get_threshold()[1:])
    gc.enable()  # app.py has it wait until now


def make_server(app: Flask) -> waitress.server.BaseWSGIServer:
    return waitress.create_server(
        app,
        host=app.config["HOST"],
        port=app.config["PORT"],
        threads=app.config["THREADS"],
        ident=IDENTITY,
    )


def name_for_browser(host: str) -> str:
    """An address that stands for all of this machine's is none that a browser can open."""
    return "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104


def welcome(app: Flask, address: str) -> None:
    if bootstrap.missing_paper_libraries():
        bootstrap.say(f"Printing is off until you run: {bootstrap.paper_command()}")
    bootstrap.say(f"Coalition Desk is open at {address} (Ctrl+C closes it)")
    open_browser(app, address)


def open_browser(app: Flask, address: str) -> None:
    """In a thread of its own: some machines' browsers keep whoever opens them waiting."""
    if app.config["BROWSER"] and has_screen():
        threading.Thread(target=webbrowser.open, args=[address], daemon=True).start()


def has_screen() -> bool:
    if os.environ.get("CI"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def close_databases(app: Flask) -> None:
    with app.app_context():
        for engine in db.engines.values():
            engine.dispose()


def refuse_while_behind(app: Flask) -> None:
    """Below a WSGI server nothing migrates by itself: several workers would all try."""
    app.wsgi_app = Gate(app, app.wsgi_app)


class Gate:
    """Asks the database before each request until it is up to date, then never again."""

    def __init__(self, app: Flask, inner: Callable) -> None:
        self.app = app
        self.inner = inner
        self.is_open = False

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        if self.is_open or self.may_open():
            return self.inner(environ, start_response)
        start_response(
            "503 Service Unavailable",
            [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")],
        )
        return [BEHIND.encode()]

    def may_open(self) -> bool:
        with self.app.app_context():
            self.is_open = not upgrades.is_behind(db.engine, MIGRATIONS)
        return self.is_open
