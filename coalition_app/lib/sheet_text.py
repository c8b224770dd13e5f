"""Reads comma-separated text of any encoding and separator."""

import codecs
import csv
import io
from collections.abc import Iterator

from coalition_app.lib.sheets import MOST_ROWS, Row, Sheet, SheetRefused, tabled

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
LOOKED_AT = 50
MOST_RESTARTS = 100
UNCLOSED = "A quotation mark opens in this row and is never closed. The file may be cut off here."
CUT_OFF = "The file ends in the middle of this row."
NO_TEXT = "This is not a table. Choose a CSV file, an Excel workbook (.xlsx) or contacts (.vcf)."


def read_text(data: bytes) -> Sheet:
    """Raises SheetRefused."""
    text, encoding = decoded(data)
    lines = io.StringIO(text, newline="").readlines()
    separator = declared_separator(lines)
    if separator:
        lines = lines[1:]
    separator = separator or separator_of(lines)
    rows = list(rows_of(lines, separator))
    note_a_cut(rows, text)
    return tabled(f"CSV with {SEPARATORS[separator]}, {encoding}", rows)


def decoded(data: bytes) -> tuple[str, str]:
    """The text, and the name of the encoding that it was in."""
    for mark, codec, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return refuse_binary(data.decode(codec, errors="replace")), name
    if wide := wide_codec(data):
        return refuse_binary(data.decode(wide, errors="replace")), "UTF-16"
    try:
        return refuse_binary(data.decode("utf-8")), "UTF-8"
    except UnicodeDecodeError as problem:
        if problem.start >= len(data) - 3 and problem.start > 0:  # cut off within a letter
            return refuse_binary(data[: problem.start].decode("utf-8")), "UTF-8"
    return refuse_binary(data.decode("cp1252", errors="replace")), "Windows-1252"


def wide_codec(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of English text is zero."""
    start = data[:4096]
    half = max(len(start) // 2, 1)
    if start[1::2].count(0) > half * 0.4 and start[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if start[0::2].count(0) > half * 0.4 and start[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return ""


def refuse_binary(text: str) -> str:
    start = text[:65536]
    strange = sum(letter < " " and letter not in "\t\n\r\f\v" for letter in start)
    strange += start.count("\ufffd")
    if strange * 50 > len(start):
        raise SheetRefused(NO_TEXT)
    if start.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<?xml")):
        raise SheetRefused("This is a web page, not a table. Save it as CSV, then choose that.")
    return text


def declared_separator(lines: list[str]) -> str:
    """Excel's own first line 'sep=;'."""
    first = lines[0].strip() if lines else ""
    return first[4] if first.lower().startswith("sep=") and first[4:5] in SEPARATORS else ""


def separator_of(lines: list[str]) -> str:
    """The one that divides the most of the first rows alike."""
    return max(SEPARATORS, key=lambda separator: evenness(lines[:LOOKED_AT], separator))


def evenness(lines: list[str], separator: str) -> int:
    rows = [row.cells for row in rows_of(lines, separator) if any(row.cells)]
    if not rows:
        return 0
    widths = [len(cells) for cells in rows]
    usual = max(set(widths), key=lambda width: (widths.count(width) * (width - 1), width))
    return widths.count(usual) * (usual - 1)


class Lines:
    """Lines from a position on; knows whether more was asked for than there are."""

    def __init__(self, lines: list[str], position: int):
        self.lines, self.position, self.is_exhausted = lines, position, False

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        if self.position >= len(self.lines):
            self.is_exhausted = True
            raise StopIteration
        self.position += 1
        return self.lines[self.position - 1]


def rows_of(lines: list[str], separator: str) -> Iterator[Row]:
    """Each row with its number; after a quotation mark that never closes, the rest as it is."""
    number = position = 0
    for _ in range(MOST_RESTARTS):
        source = Lines(lines, position)
        reader = csv.reader(source, delimiter=separator)
        while True:
            position, cells = source.position, next_row(reader, source)
            if cells is None:
                break
            number += 1
            yield Row(number, cells)
            if number > MOST_ROWS * 2:
                return
        if position >= len(lines):
            return
        number += 1
        yield Row(number, lines[position].replace('"', "").split(separator), UNCLOSED)
        position += 1


def next_row(reader, source: Lines) -> list[str] | None:
    """None at the end, and for a row whose quotation mark swallows all the rest."""
    try:
        cells = next(reader, None)
    except csv.Error:
        return None
    return None if source.is_exhausted else cells


def note_a_cut(rows: list[Row], text: str) -> None:
    """A last row without line end that is shorter than all others was cut off."""
    last = rows[-1] if len(rows) > 2 else None
    if last is None or last.problem or text.endswith(("\n", "\r")):
        return
    if len(last.cells) < min(len(row.cells) for row in rows[:-1] if row.cells):
        rows[-1] = last._replace(problem=CUT_OFF)
