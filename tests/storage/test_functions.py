"""Functions that SQLite gets from us, and their words on a server."""

import pytest
from sqlalchemy import bindparam, create_engine, func, literal, select
from sqlalchemy.dialects import postgresql

from coalition_app.storage import dialect
from coalition_app.storage.dialect import each_number, folded


@pytest.fixture
def engine():
    engine = create_engine("sqlite://")
    dialect.tune(engine)
    yield engine
    engine.dispose()


def asked(engine, statement, **values):
    with engine.connect() as connection:
        return connection.execute(statement, values).scalars().all()


@pytest.mark.parametrize(("text", "lowered"), [("ÉLAN", "élan"), ("Élan", "élan"), (None, None)])
def test_lower_knows_the_letters_of_other_languages(engine, text, lowered):
    assert asked(engine, select(func.lower(literal(text)))) == [lowered]


def test_folded_leaves_case_and_accents_out(engine):
    assert asked(engine, select(folded(literal("Łódź, Elena DÍAZ")))) == ["lodz, elena diaz"]


def test_a_list_of_any_length_is_one_parameter(engine):
    given = each_number(bindparam("ids")).table_valued("value")
    assert asked(engine, select(given.c.value), ids="[3, 5, 8]") == [3, 5, 8]
    assert asked(engine, select(given.c.value), ids="[]") == []


def on_a_server(statement) -> str:
    return str(statement.compile(dialect=postgresql.dialect()))


def test_a_server_understands_the_same():
    given = each_number(bindparam("ids")).table_valued("value")
    assert "json_array_elements_text(CAST(" in on_a_server(select(given.c.value))
    assert "translate(lower(" in on_a_server(select(folded(literal("x"))))
