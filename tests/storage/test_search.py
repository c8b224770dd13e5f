import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from coalition_app.storage.dialect import FullTextSearch

ROWS = [
    {"id": 1, "name": "GREATER HARBOR CENTRAL LABOR COUNCIL", "city": "HARBOR"},
    {"id": 2, "name": "Society of Łódź", "city": "San José"},
    {"id": 3, "name": "O'Brien Hall Association", "city": None},
    {"id": 4, "name": "state-wide near tenants", "city": "Harborville"},
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
def found(club, search):
    engine = create_engine("sqlite://")
    club.create(engine)
    with engine.begin() as connection:
        connection.execute(insert(club), ROWS)
        search.rebuild(connection)

    def ids(text):
        with engine.connect() as connection:
            return list(connection.scalars(select(club.c.id).where(search.matching(text))))

    yield ids
    club.drop(engine)
    engine.dispose()


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


def test_a_search_goes_through_the_index(club, search):
    query = select(club.c.id).where(search.matching("labor"))
    asked = "club.id IN (SELECT rowid FROM club_search WHERE club_search MATCH ?)"
    assert asked in str(query.compile(dialect=sqlite.dialect()))


def test_a_database_server_gets_its_own_words(club, search):
    query = (
        select(club.c.id)
        .where(search.matching("O'Brien har"))
        .compile(dialect=postgresql.dialect())
    )
    assert "@@ to_tsquery('simple'" in str(query)
    assert "o:* & brien:* & har:*" in query.params.values()
