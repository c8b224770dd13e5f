"""The one module that knows whether SQLite or PostgreSQL is below.

Full text search for a table, anywhere:

    search = FullTextSearch(RegistryEntry.__table__, "name", "sort_name", "city")
        # after the table is created, so is its index; nothing else to do
    search.rebuild(db.session.connection(bind_arguments={"mapper": RegistryEntry}))
        # once after loading many rows, within the same transaction
    select(RegistryEntry).where(search.matching("area labor")).limit(50)
        # any text a person may type; each word may be the beginning of a word;
        # fetch unordered and capped: ordering a very common word by rank is slow

The index is not kept up to date row by row: rebuild it after changing the table.
"""

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flask import has_request_context, request
from sqlalchemy import (
    DDL,
    Boolean,
    Connection,
    Engine,
    String,
    Table,
    event,
    false,
    literal,
    literal_column,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

from coalition_app.lib.folding import fold

BUSY_MILLISECONDS = 5000
PRAGMAS = (
    f"busy_timeout = {BUSY_MILLISECONDS}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "cache_size = -16384",
    "trusted_schema = OFF",
    f"journal_size_limit = {64 * 1024 * 1024}",
)
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
MOST_WORDS = 16
READING = "coalition_reading"
# PostgreSQL folds the accents of the languages around here without an extension.
ACCENTED = "áàâäãåąćčçďđéèêëęěíìîïłñńňóòôöõøřśšťúùûüůýžźż"
UNACCENTED = "aaaaaaacccddeeeeeeiiiilnnnoooooorsstuuuuuyzzz"


class BrokenReferences(Exception):
    """A migration left rows that point nowhere."""


def is_sqlite(engine: Engine | Connection) -> bool:
    return engine.dialect.name == "sqlite"


def file_of(engine: Engine) -> Path | None:
    """The database's file; None for a database server."""
    return Path(engine.url.database) if is_sqlite(engine) else None


def tune(engine: Engine) -> None:
    """SQLite as measured best (docs/decisions.md): call once, before the first connection."""
    if is_sqlite(engine):
        event.listen(engine, "connect", prepare_connection)
        event.listen(engine, "begin", begin)
        event.listen(engine, "close", optimize)


def prepare_connection(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions: `begin` does
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    # SQLite's own lower() knows the 26 letters of English only: 'Élan' would never be found.
    connection.create_function("lower", 1, lowered, deterministic=True)
    connection.create_function("folded", 1, fold, deterministic=True)


def lowered(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def begin(connection: Connection) -> None:
    """Reading requests may not write and wait for nobody; all else takes its turn to write at once.

    A writer that began deferred fails as soon as another one was faster, whatever its timeout.
    """
    options = connection.get_execution_options()
    reading = options.get(READING, has_request_context() and request.method in SAFE_METHODS)
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if reading else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that waits for no writer, also outside of a request."""
    with engine.connect().execution_options(**{READING: True}) as connection:
        yield connection


def optimize(connection: sqlite3.Connection, _record: object) -> None:
    """Keeps the planner's statistics fresh; somebody who is writing just then goes first."""
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA optimize")


@contextmanager
def migrating(engine: Engine) -> Iterator[Connection]:
    """A connection of its own that does not cascade when a batch migration drops a table.

    SQLite ignores this PRAGMA inside a transaction, so it goes to the driver before any BEGIN.
    """
    with engine.connect() as connection:
        if is_sqlite(engine):
            connection.detach()
            connection.connection.execute("PRAGMA foreign_keys = OFF")
        yield connection


def check_references(connection: Connection) -> None:
    """Call before the commit of a migration: what it broke is then rolled back."""
    if not is_sqlite(connection):
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({row[0] for row in broken}))
        raise BrokenReferences(f"{len(broken)} rows point to rows that are gone, in: {tables}")


class folded(FunctionElement[str]):  # noqa: N801 a function of SQL, as func.lower is
    """Text as `lib.folding.fold` makes it: without case, in SQLite without accents as well."""

    type = String()
    inherit_cache = True


@compiles(folded, "sqlite")
def folded_in_sqlite(element: folded, compiler, **options) -> str:
    return f"folded({compiler.process(element.clauses, **options)})"


@compiles(folded, "postgresql")
def folded_on_a_server(element: folded, compiler, **options) -> str:
    text = compiler.process(element.clauses, **options)
    return f"translate(lower({text}), '{ACCENTED}', '{UNACCENTED}')"


class each_number(FunctionElement[int]):  # noqa: N801 a function of SQL
    """The numbers of a JSON array, one a row: a list of any length in one parameter.

    `column.in_(list)` writes and prepares another statement for every length.
    """

    name = "each_number"
    inherit_cache = True


@compiles(each_number, "sqlite")
def each_number_in_sqlite(element: each_number, compiler, **options) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(each_number, "postgresql")
def each_number_on_a_server(element: each_number, compiler, **options) -> str:
    array = compiler.process(element.clauses, **options)
    return f"json_array_elements_text(CAST({array} AS json))"


class FullTextSearch:
    """An index over text columns of a table whose key is the integer `id`."""

    def __init__(self, table: Table, *columns: str) -> None:
        self.table = table
        self.columns = columns
        self.name = f"{table.name}_search"
        event.listen(table, "after_create", self.sqlite_index().execute_if(dialect="sqlite"))
        event.listen(table, "after_create", self.server_index().execute_if(dialect="postgresql"))
        event.listen(
            table,
            "before_drop",
            DDL(f"DROP TABLE IF EXISTS {self.name}").execute_if(dialect="sqlite"),
        )

    def sqlite_index(self) -> DDL:
        return DDL(
            f"CREATE VIRTUAL TABLE {self.name} USING fts5({', '.join(self.columns)}, "
            f"content='{self.table.name}', content_rowid='id', prefix='1 2 3', "
            "tokenize='unicode61 remove_diacritics 2')"
        )

    def server_index(self) -> DDL:
        return DDL(
            f"CREATE INDEX {self.name} ON {self.table.name} USING gin ({self.server_document()})"
        )

    def server_document(self) -> str:
        text = " || ' ' || ".join(
            f"coalesce({self.table.name}.{name}, '')" for name in self.columns
        )
        return f"to_tsvector('simple', {text})"

    def rebuild(self, connection: Connection) -> None:
        """Takes up all rows of the table as they are now; PostgreSQL does so by itself."""
        if is_sqlite(connection):
            connection.exec_driver_sql(f"INSERT INTO {self.name}({self.name}) VALUES ('rebuild')")

    def matching(self, text: str, at_most: int | None = None) -> ColumnElement[bool]:
        """Rows with all words of `text`, each as the beginning of a word; no words, no rows.

        SQLite collects every matching row before it looks further: `at_most` ends that early,
        with whichever rows come first. A server stops by itself at the LIMIT of the query.
        """
        words = words_of(text)
        if not words:
            return false()
        return Matches(
            self.table.c.id,
            literal_column(self.name),
            literal(" ".join(f'"{word}"*' for word in words)),
            literal_column(self.server_document()),
            literal(" & ".join(f"{word}:*" for word in words)),
            literal(-1 if at_most is None else at_most),
        )


def words_of(text: str) -> list[str]:
    """Letters and digits only: no quote, star or operator of a search language survives."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(letter if is_of_a_word(letter) else " " for letter in composed)
    return kept.lower().split()[:MOST_WORDS]


def is_of_a_word(letter: str) -> bool:
    """Letters, marks (vowel signs of Hindi, accents) and numbers, as the index divides words."""
    return unicodedata.category(letter)[0] in "LMN"


class Matches(FunctionElement[bool]):
    """Holds both ways to ask; compiled to the one that the database below understands."""

    type = Boolean()
    inherit_cache = True

    def self_group(self, against=None):
        """As it is: `IN (...) = 1`, as SQLAlchemy writes it, makes SQLite walk the whole table."""
        return self


@compiles(Matches, "sqlite")
def matches_in_sqlite(element: Matches, compiler, **options) -> str:
    key, index, query, _document, _words, most = (
        compiler.process(part, **options) for part in element.clauses
    )
    return f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH {query} LIMIT {most})"


@compiles(Matches, "postgresql")
def matches_on_a_server(element: Matches, compiler, **options) -> str:
    _key, _index, _query, document, words, _most = (
        compiler.process(part, **options) for part in element.clauses
    )
    return f"{document} @@ to_tsquery('simple', {words})"
