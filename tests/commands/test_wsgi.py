import runpy

import pytest

from coalition_app import create_app, serving
from coalition_app.extensions import MIGRATIONS, db
from coalition_app.settings import ROOT
from coalition_app.storage import upgrades
from tests.storage.conftest import NOON


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The application as a WSGI server has it, before anybody ran `flask db upgrade`."""
    instance = tmp_path_factory.mktemp("served")
    app = create_app({"INSTANCE": instance, "SECRET_KEY": "for tests only"})
    serving.refuse_while_behind(app)
    yield app
    serving.close_databases(app)


def test_a_wsgi_server_never_migrates(tmp_path, monkeypatch):
    monkeypatch.setenv("COALITION_INSTANCE", str(tmp_path))
    app = runpy.run_path(str(ROOT / "app.py"), run_name="app")["app"]
    assert app.test_client().get("/").status_code == 503
    assert not (tmp_path / "coalition.db").exists()
    serving.close_databases(app)


@pytest.mark.parametrize("path", ["/", "/organizations", "/static/css/base.css", "/nowhere"])
def test_every_request_is_told_what_to_run(served, path):
    answer = served.test_client().get(path)
    assert answer.status_code == 503
    assert "flask db upgrade" in answer.text
    assert "python3 app.py" in answer.text


def test_a_post_is_refused_as_well(served):
    assert served.test_client().post("/").status_code == 503


def test_after_the_upgrade_it_answers_without_a_restart(served, tmp_path):
    """The last one: `served` is open now."""
    client = served.test_client()
    assert client.get("/").status_code == 503
    with served.app_context():
        upgrades.upgrade(db.engine, MIGRATIONS, tmp_path / "backups", NOON)
    assert client.get("/").status_code != 503
