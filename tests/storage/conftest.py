"""A small application of its own, so that these tests may migrate, damage and replace databases."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from flask import Flask
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Engine, create_mock_engine, text

from coalition_app.extensions import MIGRATIONS
from coalition_app.settings import sqlite_address
from coalition_app.storage import dialect, upgrades

NOON = datetime(2026, 3, 14, 12, 0, 0)

FIRST = """
import sqlalchemy as sa
from alembic import op
revision = "0001"
down_revision = None

def upgrade():
    op.create_table(
        "parent", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String)
    )
    op.create_table(
        "child",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent_id", sa.Integer, sa.ForeignKey("parent.id", ondelete="CASCADE")),
    )
"""

REBUILDS_THE_PARENT = """
import sqlalchemy as sa
from alembic import op
revision = "0002"
down_revision = "0001"

def upgrade():
    with op.batch_alter_table("parent", recreate="always") as batch:
        batch.alter_column("name", type_=sa.Text)
"""

FORGETS_THE_CHILDREN = """
from alembic import op
revision = "0002"
down_revision = "0001"

def upgrade():
    op.execute("DELETE FROM parent WHERE id = 2")
"""


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """Alembic's folder as the program has it, with a first version of its own."""
    folder = tmp_path / "migrations"
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_bytes((MIGRATIONS / "env.py").read_bytes())
    (folder / "versions" / "0001.py").write_text(FIRST)
    return folder


@pytest.fixture
def engine(tmp_path: Path, migrations: Path) -> Iterator[Engine]:
    app = Flask("small")
    app.config["SQLALCHEMY_DATABASE_URI"] = sqlite_address(tmp_path / "small.db")
    database = SQLAlchemy(app)
    Migrate(app, database, directory=str(migrations))
    with app.app_context():
        dialect.tune(database.engine)
        yield database.engine
        database.engine.dispose()


@pytest.fixture
def filled(engine: Engine, migrations: Path, tmp_path: Path) -> Engine:
    """At the first version, with three parents of two children each."""
    upgrades.upgrade(engine, migrations, tmp_path / "backups", NOON)
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO parent VALUES (1, 'a'), (2, 'b'), (3, 'c')"))
        connection.execute(
            text("INSERT INTO child VALUES (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 3)")
        )
    return engine


@pytest.fixture
def server():
    """A database server, as far as our own questions go."""
    return create_mock_engine("postgresql://", executor=None)


def count(engine: Engine, table: str) -> int:
    with engine.connect() as connection:
        return connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608
