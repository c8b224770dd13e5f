"""A registry's file is taken in whole or not at all; a newer one changes what differs."""

from datetime import datetime

import pytest
from sqlalchemy import func, select, text

from coalition_app.lib.registry_files import RegistryReader
from coalition_app.lib.registry_record import WrongFile
from coalition_app.models import (
    RegistryEntry,
    RegistryFile,
    RegistryGround,
    RegistryWanted,
    is_registry_outdated,
    load_registry,
    search_registry,
    writing_registry,
)
from coalition_app.models.registry_entry import UNIONS_FROM
from tests.registries import harbor

LATER = datetime(2026, 4, 1)


@pytest.fixture
def loaded(db, tmp_path):
    return harbor.load(harbor.file_in(tmp_path))


def changes(loaded) -> tuple[int, int, int]:
    return loaded.added, loaded.changed, loaded.gone


def found(words: str) -> list[str]:
    return [each.full_name for each in search_registry(RegistryWanted(words), RegistryGround(), 50)]


def count() -> int:
    with writing_registry() as connection:
        return connection.scalar(select(func.count()).select_from(RegistryEntry))


def parts() -> list[tuple[str, int]]:
    return [(file.part, file.entries_count) for file in RegistryFile.loaded()]


def change(file, old: str, new: str):
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    return file


def test_loading_notes_what_and_when(loaded):
    assert (loaded.count, loaded.parts, changes(loaded)) == (10, {("irs", "CT")}, (10, 0, 0))
    assert parts() == [("CT", 10)]
    assert RegistryFile.loaded()[0].loaded_at == harbor.NIGHT


def test_no_registry_database_is_no_error(db, app):
    db.drop_all("registry")
    assert RegistryFile.loaded() == []
    assert found("naacp") == []
    assert not is_registry_outdated()


def test_the_same_file_again_changes_nothing(loaded, tmp_path):
    assert changes(harbor.load(harbor.file_in(tmp_path), LATER)) == (0, 0, 0)
    assert RegistryFile.loaded()[0].loaded_at == LATER


def test_a_newer_file_says_what_it_changed(loaded, tmp_path):
    file = change(harbor.file_in(tmp_path, leave_out=1), "TENANTS UNITED", "TENANTS UNION")
    change(file, "010000010", "010000099")
    assert changes(harbor.load(file, LATER)) == (1, 1, 2)
    assert found("naacp") == []
    assert found("tenants united") == []
    assert found("tenants union") == ["Harbor Valley Tenants Union"]
    assert found("010000099") == ["Díaz Family Scholarship Fund"]
    assert parts() == [("CT", 9)]


def test_another_state_stands_beside_it(loaded, tmp_path):
    file = change(harbor.file_in(tmp_path, state="RI"), "0100000", "0200000")
    harbor.load(file)
    assert parts() == [("CT", 10), ("RI", 10)]
    assert len(found("naacp")) == 2


def test_an_organization_that_moved_stands_once(loaded, tmp_path):
    moved = harbor.load(harbor.file_in(tmp_path, state="RI"))
    assert changes(moved) == (0, 10, 0)
    assert parts() == [("RI", 10)]


def test_an_ein_that_is_repeated_counts_once(db, tmp_path):
    file = change(harbor.file_in(tmp_path), "010000002", "010000001")
    assert harbor.load(file).added == 9
    assert found("naacp") == []


def test_of_a_union_the_latest_report_counts(db, tmp_path):
    loaded = harbor.load(harbor.unions_in(tmp_path))
    assert (loaded.count, loaded.entries, loaded.added) == (7, 6, 6)
    assert RegistryEntry.with_id(UNIONS_FROM + 900555).members == 1250


def test_the_latest_report_counts_whatever_the_order(db, tmp_path):
    file = harbor.unions_in(tmp_path)
    header, *rows = file.read_text().splitlines()
    file.write_text("\n".join([header, *reversed(rows)]))
    harbor.load(file)
    assert RegistryEntry.with_id(UNIONS_FROM + 900555).members == 1250


def test_an_older_year_changes_no_newer_report(db, tmp_path):
    harbor.load(harbor.unions_in(tmp_path))
    older = harbor.unions_in(tmp_path, year="2024")
    change(change(older, "2025-", "2024-"), "|1250|", "|999|")
    change(older, "900777", "900888")
    assert changes(harbor.load(older)) == (1, 0, 0)
    assert RegistryEntry.with_id(UNIONS_FROM + 900555).members == 1250
    assert parts() == [("2024", 1), ("2025", 6)]


def test_both_registries_stand_side_by_side(loaded, tmp_path):
    harbor.load(harbor.unions_in(tmp_path))
    assert parts() == [("CT", 10), ("2025", 6)]
    assert len(found("555")) == 2


def test_a_bad_line_leaves_everything_as_it_was(loaded, tmp_path):
    file = change(harbor.file_in(tmp_path, leave_out=1), "010000009", "unknown")
    with pytest.raises(WrongFile, match="Line 9"):
        harbor.load(file)
    assert count() == 10
    assert found("naacp")


def test_who_stops_it_leaves_everything_as_it_was(loaded, tmp_path):
    def stop(done: int) -> None:
        raise InterruptedError

    records = RegistryReader(harbor.unions_in(tmp_path)).records()
    with pytest.raises(InterruptedError), writing_registry() as connection:
        load_registry(connection, records, LATER, stop)
    assert count() == 10


def test_a_registry_of_another_version_is_made_anew(loaded, tmp_path):
    with writing_registry() as connection:
        connection.execute(text("ALTER TABLE registry_entry RENAME COLUMN more TO other"))
    assert is_registry_outdated()
    assert RegistryFile.loaded() == []
    assert found("naacp") == []
    assert RegistryEntry.with_id(10000001) is None
    assert changes(harbor.load(harbor.file_in(tmp_path))) == (10, 0, 0)
    assert found("naacp")
    assert not is_registry_outdated()
