"""A database of the first version comes over whole."""

import pytest
from alembic import command
from sqlalchemy import inspect, text

from coalition_app import create_app
from coalition_app.extensions import MIGRATIONS, db
from coalition_app.storage import dialect, upgrades

FIRST, SECOND = "0001", "0002"
TYPED = {1: "Voting rights, jobs", 2: "JOBS, , health  care", 3: ""}


@pytest.fixture
def first(tmp_path):
    """The first schema, a row in each table that the second changes."""
    app = create_app({"INSTANCE": tmp_path, "SECRET_KEY": "for tests only"})
    with app.app_context():
        command.upgrade(upgrades.configuration(MIGRATIONS), FIRST)
        with db.engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for id_, issues in TYPED.items():
                fill(connection, "organization", id=id_, shared_issues=issues)
                fill(connection, "standing", id=id_, organization_id=id_, value=3)
            fill(connection, "person", id=1)
            fill(connection, "account", id=1, person_id=1, role="organizer")
        yield db.engine
        db.engine.dispose()


def fill(connection, table: str, **given) -> None:
    """A row with something in each column that must not be empty."""
    for column in inspect(connection).get_columns(table):
        if not column["nullable"] and column["name"] not in given:
            given[column["name"]] = "" if str(column["type"]) == "VARCHAR" else 1
    if table == "standing":
        given["rated_on"] = "2026-03-01"
    names = ", ".join(given)
    marks = ", ".join(f":{name}" for name in given)
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})"), given)  # noqa: S608


def rows(engine, query: str) -> list[tuple]:
    with dialect.reading(engine) as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_every_row_is_kept(first):
    command.upgrade(upgrades.configuration(MIGRATIONS), SECOND)
    counted = "SELECT (SELECT count(*) FROM organization), (SELECT count(*) FROM standing)"
    assert rows(first, counted) == [(3, 3)]
    assert rows(first, "SELECT has_shortcuts FROM account") == [(1,)]
    assert rows(first, "SELECT do_not_mail, pronouns FROM person") == [(0, "")]


def test_issues_typed_with_commas_become_shared_rows(first):
    command.upgrade(upgrades.configuration(MIGRATIONS), SECOND)
    found = rows(
        first,
        "SELECT organization_id, folded_name FROM organization_issue "
        "JOIN issue ON issue.id = issue_id ORDER BY 1, 2",
    )
    assert found == [(1, "jobs"), (1, "voting rights"), (2, "health care"), (2, "jobs")]
