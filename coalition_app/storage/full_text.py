"""Full text search for a table, anywhere: FTS5 on SQLite, a GIN index on PostgreSQL.

    search = FullTextSearch(RegistryEntry.__table__, "named", "more")
        # columns that hold `searchable` text; after the table is created, so is its index
    search.rebuild(connection)
        # once after loading many rows, within the same transaction
    select(RegistryEntry).where(search.matching("area labor")).limit(50)
        # any text a person may type; each word may be the beginning of a word;
        # fetch unordered and capped: ordering a very common word by rank is slow

The index is not kept up to date row by row: rebuild it after changing the table, or `forget` the
rows that will change and `take_up` what they became. It knows which rows hold a word, not where:
so it is small, and quick where half of all rows hold a word.
"""

import json
import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import DDL, Boolean, Connection, Table, event, false, literal, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement

from coalition_app.lib.folding import fold
from coalition_app.storage.dialect import is_sqlite

MOST_WORDS = 16
# All letters beyond ASCII belong to a word; what divides words is left out before.
FTS5 = "detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii'"
DIVIDERS = {code: " " for code in range(128) if not chr(code).isalnum()}
BEGINNING = "*"


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
            f"content='{self.table.name}', content_rowid='id', {FTS5})"
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

    def forget(self, connection: Connection, ids: Sequence[int]) -> None:
        """Before these rows change or go; PostgreSQL does so by itself."""
        columns = ", ".join(self.columns)
        self._tell(connection, ids, f"{self.name}, rowid, {columns}", f"'delete', id, {columns}")

    def take_up(self, connection: Connection, ids: Sequence[int]) -> None:
        """After these rows were added, or changed since they were forgotten."""
        columns = ", ".join(self.columns)
        self._tell(connection, ids, f"rowid, {columns}", f"id, {columns}")

    def _tell(self, connection: Connection, ids: Sequence[int], into: str, read: str) -> None:
        if ids and is_sqlite(connection):
            connection.exec_driver_sql(
                f"INSERT INTO {self.name}({into}) SELECT {read} FROM {self.table.name} "
                "WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(ids)),),
            )

    def matching(
        self, text: str, at_most: int | None = None, marks: Iterable[Sequence[str]] = ()
    ) -> ColumnElement[bool]:
        """Rows with all words of `text`, each as the beginning of a word; no words, no rows.

        `marks`: whole words made by us, or their beginnings ("fieldar*"); of each group one must
        be there as well.
        SQLite collects every matching row before it looks further: `at_most` ends that early,
        with whichever rows come first. A server stops by itself at the LIMIT of the query.
        """
        groups = [[word + BEGINNING] for word in words_of(text)] + [list(group) for group in marks]
        if not groups:
            return false()
        return Matches(
            self.table.c.id,
            literal_column(self.name),
            literal(written(groups, '"{}"', "*", " AND ", " OR ")),
            literal_column(self.server_document()),
            literal(written(groups, "{}", ":*", " & ", " | ")),
            literal(-1 if at_most is None else at_most),
        )


def written(groups: list[list[str]], word: str, beginning: str, both: str, either: str) -> str:
    """In the language of an index, given its words for these."""
    asked = (
        either.join(
            word.format(each.removesuffix(BEGINNING)) + (beginning if each[-1] == BEGINNING else "")
            for each in group
        )
        for group in groups
    )
    return both.join(f"({group})" if either in group else group for group in asked)


def words_of(text: str) -> list[str]:
    """Letters and digits only: no quote, star or operator of a search language survives."""
    return searchable(text).split()[:MOST_WORDS]


def searchable(text: str) -> str:
    """Words between spaces, without case and accents: 'O'Hara & DÍAZ' → 'o hara diaz'."""
    folded = fold(unicodedata.normalize("NFC", text)).translate(DIVIDERS)
    if not folded.isascii():
        folded = "".join(letter if is_of_a_word(letter) else " " for letter in folded)
    return " ".join(folded.split())


def is_of_a_word(letter: str) -> bool:
    """Letters, marks (vowel signs of Hindi, accents) and numbers."""
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
