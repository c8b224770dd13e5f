"""The rail: where one can go from every page. What a caller may not open is not shown."""

from typing import NamedTuple

from flask import Flask, current_app, request, url_for

from coalition_app.web.access import can, current_role
from coalition_app.web.local import local_shown

GROUPS = (
    (
        "",
        (
            ("Today", "today.index"),
            ("Organizations", "organizations.index"),
            ("Find new ones", "registries.index"),
            ("People", "people.index"),
            ("Meetings", "meetings.index"),
            ("Commitments", "commitments.index"),
            ("Give and take", "assistances.index"),
        ),
    ),
    ("Print and send", (("Letters", "letters.index"), ("Told", "reports.index"))),
    (
        "This program",
        (
            ("Our local", "local.show"),
            ("Questions", "questions.index"),
            ("Accounts", "accounts.index"),
            ("Backup", "backups.index"),
        ),
    ),
)
# Slices without an entry of their own, and where they are reached from.
PARTS = {"acquaintances": "people", "print_runs": "letters", "printers": "letters"}
STAND_IN = 987_654_321_987  # for an id while an address is built


class Entry(NamedTuple):
    label: str
    url: str
    is_current: bool


def init_app(app: Flask) -> None:
    app.extensions["addresses"], app.extensions["rails"] = {}, {}
    app.add_template_global(address, "url_for")
    app.add_template_global(rail)
    app.add_template_global(has_page)
    app.add_template_global(local_shown)


def rail() -> list[tuple[str, list[Entry]]]:
    """(heading, entries) for whoever is signed in; built once for each role and place."""
    rails = current_app.extensions["rails"]
    key = request.script_root, current_role(), request.blueprint
    if key not in rails:
        rails[key] = _rail()
    return rails[key]


def _rail() -> list[tuple[str, list[Entry]]]:
    groups = [(over, [_entry(*entry) for entry in entries]) for over, entries in GROUPS]
    shown = [(over, [entry for entry in entries if entry]) for over, entries in groups]
    return [(over, entries) for over, entries in shown if entries]


def _entry(label: str, endpoint: str) -> Entry | None:
    if not has_page(endpoint):
        return None
    slice_name = PARTS.get(request.blueprint, request.blueprint)
    is_current = slice_name == endpoint.partition(".")[0]
    return Entry(label, address(endpoint), is_current)


def address(endpoint: str, **values) -> str:
    """As url_for; an address with nothing to fill in but an id is built once."""
    whole = f"{request.blueprint}{endpoint}" if endpoint.startswith(".") else endpoint
    if not values:
        return _built(whole)
    id_ = values.get("id")
    if len(values) == 1 and type(id_) is int and id_ >= 0:
        return _built(whole, id=STAND_IN).replace(str(STAND_IN), str(id_))
    return url_for(whole, **values)


def _built(endpoint: str, **values) -> str:
    addresses = current_app.extensions["addresses"]
    key = request.script_root, endpoint, *values
    if key not in addresses:
        addresses[key] = url_for(endpoint, **values)
    return addresses[key]


def has_page(endpoint: str) -> bool:
    """Is there such a page, and may whoever is signed in open it?"""
    view = current_app.view_functions.get(endpoint)
    return view is not None and can(getattr(view, "access", None))
