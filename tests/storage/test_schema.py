"""The migrations make just the schema that the models describe."""

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from coalition_app import create_app
from coalition_app.extensions import MIGRATIONS, db
from coalition_app.storage import dialect, search_index, upgrades

OPTIONS = {"compare_type": True, "include_name": search_index.is_compared}


def differences(app) -> list:
    with dialect.reading(db.engine) as connection:
        context = MigrationContext.configure(connection, opts=OPTIONS)
        return compare_metadata(context, db.metadatas[None])


def test_models_and_migrations_agree(tmp_path, clock):
    app = create_app({"INSTANCE": tmp_path, "SECRET_KEY": "for tests only"})
    with app.app_context():
        upgrades.upgrade(db.engine, MIGRATIONS, tmp_path / "backups", clock.now)
        assert differences(app) == []
        db.engine.dispose()


def test_a_missing_table_is_noticed(tmp_path, clock):
    app = create_app({"INSTANCE": tmp_path, "SECRET_KEY": "for tests only"})
    with app.app_context():
        upgrades.upgrade(db.engine, MIGRATIONS, tmp_path / "backups", clock.now)
        with db.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE nudge")
        assert any(difference[0] == "add_table" for difference in differences(app))
        db.engine.dispose()
