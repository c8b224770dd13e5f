"""Statements about one organization, each built once and kept.

Building one takes SQLAlchemy longer than asking SQLite with it.
"""

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace

from sqlalchemy import ScalarResult, Select, bindparam

from coalition_app.extensions import db

# Stands for any organization while a statement is built.
ANY = SimpleNamespace(id=bindparam("organization_id"))


def ask(build: Callable[[], Select], organization_id: int) -> ScalarResult:
    """The records that the statement finds for the organization in the place of `ANY`."""
    return db.session.scalars(_built(build), {"organization_id": organization_id})


@cache
def _built(build: Callable[[], Select]) -> Select:
    return build()
