import os
import sqlite3
import stat
from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import text

from coalition_app.storage import backups
from coalition_app.storage.backups import BackupRefused
from tests.storage.conftest import NOON


def rows_in(file):
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT count(*) FROM child").fetchone()[0]


def test_a_backup_holds_what_still_stands_in_the_log(filled, tmp_path):
    assert (tmp_path / "small.db-wal").stat().st_size > 0
    assert rows_in(backups.make(filled, tmp_path / "backups", NOON)) == 6


def test_a_backup_is_made_while_somebody_writes(filled, tmp_path):
    with filled.begin() as writing:
        writing.execute(text("DELETE FROM child"))
        made = backups.make(filled, tmp_path / "backups", NOON)
    assert rows_in(made) == 6


def test_a_backup_holds_nothing_that_was_erased(filled, tmp_path):
    with filled.begin() as connection:
        connection.execute(text("INSERT INTO parent VALUES (9, 'Please forget Elena')"))
    with filled.begin() as connection:
        connection.execute(text("DELETE FROM parent WHERE id = 9"))
    made = backups.make(filled, tmp_path / "backups", NOON)
    assert b"forget Elena" not in made.read_bytes()


def test_only_its_owner_reads_a_backup(filled, tmp_path):
    made = backups.make(filled, tmp_path / "backups", NOON)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_two_backups_in_one_second_both_stay(filled, tmp_path):
    names = [backups.make(filled, tmp_path / "backups", NOON).name for _ in range(2)]
    assert names == ["automatic-2026-03-14-120000.db", "automatic-2026-03-14-120000-2.db"]


def test_the_newest_twenty_automatic_backups_stay(filled, tmp_path):
    folder = tmp_path / "backups"
    kept = backups.make(filled, folder, NOON, purpose="asked-for")
    made = [backups.make(filled, folder, NOON + timedelta(minutes=n)) for n in range(22)]
    assert sorted(folder.iterdir()) == sorted([kept, *made[2:]])


def test_backups_before_merges_push_out_no_automatic_ones(tmp_path):
    names = [f"merge-{number:02}.db" for number in range(22)]
    for number, name in enumerate(["automatic-1.db", *names]):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (number, number))
    backups.prune(tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == {"automatic-1.db", *names[2:]}


def test_a_backup_never_replaces_a_file(filled, tmp_path):
    (tmp_path / "taken.db").write_text("something else")
    with pytest.raises(BackupRefused, match="already there"):
        backups.copy(filled, tmp_path / "taken.db")


def test_a_damaged_database_makes_no_backup(filled, tmp_path):
    filled.dispose()
    (tmp_path / "small.db").write_bytes(b"not a database" * 500)
    with pytest.raises(BackupRefused):
        backups.make(filled, tmp_path / "backups", NOON)
    assert not list((tmp_path / "backups").iterdir())


def test_a_download_is_a_whole_database(filled, tmp_path):
    (tmp_path / "downloaded.db").write_bytes(backups.contents(filled))
    assert rows_in(tmp_path / "downloaded.db") == 6


def test_a_download_is_named_by_its_moment():
    assert backups.download_name(NOON) == "coalition-desk-2026-03-14-1200.db"


def test_a_database_server_is_backed_up_by_its_own_tools(server, tmp_path):
    with pytest.raises(BackupRefused, match="pg_dump"):
        backups.copy(server, tmp_path / "copy.db")
