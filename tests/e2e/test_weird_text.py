"""Whatever was typed anywhere is shown as typed, never run, on every page."""

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import String, update

from coalition_app.documents.printer import PrintingFailed
from coalition_app.extensions import db
from coalition_app.models import Account
from tests.e2e.addresses import address, routes
from tests.e2e.test_every_page import MOST_BYTES, weight_of
from tests.page import session_cookie

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

WEIRD = (
    "<script>alert(1)</script> {{ 7*7 }} {% raw %} ' OR 1=1 -- \" onload=x &amp; "
    "مرحبا بالعالم שלום 😀 Żółć ệ ‮tfel ot thgir‬ \u0301\u0301"
)
ENDLESS = "Endless" * 1400


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


def addresses(app: Flask) -> list[str]:
    """Of everything that is read in the browser."""
    every = [address(app, rule) for rule in routes(app, "GET")]
    files = (".pdf", ".csv", "/now", ".svg", ".css", ".ics", ".eml")
    return [path for path in every if not path.endswith(files)]


def test_every_page_shows_it_as_typed(app, sample):
    """It is the administrator who walks, for whom every page opens."""
    client = app.test_client()
    client.sign_in(sample)
    paths = addresses(app)
    spoil(WEIRD)
    wrong = []
    for path in paths:
        page = client.get(path)
        if page.status not in (200, 302, 303, 404):
            wrong.append(f"{path} answered {page.status}")
        elif page.status == 200 and page.root and (weight := weight_of(page)) > MOST_BYTES:
            wrong.append(f"{path} brings {weight} bytes of style and script beside htmx")
    assert not wrong
    assert " ".join(WEIRD.split()) in client.get("/organizations").text


def no_paper(*_: object) -> None:
    raise PrintingFailed("Not now.")


def test_no_page_breaks_on_a_word_without_end(app, sample, monkeypatch):
    """Asked for by a client that does not inspect: the pages are those of the test above."""
    # tests/documents/test_hostile.py prints it, field by field
    monkeypatch.setattr(app.extensions["printer"], "pictures", no_paper)
    name, value = session_cookie(app, sample)
    paths = addresses(app)
    spoil(ENDLESS)
    client = FlaskClient(app)
    client.set_cookie(name, value)
    wrong = []
    for path in paths:
        with app.app_context():
            status = client.get(path).status_code
        if status not in (200, 302, 303, 404):
            wrong.append(f"{path} answered {status}")
    assert not wrong
    with app.app_context():
        assert ENDLESS in client.get("/organizations").text
