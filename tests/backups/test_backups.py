import sqlite3
from contextlib import closing

import pytest

from coalition_app.storage import backups
from tests import world


@pytest.fixture
def folder(app, tmp_path, monkeypatch):
    """An instance folder of its own for the copies."""
    monkeypatch.setitem(app.config, "INSTANCE", tmp_path)
    return tmp_path / "backups"


def test_one_click_downloads_the_whole_database(administrator, db, tmp_path):
    world.started()
    administrator.get("/backups")
    answer = administrator.get("/backups/now")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="coalition-desk-2026-03-14-1000.db"'
    )
    assert answer.headers["Cache-Control"] == "no-store"
    copy = tmp_path / "copy.db"
    copy.write_bytes(answer.data)
    with closing(sqlite3.connect(copy)) as database:
        names = database.execute("SELECT name FROM organization").fetchall()
    assert names == [("Harbor Valley Civil Rights League",)]


def test_without_copies_the_page_says_when_there_will_be_some(administrator, folder):
    page = administrator.get("/backups")
    assert "No copies yet." in page.text
    assert "restore FILE" in page.text


def test_the_copies_are_listed_the_newest_first_with_their_size(administrator, db, folder, clock):
    backups.make(db.engine, folder, clock.now)
    clock.forward(days=1)
    backups.make(db.engine, folder, clock.now)
    rows = administrator.get("/backups").all("tbody tr")
    assert [row.all("td")[0].text for row in rows] == [
        "automatic-2026-03-15-100000.db",
        "automatic-2026-03-14-100000.db",
    ]
    assert "kB" in rows[0].text


@pytest.mark.parametrize("path", ["/backups", "/backups/now"])
def test_only_administrators_take_a_copy(organizer, path):
    assert organizer.get(path).status == 403


def test_the_copy_arrives_in_a_browser(chromium):
    chromium.goto("/backups")
    with chromium.expect_download() as download:
        chromium.get_by_role("link", name="Download a backup").click()
    assert download.value.suggested_filename == "coalition-desk-2026-03-14-1000.db"
