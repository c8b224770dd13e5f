"""Full text search for a table, anywhere: FTS5 on SQLite, a GIN index on PostgreSQL.

    search = FullTextSearch(RegistryEntry.__table__, "named", "more")
        # columns that hold `searchable` text; after the table is created, so is its index
    search.rebuild(connection)
        # once after loading many rows, within the same transaction
    search.ids(connection, search.spelled(connection, asked("area labor")), 50)
        # any text a person may type; each word may be the beginning of a word;
        # unordered and capped: ordering a very common word by rank is slow

The index is not kept up to date row by row: rebuild it after changing the table, or `forget` the
rows that will change and `take_up` what they became. It knows which rows hold a word, not where:
so it is small, and quick where half of all rows hold a word.
"""

import json
import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import DDL, Column, Connection, Integer, String, Table, event, text

from coalition_app.lib.folding import fold
from coalition_app.storage.dialect import is_sqlite

Groups = list[list[str]]  # of each group one word must be there

MOST_WORDS = 16
# SQLite collects all rows of a beginning that is longer than its index of beginnings (FTS5) before
# it gives the first one, but takes whole words as they come: these are written out where a word has
# so many rows that opening its list costs less than collecting them.
INDEXED_LETTERS, MOST_SPELLED, ROWS_A_WORD = 3, 100, 150
FIRST_LETTER, AFTER_ALL_LETTERS = "a", "\U0010ffff"
# All letters beyond ASCII belong to a word; what divides words is left out before.
FTS5 = "detail=none, columnsize=0, prefix='1 2 3', tokenize='ascii'"
DIVIDERS = {code: " " for code in range(128) if not chr(code).isalnum()}
PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() else 32 for code in range(128)) + bytes(
    128
)
BEGINNING = "*"


class FullTextSearch:
    """An index over text columns of a table whose key is the integer `id`."""

    def __init__(self, table: Table, *columns: str) -> None:
        self.table = table
        self.columns = columns
        self.name = f"{table.name}_search"
        self.words = Table(
            f"{table.name}_word",
            table.metadata,
            Column("word", String, primary_key=True),
            Column("rows", Integer, nullable=False),
            sqlite_with_rowid=False,
        )
        # The names are ours: none of these holds anything that somebody typed.
        self.knowing = text(
            f"SELECT word, rows FROM {self.words.name} "
            "WHERE word >= :from AND word < :to LIMIT :most"
        )
        self.finding = text(
            f"SELECT rowid FROM {self.name} WHERE {self.name} MATCH :asked LIMIT :most"
        )
        self.finding_there = text(
            f"SELECT id FROM {table.name} "
            f"WHERE {self.server_document()} @@ to_tsquery('simple', :asked) LIMIT :most"
        )
        event.listen(table, "after_create", self.sqlite_index().execute_if(dialect="sqlite"))
        event.listen(table, "after_create", self.vocabulary().execute_if(dialect="sqlite"))
        event.listen(table, "after_create", self.server_index().execute_if(dialect="postgresql"))
        for each in (f"{self.name}_vocabulary", self.name):
            drop = DDL(f"DROP TABLE IF EXISTS {each}").execute_if(dialect="sqlite")
            event.listen(table, "before_drop", drop)

    def sqlite_index(self) -> DDL:
        return DDL(
            f"CREATE VIRTUAL TABLE {self.name} USING fts5({', '.join(self.columns)}, "
            f"content='{self.table.name}', content_rowid='id', {FTS5})"
        )

    def vocabulary(self) -> DDL:
        """What the index itself tells of its words."""
        return DDL(
            f"CREATE VIRTUAL TABLE {self.name}_vocabulary USING fts5vocab({self.name}, 'row')"
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
            self.learn_words(connection)

    def learn_words(self, connection: Connection) -> None:
        """Once after rows were taken up; a word that no row holds any more does no harm."""
        if is_sqlite(connection):
            connection.exec_driver_sql(
                f"INSERT OR REPLACE INTO {self.words.name} "
                f"SELECT term, doc FROM {self.name}_vocabulary "
                "WHERE term >= ? AND length(term) > ?",
                (FIRST_LETTER, INDEXED_LETTERS),
            )

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

    def spelled(self, connection: Connection, groups: Groups) -> Groups:
        """The same, with the words that there are in the place of a long beginning of them."""
        if not is_sqlite(connection):
            return groups
        return [
            [word for wanted in group for word in self._words(connection, wanted)]
            for group in groups
        ]

    def _words(self, connection: Connection, wanted: str) -> list[str]:
        beginning = wanted.removesuffix(BEGINNING)
        if beginning == wanted or len(beginning) <= INDEXED_LETTERS or beginning[0] < FIRST_LETTER:
            return [wanted]
        span = {"from": beginning, "to": beginning + AFTER_ALL_LETTERS, "most": MOST_SPELLED + 1}
        known = connection.execute(self.knowing, span).all()
        is_worth_it = sum(rows for _, rows in known) > ROWS_A_WORD * len(known)
        return (
            [word for word, _ in known] if is_worth_it and len(known) <= MOST_SPELLED else [wanted]
        )

    def ids(self, connection: Connection, groups: Groups, at_most: int) -> list[int]:
        """Of rows with a word of each group, whichever come first; no groups, no rows."""
        if not groups:
            return []
        if is_sqlite(connection):
            given = written(groups, '"{}"', "*", " AND ", " OR ")
            return list(connection.scalars(self.finding, {"asked": given, "most": at_most}))
        given = written(groups, "{}", ":*", " & ", " | ")
        return list(connection.scalars(self.finding_there, {"asked": given, "most": at_most}))


def asked(typed: str, marks: Iterable[Sequence[str]] = ()) -> Groups:
    """The words of `typed`, each the beginning of a word, and the marks.

    `marks`: whole words made by us, or their beginnings ("fieldar*"); of each group one must be
    there as well.
    """
    return [[word + BEGINNING] for word in words_of(typed)] + [list(group) for group in marks]


def written(groups: Groups, word: str, beginning: str, both: str, either: str) -> str:
    """In the language of an index, given its words for these."""
    asked = (
        either.join(
            word.format(each.removesuffix(BEGINNING)) + (beginning if each[-1] == BEGINNING else "")
            for each in group
        )
        for group in groups
    )
    return both.join(f"({group})" if either in group else group for group in asked)


def words_of(typed: str) -> list[str]:
    """Letters and digits only: no quote, star or operator of a search language survives."""
    return searchable(typed).split()[:MOST_WORDS]


def searchable(words: str) -> str:
    """Words between spaces, without case and accents: 'O'Hara & DÍAZ' → 'o hara diaz'."""
    if words.isascii():
        return " ".join(words.encode().translate(PLAIN).decode().split())
    folded = fold(unicodedata.normalize("NFC", words)).translate(DIVIDERS)
    if not folded.isascii():
        folded = "".join(letter if is_of_a_word(letter) else " " for letter in folded)
    return " ".join(folded.split())


def is_of_a_word(letter: str) -> bool:
    """Letters, marks (vowel signs of Hindi, accents) and numbers."""
    return unicodedata.category(letter)[0] in "LMN"
