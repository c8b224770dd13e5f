import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text

from coalition_app.storage import backups, restores, upgrades
from coalition_app.storage.backups import BackupRefused
from tests.storage.conftest import NOON, count


@pytest.fixture
def backup(filled, tmp_path):
    """Six children; the database in use has only five by now."""
    made = backups.copy(filled, tmp_path / "backup.db")
    with filled.begin() as connection:
        connection.execute(text("DELETE FROM child WHERE id = 6"))
    return made


def restore(engine, file, migrations, tmp_path):
    return restores.restore(engine, file, migrations, tmp_path / "backups", NOON)


def test_a_restored_database_is_the_backup(filled, backup, migrations, tmp_path):
    restore(filled, backup, migrations, tmp_path)
    assert count(filled, "child") == 6


def test_the_present_database_is_put_aside(filled, backup, migrations, tmp_path):
    aside = restore(filled, backup, migrations, tmp_path)
    assert aside.name == "replaced-2026-03-14-120000.db"
    with closing(sqlite3.connect(aside)) as database:
        assert database.execute("SELECT count(*) FROM child").fetchone() == (5,)


def test_what_was_put_aside_can_be_restored_in_turn(filled, backup, migrations, tmp_path):
    aside = restore(filled, backup, migrations, tmp_path)
    restore(filled, aside, migrations, tmp_path)
    assert count(filled, "child") == 5


def test_a_damaged_present_database_is_kept_as_it_is(filled, backup, migrations, tmp_path):
    filled.dispose()
    (tmp_path / "small.db").write_bytes(b"broken" * 1000)
    aside = restore(filled, backup, migrations, tmp_path)
    assert aside.name == "damaged-2026-03-14-120000.db"
    assert aside.read_bytes() == b"broken" * 1000
    assert count(filled, "child") == 6


def test_a_backup_is_restored_where_there_was_no_database(filled, backup, migrations, tmp_path):
    filled.dispose()
    (tmp_path / "small.db").unlink()
    assert restore(filled, backup, migrations, tmp_path) is None
    assert count(filled, "child") == 6


@pytest.mark.parametrize("content", [b"", b"a letter to the board", bytes(range(256)) * 40])
def test_a_file_that_is_no_database_is_refused(filled, backup, content, migrations, tmp_path):
    (tmp_path / "wrong.db").write_bytes(content)
    with pytest.raises(BackupRefused):
        restore(filled, tmp_path / "wrong.db", migrations, tmp_path)
    assert count(filled, "child") == 5


def test_a_missing_file_is_refused_by_name(filled, migrations, tmp_path):
    with pytest.raises(BackupRefused, match=r"There is no file .*nowhere\.db"):
        restore(filled, tmp_path / "nowhere.db", migrations, tmp_path)


def test_a_damaged_backup_is_refused(filled, backup, migrations, tmp_path):
    with backup.open("r+b") as opened:
        opened.seek(4096)
        opened.write(b"\xff" * 4096)
    with pytest.raises(BackupRefused, match=r"damaged|not a sound"):
        restore(filled, backup, migrations, tmp_path)
    assert count(filled, "child") == 5


def test_somebody_elses_database_is_refused(filled, migrations, tmp_path):
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE recipes (name)")
    with pytest.raises(BackupRefused, match="not one of Coalition Desk"):
        restore(filled, tmp_path / "other.db", migrations, tmp_path)


def test_a_backup_of_a_newer_program_is_refused(filled, backup, migrations, tmp_path):
    with closing(sqlite3.connect(backup)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    with pytest.raises(upgrades.UpgradeRefused, match="newer version"):
        restore(filled, backup, migrations, tmp_path)
