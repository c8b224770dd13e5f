import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, select
from sqlalchemy.dialects import postgresql

from coalition_app.storage.full_text import FullTextSearch, searchable

ROWS = [
    {"id": 1, "name": "GREATER HARBOR CENTRAL LABOR COUNCIL", "city": "HARBOR"},
    {"id": 2, "name": "Society of Łódź", "city": "San José"},
    {"id": 3, "name": "O'Brien Hall Association", "city": ""},
    {"id": 4, "name": "state-wide near tenants", "city": "Harborville हिन्दी"},
]


@pytest.fixture(scope="module")
def club():
    return Table(
        "club", MetaData(), Column("id", Integer, primary_key=True), Column("name", String),
        Column("city", String),
    )  # fmt: skip


@pytest.fixture(scope="module")
def search(club):
    return FullTextSearch(club, "name", "city")


@pytest.fixture(scope="module")
def engine(club, search):
    engine = create_engine("sqlite://")
    club.create(engine)
    with engine.begin() as connection:
        rows = [row | {name: searchable(row[name]) for name in ("name", "city")} for row in ROWS]
        connection.execute(insert(club), rows)
        search.rebuild(connection)
    yield engine
    club.drop(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def found(club, search, engine):
    def ids(text, at_most=None):
        query = select(club.c.id).where(search.matching(text, at_most))
        with engine.connect() as connection:
            return list(connection.scalars(query))

    return ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("labor council", [1]),
        ("lab har", [1]),
        ("harbor", [1, 4]),
        ("jose", [2]),
        ("JOSÉ", [2]),
        ("jose\u0301", [2]),
        ("łód", [2]),
        ("o'brien", [3]),
        ("state-wide", [4]),
        ("labor tenants", []),
        ("हिन्", [4]),
    ],
)
def test_each_word_may_be_the_beginning_of_one(found, text, expected):
    assert sorted(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\n", []),
        ('"', []),
        ("***", []),
        ('lab*"', [1]),
        ("name:labor", []),
        ("NEAR(tenants", [4]),
        ("labor AND", []),
        ("-labor", [1]),
        ("^greater", [1]),
        ("labor\0council", [1]),
        ("'; DROP TABLE club; --", []),
        ("labor " * 5000, [1]),
        ("🌻", []),
    ],
)
def test_no_text_is_an_error_or_a_command(found, text, expected):
    assert found(text) == expected


def test_a_search_goes_through_the_index(club, search, engine):
    query = select(club).where(search.matching("labor"))
    asked = str(query.compile(engine, compile_kwargs={"literal_binds": True}))
    with engine.connect() as connection:
        plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    assert plan[0] == "SEARCH club USING INTEGER PRIMARY KEY (rowid=?)"
    assert any(step.startswith("SCAN club_search VIRTUAL TABLE INDEX") for step in plan)


def test_a_search_may_end_early(found):
    assert len(found("harbor")) == 2
    assert len(found("harbor", at_most=1)) == 1


def test_a_database_server_gets_its_own_words(club, search):
    query = (
        select(club.c.id)
        .where(search.matching("O'Brien har"))
        .compile(dialect=postgresql.dialect())
    )
    assert "@@ to_tsquery('simple'" in str(query)
    assert "o:* & brien:* & har:*" in query.params.values()


def test_marks_are_asked_for_beside_the_words(club, search, engine):
    def ids(text, *marks):
        query = select(club.c.id).where(search.matching(text, marks=marks))
        with engine.connect() as connection:
            return sorted(connection.scalars(query))

    assert ids("harbor", ["tenants", "council"]) == [1, 4]
    assert ids("harbor", ["tenant"]) == []
    assert ids("harbor", ["tenant*"]) == [4]
    assert ids("", ["near"], ["state", "labor"]) == [4]


def test_rows_that_change_are_forgotten_and_taken_up(club, search, engine):
    with engine.connect() as connection:
        search.forget(connection, [3])
        connection.execute(club.update().where(club.c.id == 3).values(name="union hall"))
        search.take_up(connection, [3])
        found = [
            list(connection.scalars(select(club.c.id).where(search.matching(text))))
            for text in ("brien", "union")
        ]
        connection.rollback()
    assert found == [[], [3]]
