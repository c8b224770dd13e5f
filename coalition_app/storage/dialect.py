"""The one module that knows whether SQLite or PostgreSQL is below."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from flask import has_request_context, request
from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    ExceptionContext,
    Integer,
    String,
    cast,
    event,
    literal,
    select,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
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
READING = "coalition_reading"
# PostgreSQL folds the accents of the languages around here without an extension.
ACCENTED = "áàâäãåąćčçďđéèêëęěíìîïłñńňóòôöõøřśšťúùûüůýžźż"
UNACCENTED = "aaaaaaacccddeeeeeeiiiilnnnoooooorsstuuuuuyzzz"


class NumberTooLarge(Exception):
    """A number was asked for that is larger than any that the database can hold."""


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
        event.listen(engine, "handle_error", name_a_number_too_large)
        event.listen(engine, "connect", prepare_connection)
        event.listen(engine, "begin", begin)
        event.listen(engine, "close", optimize)


def name_a_number_too_large(context: ExceptionContext) -> None:
    """Python knows no largest number: an address may hold one that no row can have."""
    problem = context.original_exception
    if isinstance(problem, OverflowError):
        raise NumberTooLarge(str(problem)) from problem


def is_number_too_large(error: DBAPIError) -> bool:
    """What PostgreSQL says of such a number."""
    return getattr(error.orig, "sqlstate", "") == "22003"


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
    connection.info[READING] = reading
    driver = connection.connection.dbapi_connection
    driver.execute(f"PRAGMA query_only = {'ON' if reading else 'OFF'}")
    if reading:
        driver.execute("BEGIN")
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def state_of(connection: Connection) -> tuple[int, int] | None:
    """The same as long as nobody wrote; None for a writer, and where the database does not tell.

    SQLite numbers what others committed and counts what this connection changed itself.
    """
    if not connection.info.get(READING):
        return None
    driver = connection.connection.dbapi_connection
    return *driver.execute("PRAGMA data_version").fetchone(), driver.total_changes


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


def among(column: ColumnElement[int], ids: Iterable[int]) -> ColumnElement[bool]:
    """One of these ids, however many, in one parameter."""
    given = each_number(literal(json.dumps(list(ids)))).table_valued("value")
    return column.in_(select(cast(given.c.value, Integer)))


@compiles(each_number, "sqlite")
def each_number_in_sqlite(element: each_number, compiler, **options) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(each_number, "postgresql")
def each_number_on_a_server(element: each_number, compiler, **options) -> str:
    array = compiler.process(element.clauses, **options)
    return f"json_array_elements_text(CAST({array} AS json))"
