"""Who runs which tests when several workers do: no processor waits while there is work.

Browser tests wait for the browser half of their time, so there is one worker more than processors;
two of them have a browser, which takes seconds to start. What takes long begins first.
"""

import re
from functools import cache

import pytest
from xdist.scheduler import LoadFileScheduling

import bootstrap

IN_A_BROWSER = re.compile(r"\bdef \w+\([^)]*\b(chrome|chromium|stranger|shaky)\b")
LONG = ("tests/commands/", "tests/documents/", "tests/e2e/", "tests/organizations/")
SHORT = ("tests/lib/",)


class Sharing(LoadFileScheduling):
    """File by file in the order of collection; all files of a browser are one share."""

    def _split_scope(self, nodeid: str) -> str:
        file = file_of(nodeid)
        return browser_of(file) or file


def file_of(nodeid: str) -> str:
    return nodeid.partition("::")[0]


@cache
def browser_of(file: str) -> str:
    """Which of the two browsers its tests need, if any."""
    if not IN_A_BROWSER.search((bootstrap.ROOT / file).read_text("utf-8")):
        return ""
    return "whole walks" if file.startswith("tests/e2e/") else "single tests"


def turn_of(item: pytest.Item) -> tuple[bool, bool, bool, bool]:
    """The lower, the sooner."""
    file = file_of(item.nodeid)
    which = browser_of(file)
    return which != "whole walks", not which, not file.startswith(LONG), file.startswith(SHORT)
