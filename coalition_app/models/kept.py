"""Statements about one organization or one person, each built once and kept.

Building one takes SQLAlchemy longer than asking SQLite with it.
"""

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace

from sqlalchemy import ScalarResult, Select, bindparam

from coalition_app.extensions import db

# Stands for any record of which a statement asks, while it is built.
ANY = SimpleNamespace(id=bindparam("asked_id"))


def ask(build: Callable[[], Select], id_: int) -> ScalarResult:
    """The records that the statement finds for the one of this id in the place of `ANY`."""
    return db.session.scalars(_built(build), {"asked_id": id_})


@cache
def _built(build: Callable[[], Select]) -> Select:
    return build()
