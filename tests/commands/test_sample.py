"""`python3 app.py --sample`: an invented local beside the real one, which is never touched."""

import pytest
from sqlalchemy import select

from coalition_app import create_app, serving, starting
from coalition_app.extensions import db
from coalition_app.models import Organization
from coalition_app.storage.lock import Lock
from tests.conftest import account_for
from tests.page import InspectingClient

WORDS = "Sample data: nothing here is real."
REAL = b"what we have typed for a year"


@pytest.fixture(scope="module")
def instance(tmp_path_factory):
    """The folder of a real local, whose database is somewhere else besides."""
    folder = tmp_path_factory.mktemp("real")
    for name in ("coalition.db", "registry.db"):
        (folder / name).write_bytes(REAL)
    with pytest.MonkeyPatch.context() as environ:
        environ.setenv("COALITION_INSTANCE", str(folder))
        environ.setenv("COALITION_DATABASE", "postgresql://elsewhere/real")
        yield folder


@pytest.fixture(scope="module")
def desk(instance, printer):
    """The sample, in which somebody has tried something out."""
    app = create_app(starting.sample_settings())
    app.extensions["printer"] = printer
    app.test_client_class = InspectingClient
    serving.migrate(app)
    with app.app_context():
        account_for("administrator")
        db.session.add(Organization(name="Typed to try it out"))
        db.session.commit()
    yield app
    serving.close_databases(app)


@pytest.fixture(scope="module")
def anew(desk):
    starting.make_anew(desk)
    return desk


def names_in(app) -> set[str]:
    with app.app_context():
        return set(db.session.scalars(select(Organization.name)))


def test_it_is_kept_and_made_anew_only_when_asked(desk, instance, capsys, request):
    paper = desk.config["INSTANCE"] / "print_runs" / "1" / "letters.pdf"
    paper.parent.mkdir(parents=True)
    paper.write_bytes(REAL)
    starting.make_ready(desk)
    assert paper.exists()
    assert capsys.readouterr().out.startswith("This is the sample as it was left.")
    assert names_in(desk) == {"Typed to try it out"}
    request.getfixturevalue("anew")
    assert "Green Rivers Alliance" in names_in(desk)
    assert "Typed to try it out" not in names_in(desk)
    assert not paper.exists()
    assert {file.stem for file in instance.iterdir()} == {"coalition", "registry", "sample"}
    assert (instance / "coalition.db").read_bytes() == REAL
    assert (instance / "registry.db").read_bytes() == REAL


def test_its_sign_in_page_is_filled_in_and_each_page_says_what_it_is(anew):
    with anew.app_context():
        client = anew.test_client()
        assert WORDS in client.get("/sign-in").text
        assert client.submit("Sign in to the sample").path == "/"
        assert client.one(".page > .sample").text.startswith(WORDS)
        assert WORDS in client.get("/no-such-page").text


def test_fresh_without_sample_is_refused():
    assert starting.start(["--fresh"]) == starting.FRESH_WHAT


def test_a_setting_that_cannot_be_meant_is_said(instance, monkeypatch):
    monkeypatch.setenv("COALITION_PORT", "http")
    for arguments in ([], ["--sample"]):
        assert str(starting.start(arguments)).startswith("COALITION_PORT is “http”")


def test_an_open_sample_is_not_made_anew(instance):
    lock = Lock(instance / "sample")
    assert lock.acquire()
    assert starting.start(["--sample", "--fresh"]) == starting.STILL_OPEN
    lock.release()
