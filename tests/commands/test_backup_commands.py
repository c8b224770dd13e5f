import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from coalition_app import create_app, serving
from coalition_app.extensions import db
from coalition_app.models import Local
from coalition_app.storage.lock import Lock


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    """One that was started and has its local set up."""
    app = create_app(desk_in(tmp_path_factory.mktemp("program") / "desk"))
    serving.migrate(app)
    with app.app_context():
        db.session.add(Local(name="Harbor Valley Communications Workers", number="555"))
        db.session.commit()
    serving.close_databases(app)
    return app


@pytest.fixture
def desk(program, tmp_path):
    """The program; whatever happens to its instance is undone."""
    instance = program.config["INSTANCE"]
    shutil.copytree(instance, tmp_path / "as-it-was")
    yield program
    serving.close_databases(program)
    shutil.rmtree(instance)
    (tmp_path / "as-it-was").rename(instance)


def desk_in(instance: Path) -> dict:
    return {"INSTANCE": instance, "SECRET_KEY": "for tests only"}


def run(app, *arguments):
    return app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])


def locals_in(app):
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Local))


def test_a_backup_goes_where_it_is_told(desk, tmp_path):
    done = run(desk, "backup", tmp_path / "mine.db")
    assert done.output == f"Copied to {tmp_path / 'mine.db'}\n"
    assert (tmp_path / "mine.db").stat().st_size > 0


def test_a_backup_without_a_name_is_dated(desk):
    assert run(desk, "backup").exit_code == 0
    made = (desk.config["INSTANCE"] / "backups").glob("asked-for-*.db")
    assert len(list(made)) == 1


def test_a_backup_comes_back(desk, tmp_path):
    run(desk, "backup", tmp_path / "mine.db")
    with desk.app_context():
        db.session.delete(db.session.scalar(select(Local)))
        db.session.commit()
    done = run(desk, "restore", tmp_path / "mine.db")
    assert done.exit_code == 0, done.output
    assert "What was there before is now" in done.output
    assert locals_in(desk) == 1


def test_nothing_is_restored_below_a_running_program(desk, tmp_path):
    run(desk, "backup", tmp_path / "mine.db")
    running = Lock(desk.config["INSTANCE"])
    running.acquire()
    refused = run(desk, "restore", tmp_path / "mine.db")
    running.release()
    assert refused.exit_code == 1
    assert "close it first" in refused.output


def test_nothing_is_restored_below_a_job(desk, tmp_path):
    run(desk, "backup", tmp_path / "mine.db")
    at_work = Lock(desk.config["INSTANCE"], "job-import")
    at_work.acquire()
    refused = run(desk, "restore", tmp_path / "mine.db")
    at_work.release()
    assert refused.exit_code == 1
    assert "wait a minute" in refused.output
    assert run(desk, "restore", tmp_path / "mine.db").exit_code == 0


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"Dear board,"])
def test_a_wrong_file_is_refused_in_plain_words(desk, tmp_path, content):
    (tmp_path / "wrong.db").write_bytes(content)
    refused = run(desk, "restore", tmp_path / "wrong.db")
    assert refused.exit_code == 1
    assert "wrong.db is" in refused.output
    assert locals_in(desk) == 1


def test_a_backup_over_a_file_is_refused(desk, tmp_path):
    (tmp_path / "taken.db").write_text("a letter")
    refused = run(desk, "backup", tmp_path / "taken.db")
    assert "already there" in refused.output
    assert (tmp_path / "taken.db").read_text() == "a letter"
