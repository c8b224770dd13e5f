"""The index beside a table: what it finds, in which order, and that the plan begins there."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, select
from sqlalchemy.dialects import postgresql

from coalition_app.lib import search_words
from coalition_app.storage import search_index
from coalition_app.storage.search_index import Document, SearchIndex, Wanted
from tests.any_text import any_text

MEMBERS = [
    (1, "Élan Vital", "elan@hvcrl.example"),
    (2, "Harbor League", "203 555 0142"),
    (3, "Old Harbor Club", ""),
    (4, "Harbor", "office@harbor.example"),
]
ARCHIVED = 3


@pytest.fixture(scope="module")
def club():
    columns = (
        Column("id", Integer, primary_key=True),
        Column("name", String),
        Column("reach", String),
    )
    return Table("club", MetaData(), *columns)


@pytest.fixture(scope="module")
def index(club):
    def documents(connection, ids):
        for row in connection.execute(select(club).where(club.c.id.in_(ids))):
            gone = search_words.mark("archived") if row.id == ARCHIVED else ""
            names = f"{search_words.of_names(row.name)} {gone}"
            yield Document(row.id, names, search_words.of_reach(row.reach))

    return SearchIndex(club, documents)


@pytest.fixture
def connection(club, index):
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        club.create(connection)
        rows = [{"id": id_, "name": name, "reach": reach} for id_, name, reach in MEMBERS]
        connection.execute(insert(club), rows)
        index.renew(connection, range(1, 5))
        yield connection
    engine.dispose()


@pytest.fixture
def found(club, index, connection):
    def ids(typed):
        return sorted(connection.scalars(select(club.c.id).where(index.holding(typed))))

    return ids


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("elan", [1]),
        ("ÉLAN vi", [1]),
        ("league har", [2]),
        ("arbor", [4]),
        ("555-0142", [2]),
        ("0142", [2]),
        ("+1 203 555", [2]),
        ("@hvcrl.ex", [1]),
        ("", [1, 2, 3, 4]),
        ("*", []),
        ("harbor zebra", []),
    ],
)
def test_words_by_their_beginning_phones_and_emails_by_any_part(found, typed, expected):
    assert found(typed) == expected


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(any_text() | st.sampled_from(['"', "NEAR(a b)", "a*", "\0", "^", "{names}:a", "a" * 10_000]))
def test_any_text_is_found_or_not_found(found, typed):
    assert set(found(typed)) <= {1, 2, 3, 4}


def test_a_name_is_known_whatever_its_letters(club, index, connection):
    called = select(club.c.id).where(index.called("elan VITAL"))
    assert connection.scalars(called).all() == [1]
    assert connection.scalars(select(club.c.id).where(index.called("elan"))).all() == []


def test_the_best_come_in_tiers_the_newest_first(index, connection):
    exact = Wanted([[[search_words.whole("harbor")]]], in_names=True, ending="")
    names = Wanted.typed("harbor")._replace(in_names=True)
    assert index.best(connection, [exact, names.but(exact)], 9) == [(0, 4), (1, 3), (1, 2)]
    assert index.best(connection, [exact, names.but(exact)], 2) == [(0, 4), (1, 3)]


def test_what_is_marked_is_left_out_where_it_is_not_wanted(index, connection):
    wanted = Wanted.typed("harbor").but(Wanted.marked("archived"))
    assert [id_ for _, id_ in index.best(connection, [wanted], 9)] == [4, 2]


def test_what_is_gone_is_taken_out(club, index, connection, found):
    connection.execute(club.delete().where(club.c.id == 2))
    index.renew(connection, [2])
    assert found("league") == []


def test_what_is_erased_leaves_no_word_behind(index, connection):
    index.erase(connection, [1])
    pages = connection.exec_driver_sql("SELECT group_concat(hex(block)) FROM club_search_data")
    assert b"vital".hex().upper() not in pages.scalar()


def test_a_list_begins_at_the_index(club, index, connection):
    query = select(club).where(index.holding("harbor")).order_by(club.c.name).limit(10)
    asked = str(query.compile(connection.engine, compile_kwargs={"literal_binds": True}))
    plan = [row.detail for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked}")]
    assert plan[0] == "SEARCH club USING INTEGER PRIMARY KEY (rowid=?)"
    assert any(step.startswith("SCAN club_search VIRTUAL TABLE INDEX") for step in plan)


def test_indexes_are_made_anew_with_all_rows(club, index, connection, found):
    index.take_out(connection, [1, 2, 3, 4])
    search_index.remake(connection, club.metadata)
    assert found("harbor") == [2, 3, 4]


def test_a_database_server_gets_the_same_words(club, index):
    query = select(club.c.id).where(index.holding("O'Brien 0142"))
    compiled = query.compile(dialect=postgresql.dialect())
    assert "@@ CAST(" in str(compiled)
    asked = "('o':* & 'brien':* | 'obrien':* | '~obrien':*) & ('0142':* | '~0142':*)"
    assert asked in compiled.params.values()
