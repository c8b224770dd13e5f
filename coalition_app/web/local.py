"""What every page shows of our own local, read once a request."""

from typing import NamedTuple

from flask import g

from coalition_app.models import Local, recall


class LocalShown(NamedTuple):
    """Plain values: a page is rendered after its transaction has ended."""

    short_name: str
    time_zone: str


NOT_YET = LocalShown("", "America/New_York")


def local_shown() -> LocalShown:
    if "local_shown" not in g:
        g.local_shown = recall("local shown", find=_local, of=frozenset({"local"}))
    return g.local_shown


def _local() -> LocalShown:
    local = Local.current()
    return LocalShown(local.short_name, local.time_zone) if local else NOT_YET
