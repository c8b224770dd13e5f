"""The search index of a table: words in a table of its own, beside the rows they stand for.

On SQLite it is an FTS5 table, on PostgreSQL an ordinary one with a GIN index; both are asked for
the same words (lib/search_words.py). It is derived: made anew after each upgrade of the schema.

    SEARCH = SearchIndex(Person.__table__, documents)
    select(Person).where(SEARCH.holding("dia 0142"))      # begins at the index, not at the table
    SEARCH.best(connection, tiers, 40)                    # ids in tiers, the newest first, capped
    SEARCH.renew(connection, ids)                         # within the transaction of the change
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Self

from sqlalchemy import (
    Boolean,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    cast,
    event,
    false,
    literal,
    literal_column,
    select,
    text,
    true,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

from coalition_app.lib import search_words
from coalition_app.storage.dialect import each_number, is_sqlite

AT_ONCE = 1000
SUFFIX = "_search"
# Every letter beyond ASCII belongs to a word; whatever divides words is left out before.
FTS5 = (
    "fts5(names, more, detail=column, columnsize=0, prefix='1 2 3 4', "
    """tokenize="ascii tokenchars '@.-_+~=#'")"""
)
SERVER_COLUMNS = "rowid integer PRIMARY KEY, names text NOT NULL, more text NOT NULL"
OVERWRITES_SINCE = (3, 42)
_GIVEN = each_number(bindparam("ids", type_=String)).table_valued("value")
GIVEN_IDS = select(cast(_GIVEN.c.value, Integer))


# Our words as they are: PostgreSQL's own parser would divide emails and numbers its own way.
VECTORS = tuple(
    f"array_to_tsvector(array_remove(string_to_array({words}, ' '), ''))"
    for words in ("names", "names || ' ' || more")
)


class Document(NamedTuple):
    """What a row is found by: `names` on their own, `more` beside them."""

    rowid: int
    names: str
    more: str


class Wanted(NamedTuple):
    """What to look for: every choice of words, in names only or anywhere, but none of `lacking`."""

    choices: list[search_words.Choice]
    in_names: bool = False
    ending: str = "*"
    lacking: tuple["Wanted", ...] = ()

    @classmethod
    def typed(cls, typed: str) -> Self:
        return cls(search_words.choices(typed))

    @classmethod
    def marked(cls, word: str) -> Self:
        return cls([[[search_words.mark(word)]]], in_names=True, ending="")

    def and_marked(self, word: str) -> Self:
        return self._replace(choices=[*self.choices, [[search_words.mark(word)]]])

    def but(self, *lacking: Self) -> Self:
        return self._replace(lacking=(*self.lacking, *lacking))

    def written(self, word: str, both: str, either: str) -> str:
        """In the language of an index, given its words for these."""
        return both.join(
            "(" + either.join(both.join(word.format(part) for part in way) for way in choice) + ")"
            for choice in self.choices
        )

    @property
    def for_sqlite(self) -> str:
        asked = self.written('"{}"' + self.ending, " AND ", " OR ")
        asked = f"names : ({asked})" if self.in_names else f"({asked})"
        return asked + "".join(f" NOT ({each.for_sqlite})" for each in self.lacking)

    @property
    def for_server(self) -> str:
        return self.written("'{}'" + (self.ending and ":*"), " & ", " | ")


class SearchIndex:
    """`documents` reads what stands in the rows of these ids now; a row that is gone has none."""

    def __init__(
        self, table: Table, documents: Callable[[Connection, list[int]], Iterable[Document]]
    ) -> None:
        self.key, self.documents = table.c.id, documents
        self.name = table.name + SUFFIX
        # The name is ours: none of these holds anything that somebody typed.
        values = "(rowid, names, more) VALUES (:rowid, :names, :more)"
        self.adding = text(f"INSERT INTO {self.name} {values}")
        self.taking_out = text(f"DELETE FROM {self.name} WHERE rowid = :id")  # noqa: S608
        self.setting = f"INSERT INTO {self.name}({self.name}, rank) VALUES (?, ?)"  # noqa: S608
        table.info["search_index"] = self
        event.listen(table, "after_create", lambda _, connection, **__: self.create(connection))
        event.listen(table, "before_drop", lambda _, connection, **__: self.drop(connection))

    def create(self, connection: Connection) -> None:
        if not is_sqlite(connection):
            connection.exec_driver_sql(f"CREATE TABLE {self.name} ({SERVER_COLUMNS})")
            vectors = ", ".join(VECTORS)
            connection.exec_driver_sql(
                f"CREATE INDEX ix_{self.name} ON {self.name} USING gin ({vectors})"
            )
            return
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE {self.name} USING {FTS5}")
        if sqlite3.sqlite_version_info >= OVERWRITES_SINCE:
            connection.exec_driver_sql(self.setting, ("secure-delete", 1))

    def drop(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {self.name}")

    def remake(self, connection: Connection) -> None:
        """Anew, with all rows as they are now."""
        self.drop(connection)
        self.create(connection)
        self.renew(connection, connection.scalars(select(self.key)))

    def renew(self, connection: Connection, ids: Iterable[int]) -> None:
        """Takes up these rows as they are now; those that are gone are taken out."""
        wanted = sorted(set(ids))
        for start in range(0, len(wanted), AT_ONCE):
            portion = wanted[start : start + AT_ONCE]
            self.take_out(connection, portion)
            documents = [each._asdict() for each in self.documents(connection, portion)]
            if documents:
                connection.execute(self.adding, documents)

    def take_out(self, connection: Connection, ids: Iterable[int]) -> None:
        if gone := [{"id": id_} for id_ in ids]:
            connection.execute(self.taking_out, gone)

    def erase(self, connection: Connection, ids: Iterable[int]) -> None:
        """Takes them out so that nothing of them stays in the pages of SQLite's file either."""
        if is_sqlite(connection):
            connection.exec_driver_sql("PRAGMA secure_delete = ON")
        self.take_out(connection, ids)
        if is_sqlite(connection):
            connection.exec_driver_sql(self.setting, ("optimize", None))

    def holding(self, typed: str) -> ColumnElement[bool]:
        """Rows with every word that was typed; all rows where nothing was."""
        if not typed.strip():
            return true()
        wanted = Wanted.typed(typed)
        return self.matching(wanted) if wanted.choices else false()

    def called(self, name: str) -> ColumnElement[bool]:
        """Rows with just this name among theirs, however its letters are written."""
        return self.matching(Wanted([[[search_words.whole(name)]]], in_names=True, ending=""))

    def matching(self, wanted: Wanted) -> ColumnElement[bool]:
        return Holds(
            self.key,
            literal_column(self.name),
            literal(wanted.for_sqlite),
            literal_column(_vector(wanted)),
            literal(wanted.for_server),
        )

    def best(
        self, connection: Connection, tiers: Sequence[Wanted], at_most: int
    ) -> list[tuple[int, int]]:
        """Tier and id: those of the first tier first, in each the newest; no row may be of two.

        One statement, which ends as soon as there are enough.
        """
        held = _held_in_sqlite if is_sqlite(connection) else _held_on_a_server
        values: dict[str, str | int] = {"most": at_most}
        arms = [
            f"SELECT * FROM (SELECT {tier}, rowid FROM {self.name} "  # noqa: S608
            f"WHERE {held(self.name, wanted, values)} ORDER BY rowid DESC LIMIT :most) AS t{tier}"
            for tier, wanted in enumerate(tiers)
        ]
        asked = text(" UNION ALL ".join(arms) + " LIMIT :most")
        return [tuple(row) for row in connection.execute(asked, values)]


def of(table: Table) -> SearchIndex:
    return table.info["search_index"]


def remake(connection: Connection, metadata: MetaData) -> None:
    """Each index of these tables."""
    for table in metadata.tables.values():
        if "search_index" in table.info:
            of(table).remake(connection)


def is_compared(name: str | None, kind: str, _parents: dict) -> bool:
    """For Alembic, which knows the tables of the models only: the indexes' own are no surprise."""
    return kind != "table" or SUFFIX not in (name or "")


def _held_in_sqlite(index: str, wanted: Wanted, values: dict[str, str | int]) -> str:
    return f"{index} MATCH {_named(wanted.for_sqlite, values)}"


def _held_on_a_server(index: str, wanted: Wanted, values: dict[str, str | int]) -> str:
    held = f"{_vector(wanted)} @@ CAST({_named(wanted.for_server, values)} AS tsquery)"
    for each in wanted.lacking:
        held += f" AND NOT {_held_on_a_server(index, each, values)}"
    return f"({held})"


def _named(value: str, values: dict[str, str | int]) -> str:
    """Gives the value to the statement under a name of its own."""
    name = f"asked{len(values)}"
    values[name] = value
    return f":{name}"


def _vector(wanted: Wanted) -> str:
    return VECTORS[0] if wanted.in_names else VECTORS[1]


class Holds(FunctionElement[bool]):
    """Both ways to ask; compiled to the one that the database below understands."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against=None):
        """As it is: `IN (...) = 1`, as SQLAlchemy writes it, makes SQLite walk the whole table."""
        return self


@compiles(Holds, "sqlite")
def holds_in_sqlite(element: Holds, compiler, **options) -> str:
    key, index, asked, _vector, _words = _parts(element, compiler, options)
    return f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH {asked})"  # noqa: S608


@compiles(Holds, "postgresql")
def holds_on_a_server(element: Holds, compiler, **options) -> str:
    key, index, _asked, vector, words = _parts(element, compiler, options)
    held = f"{vector} @@ CAST({words} AS tsquery)"
    return f"{key} IN (SELECT rowid FROM {index} WHERE {held})"  # noqa: S608


def _parts(element: Holds, compiler, options: dict) -> list[str]:
    return [compiler.process(part, **options) for part in element.clauses]
