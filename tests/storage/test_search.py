import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, text

from coalition_app.storage import full_text
from coalition_app.storage.full_text import FullTextSearch, asked, searchable, written

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
    club.metadata.create_all(engine)
    with engine.begin() as connection:
        rows = [row | {name: searchable(row[name]) for name in ("name", "city")} for row in ROWS]
        connection.execute(insert(club), rows)
        search.rebuild(connection)
    yield engine
    club.metadata.drop_all(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def found(search, engine):
    def ids(typed, *marks, at_most=10):
        with engine.connect() as connection:
            groups = search.spelled(connection, asked(typed, marks))
            return search.ids(connection, groups, at_most)

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


def test_a_search_goes_through_the_index(search, engine):
    given = {"asked": '"labor"', "most": 5}
    with engine.connect() as connection:
        plan = [
            row.detail
            for statement in (search.finding, search.knowing)
            for row in connection.execute(
                text(f"EXPLAIN QUERY PLAN {statement}"), {**given, "from": "labo", "to": "labp"}
            )
        ]
    assert plan[0].startswith("SCAN club_search VIRTUAL TABLE INDEX 0:M")
    assert plan[1] == "SEARCH club_word USING PRIMARY KEY (word>? AND word<?)"


def test_a_search_may_end_early(found):
    assert len(found("harbor")) == 2
    assert len(found("harbor", at_most=1)) == 1


def test_a_beginning_of_common_words_is_spelled_out(search, engine, monkeypatch):
    """What it finds stays the same; SQLite need not collect all rows of them."""
    monkeypatch.setattr(full_text, "ROWS_A_WORD", 0)
    with engine.connect() as connection:
        groups = search.spelled(connection, asked("harb la", [["tenan*"]]))
        assert groups == [["harbor", "harborville"], ["la*"], ["tenants"]]
        assert search.spelled(connection, asked("zebra")) == [["zebra*"]]
        assert search.ids(connection, groups[:1], 10) == [1, 4]
        monkeypatch.setattr(full_text, "MOST_SPELLED", 1)
        assert search.spelled(connection, asked("harb")) == [["harb*"]]


def test_a_beginning_of_rare_words_stays_one(search, engine):
    with engine.connect() as connection:
        assert search.spelled(connection, asked("harb")) == [["harb*"]]


def test_a_database_server_gets_its_own_words():
    given = written(asked("O'Brien har", [["tenants", "council"]]), "{}", ":*", " & ", " | ")
    assert given == "o:* & brien:* & har:* & (tenants | council)"


def test_marks_are_asked_for_beside_the_words(found):
    assert found("harbor", ["tenants", "council"]) == [1, 4]
    assert found("harbor", ["tenant"]) == []
    assert found("harbor", ["tenant*"]) == [4]
    assert found("", ["near"], ["state", "labor"]) == [4]


def test_rows_that_change_are_forgotten_and_taken_up(club, search, engine, monkeypatch):
    monkeypatch.setattr(full_text, "ROWS_A_WORD", 0)
    with engine.connect() as connection:
        search.forget(connection, [3])
        connection.execute(club.update().where(club.c.id == 3).values(name="union hallway"))
        search.take_up(connection, [3])
        search.learn_words(connection)
        found = [
            search.ids(connection, search.spelled(connection, asked(typed)), 10)
            for typed in ("brien", "union", "hallw")
        ]
        connection.rollback()
    assert found == [[], [3], [3]]
