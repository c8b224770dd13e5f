"""The Flask extensions, made once; `init_app` binds them to an application. A leaf."""

from pathlib import Path

from flask import Flask
from flask_login import LoginManager
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from htmx_flask import Htmx
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

from coalition_app.storage import dialect

MIGRATIONS = Path(__file__).parent / "migrations"


class Base(DeclarativeBase):
    """Every constraint has a name of its own, so that a later migration can find it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


db = SQLAlchemy(model_class=Base)
migrate = Migrate(db=db, directory=str(MIGRATIONS))
csrf = CSRFProtect()
login = LoginManager()
htmx = Htmx()


def init_app(app: Flask) -> None:
    for extension in (db, migrate, csrf, login, htmx):
        extension.init_app(app)
    with app.app_context():
        for engine in db.engines.values():
            dialect.tune(engine)
