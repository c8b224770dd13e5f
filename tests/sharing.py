"""Several processes run the tests, forks of the one that collected them: all is loaded once.

Browser tests wait for the browser half of their time, so there is one process more than processors;
two of them have a browser, which takes seconds to start. What takes long begins first.
"""

import os
import pickle
import re
import selectors
import signal
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

import bootstrap

IN_A_BROWSER = re.compile(r"\bdef \w+\([^)]*\b(chrome|chromium|stranger|shaky)\b")
LONG = ("tests/commands/", "tests/documents/", "tests/e2e/", "tests/organizations/")
SHORT = ("tests/lib/",)
LENGTH = 4  # bytes of a number in a pipe


def file_of(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]


@cache
def browser_of(file: str) -> str:
    """Which of the two browsers its tests need, if any."""
    if not IN_A_BROWSER.search((bootstrap.ROOT / file).read_text("utf-8")):
        return ""
    return "whole walks" if file.startswith("tests/e2e/") else "single tests"


def turn_of(item: pytest.Item) -> tuple[bool, bool, bool, bool]:
    """The lower, the sooner."""
    file = file_of(item)
    which = browser_of(file)
    return which != "whole walks", not which, not file.startswith(LONG), file.startswith(SHORT)


def shares_of(items: list[pytest.Item]) -> list[list[pytest.Item]]:
    """The tests of a file stay together, and all of a browser."""
    shares: dict[str, list[pytest.Item]] = {}
    for item in items:
        shares.setdefault(browser_of(file_of(item)) or file_of(item), []).append(item)
    return list(shares.values())


class Worker(NamedTuple):
    process: int
    reports: int  # the end of a pipe


def run(session: pytest.Session, count: int) -> None:
    """Until all is done; who is ready takes the next share."""
    shares = shares_of(session.items)
    folder = session.config._tmp_path_factory.getbasetemp()
    waiting, giving = os.pipe()
    os.write(giving, b"".join(number.to_bytes(LENGTH) for number in range(len(shares))))
    os.close(giving)
    workers = []
    try:
        for number in range(count):
            workers.append(fork(session, shares, waiting, folder / f"worker-{number}"))
        listen(session, workers)
    finally:
        for worker in workers:
            os.kill(worker.process, signal.SIGTERM)  # not yet waited for: the number is its own
            os.waitpid(worker.process, 0)
            os.close(worker.reports)
        os.close(waiting)


def fork(session: pytest.Session, shares: list, waiting: int, folder: os.PathLike) -> Worker:
    read, write = os.pipe()
    process = os.fork()
    if process:
        os.close(write)
        return Worker(process, read)
    try:
        os.mkdir(folder)
        session.config._tmp_path_factory._basetemp = folder
        work(session, Sender(session.config, write), taken(shares, waiting))
    finally:
        os._exit(0)


def taken(shares: list[list[pytest.Item]], waiting: int) -> Iterator[pytest.Item]:
    while number := os.read(waiting, LENGTH):
        yield from shares[int.from_bytes(number)]


def work(session: pytest.Session, sender: "Sender", items: Iterator[pytest.Item]) -> None:
    plugins = session.config.pluginmanager
    plugins.unregister(name="terminalreporter")
    plugins.register(sender)
    capture = plugins.getplugin("capturemanager")
    capture.stop_global_capturing()  # else all would capture into the same file
    capture.start_global_capturing()
    item = next(items, None)
    while item:
        following = next(items, None)
        sender.send("begun", (item.nodeid, item.location))
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        item = following
    sender.send("done", None)


def message_of(kind: str, what: Any) -> bytes:
    content = pickle.dumps((kind, what))
    return len(content).to_bytes(LENGTH) + content


class Sender:
    """Takes the place of the terminal."""

    def __init__(self, config: pytest.Config, pipe: int):
        self.config, self.pipe = config, pipe
        self.reports: list[dict] = []

    def send(self, kind: str, what: Any) -> None:
        message = message_of(kind, what)
        while message:
            message = message[os.write(self.pipe, message) :]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Those of a test go together: each message wakes the one who listens."""
        hook = self.config.hook
        self.reports.append(hook.pytest_report_to_serializable(config=self.config, report=report))
        if report.when == "teardown":
            self.send("reports", self.reports)
            self.reports = []


def listen(session: pytest.Session, workers: list[Worker]) -> None:
    session.config.pluginmanager.getplugin("terminalreporter").showfspath = False
    ears = {worker.reports: Ear(session) for worker in workers}
    with selectors.DefaultSelector() as selector:
        for pipe in ears:
            selector.register(pipe, selectors.EVENT_READ)
        while selector.get_map():
            for ready, _ in selector.select():
                if not ears[ready.fd].hear(os.read(ready.fd, 1 << 16)):
                    selector.unregister(ready.fd)
            if session.shouldfail:
                raise session.Failed(session.shouldfail)
    if left := len(session.items) - sum(ear.begun for ear in ears.values()):
        raise session.Failed(f"{left} tests were not run")


class Ear:
    """Hears one worker and tells the terminal."""

    def __init__(self, session: pytest.Session):
        self.session, self.heard, self.current, self.begun = session, b"", None, 0

    def hear(self, part: bytes) -> bool:
        """Whether there will be more."""
        if not part:
            self.end()
            return False
        self.heard += part
        while len(self.heard) >= (end := LENGTH + int.from_bytes(self.heard[:LENGTH])) > LENGTH:
            kind, what = pickle.loads(self.heard[LENGTH:end])  # noqa: S301 (our own fork's)
            self.heard = self.heard[end:]
            if kind == "reports":
                for each in what:
                    self.report(each)
            else:
                self.current, self.begun = what, self.begun + (kind == "begun")
        return True

    def report(self, what: dict) -> None:
        hook, config = self.session.config.hook, self.session.config
        hook.pytest_runtest_logreport(
            report=hook.pytest_report_from_serializable(config=config, data=what)
        )

    def end(self) -> None:
        """A process that died in a test has said that it began, and never that it was done."""
        if self.current:
            nodeid, location = self.current
            report = pytest.TestReport(nodeid, location, {}, "failed", "Its process died.", "call")
            self.session.config.hook.pytest_runtest_logreport(report=report)
