"""Whatever was typed anywhere is shown as typed, never run, on every page."""

import pytest
from sqlalchemy import String, update

from coalition_app.documents.printer import PrintingFailed
from coalition_app.extensions import db
from coalition_app.models import Account
from tests.e2e.addresses import address, routes

NOUNS = [
    mapper.class_
    for mapper in db.Model.registry.mappers
    if mapper.class_ is not Account and "__bind_key__" not in vars(mapper.class_)
]
# What a person does not type freely: choices, and what a program writes for itself.
CHOSEN = {
    "given",
    "result",
    "kind",
    "scope",
    "route",
    "state",
    "audience",
    "sent_by",
    "time_zone",
    "logo_kind",
    "ein",
}

WEIRD = {
    "code": "<script>alert(1)</script> {{ 7*7 }} {% raw %} ' OR 1=1 -- \" onload=x &amp;",
    "scripts": "مرحبا بالعالم שלום 😀 Żółć ệ ‮tfel ot thgir‬ \u0301\u0301",
    "long": "Endless" * 1400,
}


def spoil(text: str) -> None:
    """Every text that a person can type becomes this one."""
    for noun in NOUNS:
        columns = noun.__table__.columns
        typed = [
            column.name
            for column in columns
            if isinstance(column.type, String) and not (column.unique or column.name in CHOSEN)
        ]
        if typed:
            db.session.execute(update(noun).values(dict.fromkeys(typed, text)))
    db.session.commit()


def no_paper(*_: object) -> None:
    raise PrintingFailed("Not now.")


@pytest.mark.parametrize("text", WEIRD.values(), ids=WEIRD)
def test_every_page_shows_it_as_typed(app, sample, text, monkeypatch):
    if text == WEIRD["long"]:  # tests/documents/test_hostile.py prints that, field by field
        monkeypatch.setattr(app.extensions["printer"], "pictures", no_paper)
    client = app.test_client()
    client.sign_in(sample)
    paths = [address(app, rule) for rule in routes(app, "GET")]
    spoil(text)
    pages = [
        path
        for path in paths
        if not path.endswith((".pdf", ".csv", "/now", ".svg", ".css", ".ics", ".eml"))
    ]
    broken = [path for path in pages if client.get(path).status >= 500]
    assert broken == []
    assert " ".join(text.split())[:40] in client.get("/organizations").text
