"""Two records merged, with what is true of every merge."""

from datetime import date

from sqlalchemy import func, select

from coalition_app.extensions import db as database
from coalition_app.models import Merging, Person
from coalition_app.models.pointing import keys_to
from tests import world

TODAY = date(2026, 3, 14)


def known(name: str, **details) -> Person:
    return world.add(Person(name=name, **details))


def merged(kept, gone, **picks):
    noun, gone_id = type(kept), gone.id
    Merging(kept, gone).finish(picks, TODAY)
    assert database.session.get(noun, gone_id) is None
    assert unreferenced(noun, gone_id)
    return kept


def unreferenced(noun, id_: int) -> bool:
    """No row of any table points there, and no key points nowhere."""
    counts = (
        database.session.scalar(select(func.count()).where(key == id_))
        for key in keys_to(noun.__table__)
    )
    broken = database.session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
    return not any(counts) and not broken
