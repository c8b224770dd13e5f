"""Whatever points to a record follows it, by the schema: a table added later is tested as well."""

from datetime import date

import pytest
from sqlalchemy import func, select

from coalition_app.extensions import db as database
from coalition_app.models import Organization, Person
from coalition_app.models.pointing import keys_to
from tests import world
from tests.models.merge_pairs import TODAY, merged

pytestmark = pytest.mark.usefixtures("db")


def test_every_foreign_key_to_a_person_or_an_organization_is_walked():
    """From the schema: whoever adds a table changes this list, and thinks of the merge."""
    found = {
        noun.__name__: {f"{key.table.name}.{key.name}" for key in keys_to(noun.__table__)}
        for noun in (Organization, Person)
    }
    assert {"organization.parent_id", "letter.organization_id", "attendance.organization_id"} < (
        found["Organization"]
    )
    assert {"tie.told_by_id", "conversation_person.person_id", "account.person_id"} < (
        found["Person"]
    )
    declared = {
        f"{table.name}.{key.parent.name}"
        for table in database.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in ("organization", "person")
    }
    assert found["Organization"] | found["Person"] == declared


def test_one_row_of_every_table_that_points_to_it_follows(db):
    """A row is made for each key by the schema alone, so that a new table is tested as well."""
    for noun in (Organization, Person):
        kept, gone = (world.add(noun(name=name)) for name in ("First One", "Second Two"))
        others = {each: world.add(each(name="Somebody Else")) for each in (Organization, Person)}
        keys = [key for key in keys_to(noun.__table__) if key.table.name != "merged"]
        for key in keys:
            point(key, gone.id, others)
        before = {key: count(key, gone.id) for key in keys}
        assert all(before.values())
        merged(kept, gone)
        lost = {str(key) for key in keys if count(key, kept.id) < before[key]}
        assert lost == set()


def count(key, id_: int) -> int:
    return database.session.scalar(select(func.count()).where(key == id_))


def point(key, id_: int, others: dict) -> None:
    """A row of the key's table that has just what it must have."""
    table, values = key.table, {key.name: id_}
    if table.name == "organization":
        values |= {"name": f"Points by {key.name}", "sort_name": "points"}
    if table.name == "tie":
        values["kind"] = key.name  # the same tie twice would become one
    if table.name == "not_same":
        pair = {"other_organization_id": "organization_id", "other_person_id": "person_id"}
        beside = pair.get(key.name) or f"other_{key.name}"
        values[beside] = others[Organization if "organization" in key.name else Person].id
    for column in table.columns:
        is_part = column.primary_key and column.foreign_keys
        required = not (column.nullable or column.default or column.primary_key)
        if column.name not in values and (is_part or required):
            values[column.name] = some(column, others)
    database.session.execute(table.insert().values(values | defaults(table)))


def defaults(table) -> dict:
    """What the database itself would refuse without: marks of one kind or another."""
    kinds = {
        "introduction": {"route": "ally"},
        "conversation": {"kind": "call"},
        "contact_point": {"kind": "phone"},
        "told": {"audience": "board"},
        "standing": {"value": 2},
        "import": {"state": "draft"},
    }
    return kinds.get(table.name, {})


def some(column, others: dict):
    """Any value that fits, or a row that it may point to."""
    for key in column.foreign_keys:
        noun = {"organization": Organization, "person": Person}.get(key.column.table.name)
        return others[noun].id if noun else row_of(key.column.table, others)
    kind = column.type.python_type
    values = {str: f"some {column.name}", int: 1, bool: False, date: TODAY, dict: {}, list: []}
    return values.get(kind) if kind in values else world.datetime(2026, 3, 14)


def row_of(table, others: dict) -> int:
    values = {
        column.name: some(column, others)
        for column in table.columns
        if not column.primary_key and not column.nullable and column.default is None
    }
    made = database.session.execute(table.insert().values(values | defaults(table)))
    return made.inserted_primary_key[0]
