import pytest
from sqlalchemy import inspect, text

from coalition_app.storage import upgrades
from coalition_app.storage.dialect import BrokenReferences
from tests.storage.conftest import FORGETS_THE_CHILDREN, NOON, REBUILDS_THE_PARENT, count


def add_version(migrations, source):
    (migrations / "versions" / "0002.py").write_text(source)


def test_a_new_database_is_made_without_a_backup(engine, migrations, tmp_path):
    assert upgrades.upgrade(engine, migrations, tmp_path / "backups", NOON) is None
    assert inspect(engine).has_table("child")
    assert not (tmp_path / "backups").exists()


def test_asking_about_a_database_does_not_make_one(engine, migrations, tmp_path):
    assert upgrades.is_behind(engine, migrations)
    assert not (tmp_path / "small.db").exists()


def test_nothing_is_done_twice(filled, migrations, tmp_path):
    assert not upgrades.is_behind(filled, migrations)
    assert upgrades.upgrade(filled, migrations, tmp_path / "backups", NOON) is None
    assert not (tmp_path / "backups").exists()


def test_rebuilding_a_parent_table_loses_no_child(filled, migrations, tmp_path):
    add_version(migrations, REBUILDS_THE_PARENT)
    assert upgrades.is_behind(filled, migrations)
    upgrades.upgrade(filled, migrations, tmp_path / "backups", NOON)
    assert (count(filled, "parent"), count(filled, "child")) == (3, 6)
    assert not upgrades.is_behind(filled, migrations)


def test_an_upgrade_leaves_a_dated_backup_of_the_old_database(filled, migrations, tmp_path):
    add_version(migrations, REBUILDS_THE_PARENT)
    backup = upgrades.upgrade(filled, migrations, tmp_path / "backups", NOON)
    assert backup.name == "automatic-2026-03-14-120000.db"


def test_a_migration_that_leaves_orphans_is_taken_back_whole(filled, migrations, tmp_path):
    add_version(migrations, FORGETS_THE_CHILDREN)
    with pytest.raises(BrokenReferences, match=r"2 rows .* in: child"):
        upgrades.upgrade(filled, migrations, tmp_path / "backups", NOON)
    assert count(filled, "parent") == 3
    assert upgrades.is_behind(filled, migrations)


def test_foreign_keys_hold_again_after_an_upgrade(filled, migrations, tmp_path):
    add_version(migrations, REBUILDS_THE_PARENT)
    upgrades.upgrade(filled, migrations, tmp_path / "backups", NOON)
    with filled.begin() as connection:
        connection.execute(text("DELETE FROM parent WHERE id = 1"))
    assert count(filled, "child") == 4


def test_a_database_of_a_newer_program_is_refused(filled, migrations, tmp_path):
    with filled.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(upgrades.UpgradeRefused, match="newer version"):
        upgrades.upgrade(filled, migrations, tmp_path / "backups", NOON)
