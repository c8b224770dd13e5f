"""The migrations make just the schema that the models describe."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from coalition_app import create_app
from coalition_app.extensions import MIGRATIONS, db
from coalition_app.storage import dialect, search_index, upgrades
from tests.storage.conftest import NOON

OPTIONS = {"compare_type": True, "include_name": search_index.is_compared}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    instance = tmp_path_factory.mktemp("migrated")
    app = create_app({"INSTANCE": instance, "SECRET_KEY": "for tests only"})
    with app.app_context():
        upgrades.upgrade(db.engine, MIGRATIONS, instance / "backups", NOON)
        yield app
        db.engine.dispose()


def differences(connection: Connection) -> list:
    context = MigrationContext.configure(connection, opts=OPTIONS)
    return compare_metadata(context, db.metadatas[None])


def test_models_and_migrations_agree(app):
    with dialect.reading(db.engine) as connection:
        assert differences(connection) == []


def test_a_missing_table_is_noticed(app):
    with db.engine.connect() as connection:
        connection.exec_driver_sql("DROP TABLE nudge")
        assert any(difference[0] == "add_table" for difference in differences(connection))
        connection.rollback()
