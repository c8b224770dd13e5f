"""A database of the second version comes over whole, letters above all."""

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from coalition_app import create_app
from coalition_app.extensions import MIGRATIONS, db
from coalition_app.storage import upgrades
from tests.storage.test_second_schema import fill, rows

SECOND, THIRD = "0002", "0003"


@pytest.fixture
def second(tmp_path):
    app = create_app({"INSTANCE": tmp_path, "SECRET_KEY": "for tests only"})
    with app.app_context():
        command.upgrade(upgrades.configuration(MIGRATIONS), SECOND)
        with db.engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            fill(connection, "organization", id=1, sort_name="a")
            fill(connection, "letter", id=1, organization_id=1, kind="general")
        yield db.engine
        db.engine.dispose()


def test_letters_are_kept_and_may_be_of_new_kinds_to_anybody(second):
    command.upgrade(upgrades.configuration(MIGRATIONS), THIRD)
    assert rows(second, "SELECT id, organization_id, subject FROM letter") == [(1, 1, "")]
    with second.begin() as connection:
        fill(connection, "letter", id=2, kind="thanks", organization_id=None)
    assert rows(second, "SELECT count(*) FROM letter") == [(2,)]
    with pytest.raises(IntegrityError), second.begin() as connection:
        connection.execute(text("UPDATE letter SET kind = 'unheard of'"))
