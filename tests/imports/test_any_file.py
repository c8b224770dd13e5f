"""Whatever somebody sends is read or refused in words: never an error."""

import io

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition_app.lib import columns
from coalition_app.lib.sheet_files import read_bytes
from coalition_app.lib.sheets import Sheet, SheetRefused
from coalition_app.models.import_entry import EntryReader
from tests.any_text import any_text
from tests.models.imported import TODAY

QUICKLY = settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
CELLS = st.one_of(
    any_text(max_size=12),
    st.sampled_from(["", "2/31/1980", "=1+1", "2035", "a@b", "--0229", "'+1", '"', "1e9", "yes"]),
)
TABLES = st.lists(st.lists(CELLS, max_size=6), max_size=6)
CARD_LINES = st.one_of(
    st.sampled_from(["BEGIN:VCARD", "END:VCARD", "N:;;;;", "TEL:", "ORG:;;", "ADR:;;;;;;;;", " x"]),
    any_text(max_size=30),
    st.builds("{}:{}".format, st.sampled_from(["TEL;X", "N", "FN", "BDAY", "NOTE"]), any_text()),
)


def book() -> bytes:
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, {"in_memory": True})
    made.add_worksheet().write_column(0, 0, ["Name", "Ana", "Bo"])
    made.close()
    return file.getvalue()


BOOK = book()


def take(data: bytes) -> None:
    """As far as an import goes without the database, whatever each column is read as."""
    try:
        sheet = read_bytes(data)
    except SheetRefused:
        return
    read_rows(sheet, columns.guess(sheet.headers, sheet.rows))
    keys = list(columns.WORDS)
    read_rows(sheet, [keys[n % len(keys)] for n in range(len(sheet.headers))])


def read_rows(sheet: Sheet, mapping: list[str]) -> None:
    assert columns.columns_of(sheet.headers, sheet.rows) is not None
    reader = EntryReader(sheet.headers, mapping, sheet.rows, TODAY)
    for row in sheet.rows:
        entry = reader.read(row)
        assert entry.number == row.number


@given(st.binary(max_size=400))
@QUICKLY
def test_any_bytes(data):
    take(data)


@given(any_text(max_size=400), st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "utf-32"]))
@QUICKLY
def test_any_text(text, encoding):
    take(text.encode(encoding, errors="replace"))


@given(TABLES, st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]))
@QUICKLY
def test_any_table(table, separator, end):
    header = "Name,Email,Birthday,Phone,Kind,Organization".replace(",", separator)
    take(end.join([header, *map(separator.join, table)]).encode(errors="replace"))


@given(st.lists(CARD_LINES, max_size=12))
@QUICKLY
def test_any_card(lines):
    take("\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD"]).encode(errors="replace"))


@given(st.lists(st.tuples(st.integers(0, len(BOOK) - 1), st.integers(0, 255)), max_size=20))
@QUICKLY
def test_any_damage_to_a_workbook(damage):
    data = bytearray(BOOK)
    for at, byte in damage:
        data[at] = byte
    take(bytes(data))


@given(TABLES)
@QUICKLY
def test_any_cell_under_any_header(table):
    keys = list(columns.WORDS)
    for start in range(0, len(keys), 6):
        for row in table:
            cells = [*row, *[""] * (6 - len(row))]
            mapping = (keys[start : start + 6] + [""] * 6)[:6]
            reader = EntryReader(list("abcdef"), mapping, [], TODAY)
            reader.read(columns.Row(2, cells))
