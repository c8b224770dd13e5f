"""`flask registry load FILE` in plain words."""

import pytest
from sqlalchemy import func, select

from coalition_app.models import RegistryEntry
from tests.registries import harbor


@pytest.fixture
def load(app, db):
    def run(file):
        db.session.commit()
        return app.test_cli_runner().invoke(args=["registry", "load", str(file)])

    return run


def test_it_says_what_it_loaded(load, tmp_path):
    result = load(harbor.file_in(tmp_path))
    assert result.exit_code == 0
    assert result.output == "Loaded 10 organizations of CT. Search them at Find new ones.\n"


def test_the_first_load_makes_the_registry_database(load, db, tmp_path):
    db.drop_all("registry")
    assert load(harbor.file_in(tmp_path)).exit_code == 0
    assert RegistryEntry.search("naacp")


def test_a_bad_file_is_refused_and_nothing_is_loaded(load, db, tmp_path):
    file = harbor.file_in(tmp_path)
    file.write_text(file.read_text("utf-8").replace("010000004", "10000004"), "utf-8")
    result = load(file)
    assert result.exit_code == 1
    assert result.output == (
        "Error: Nothing was loaded. Line 5: “10000004” in EIN. Expected an EIN of nine digits.\n"
    )
    assert db.session.scalar(select(func.count(RegistryEntry.id))) == 0


def test_a_file_that_is_not_there_is_said_so(load, tmp_path):
    result = load(tmp_path / "eo_ct.csv")
    assert result.exit_code == 2
    assert "does not exist" in result.output
