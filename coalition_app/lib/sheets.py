"""A file of contacts as a table of text, whatever program wrote it."""

from typing import NamedTuple

from coalition_app.lib.tidy import tidy

MEGABYTE = 1024 * 1024
MOST_BYTES = 50 * MEGABYTE
MOST_COLUMNS = 300
MOST_ROWS = 100_000
FIRST_ROWS = 10  # a title or blank rows may stand above the header
FORMULAS = ("=", "+", "-", "@")


class SheetRefused(Exception):
    """Nothing of the file can be used; the message says why, and what to do."""


class Row(NamedTuple):
    """One line of the table, numbered as a spreadsheet shows it."""

    number: int
    cells: list[str]
    problem: str = ""


class Sheet(NamedTuple):
    """`about` says how the file was read; `names` are the sheets of a workbook, `name` this one."""

    about: str
    headers: list[str]
    rows: list[Row]
    names: list[str]
    name: str


def tabled(about: str, rows: list[Row], names: list[str] = (), name: str = "") -> Sheet:
    """The rows below their header, each as wide as it. Raises SheetRefused."""
    rows = [Row(row.number, [plain(cell) for cell in row.cells], row.problem) for row in rows]
    rows = [row for row in rows if any(row.cells) or row.problem]
    if not rows:
        raise SheetRefused("This file is empty. Choose one with a row for each contact.")
    at = header_position(rows)
    headed = not any(looks_like_a_value(cell) for cell in rows[at].cells)
    below = rows[at + 1 :] if headed else rows[at:]
    width = max(filled(row) for row in rows[at:])
    refuse_sizes(width, len(below))
    headers = headed_columns(rows[at].cells[:width] if headed else [], width)
    expected = filled(rows[at]) if headed else width
    fitted = [fit(row, width, expected) for row in below]
    return Sheet(about, headers, fitted, list(names), name)


def plain(cell: str) -> str:
    """Tidied, and without the sign before what must not become a formula."""
    cell = tidy(cell)
    return cell[1:] if cell[:1] == "'" and cell[1:2] in FORMULAS else cell


def header_position(rows: list[Row]) -> int:
    """The first row that fills at least half as many cells as the fullest of the first ten."""
    counts = [sum(map(bool, row.cells)) for row in rows[:FIRST_ROWS]]
    return next(n for n, count in enumerate(counts) if count * 2 >= max(counts))


def looks_like_a_value(cell: str) -> bool:
    """An email or a phone number stands in no header."""
    digits = sum(letter.isdigit() for letter in cell)
    return ("@" in cell and "." in cell and " " not in cell) or digits >= 7


def filled(row: Row) -> int:
    """How wide a row is without the empty cells at its end."""
    return max((n for n, cell in enumerate(row.cells, 1) if cell), default=0)


def refuse_sizes(width: int, count: int) -> None:
    """SheetRefused if there is nothing, or too much: in columns and rows."""
    if not count:
        raise SheetRefused("This file has a header and nothing below it.")
    if width > MOST_COLUMNS:
        raise SheetRefused(
            f"This file has {width:,} columns, and at most {MOST_COLUMNS} can be read. "
            "Delete those that you do not need, then choose it again."
        )
    if count > MOST_ROWS:
        raise SheetRefused(
            f"This file has {count:,} rows, and at most {MOST_ROWS:,} can be read at once. "
            "Divide it into several files."
        )


def headed_columns(cells: list[str], width: int) -> list[str]:
    cells = [*cells, *[""] * (width - len(cells))]
    return [" ".join(cell.split()) or f"Column {letters(n)}" for n, cell in enumerate(cells)]


def letters(number: int) -> str:
    """A, B ... Z, AA, as a spreadsheet names its columns."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def fit(row: Row, width: int, expected: int) -> Row:
    """Each row as wide as the table; one that is wider than its header may be out of place."""
    wide = filled(row)
    problem = row.problem
    if wide > expected and not problem:
        problem = f"This row has {wide} cells and the header only {expected}."
    return Row(row.number, [*row.cells[:width], *[""] * (width - len(row.cells))], problem)
