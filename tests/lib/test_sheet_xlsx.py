"""Workbooks: cells as one sees them; what would swell is never opened."""

import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from coalition_app.lib import sheet_xlsx
from coalition_app.lib.sheet_xlsx import read_xlsx
from coalition_app.lib.sheets import SheetRefused


def workbook(**sheets: list[list]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    day = book.add_format({"num_format": "mm/dd/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, day)
                else:
                    sheet.write(number, column, value)
    book.close()
    return file.getvalue()


def repacked(data: bytes, **parts: bytes) -> bytes:
    """The workbook with some parts written anew."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in set(parts) - set(old.namelist()):
            new.writestr(name, parts[name])
    return made.getvalue()


PEOPLE = [["Name", "Phone", "ZIP"], ["Ana Ruiz", "203 555 0101", 6511]]


def test_cells_are_text_as_one_sees_them():
    row = ["Ana", 2035550101, 1.5, True, datetime(1980, 3, 7), datetime(2026, 3, 14, 17, 30)]
    sheet = read_xlsx(workbook(People=[["A", "B", "C", "D", "E", "F"], row]))
    assert sheet.rows[0].cells == [
        "Ana",
        "2035550101",
        "1.5",
        "yes",
        "1980-03-07",
        "2026-03-14 17:30",
    ]


def test_rows_have_the_numbers_of_the_sheet():
    sheet = read_xlsx(workbook(People=[[], PEOPLE[0], [], PEOPLE[1]]))
    assert [row.number for row in sheet.rows] == [4]


def test_the_first_sheet_with_a_table_is_taken():
    sheet = read_xlsx(workbook(Readme=[["Made in March"]], People=PEOPLE))
    assert (sheet.name, sheet.names) == ("People", ["Readme", "People"])


def test_another_sheet_can_be_chosen():
    data = workbook(People=PEOPLE, Groups=[["Organization"], ["League"]])
    assert read_xlsx(data, "Groups").rows[0].cells == ["League"]


def test_a_zip_that_swells_is_refused_by_what_it_declares(monkeypatch):
    monkeypatch.setattr(sheet_xlsx, "MOST_UNPACKED", 200_000)
    bomb = repacked(workbook(People=PEOPLE), **{"xl/media/a.bin": bytes(300_000)})
    assert len(bomb) < 20_000
    with pytest.raises(SheetRefused, match="would swell"):
        read_xlsx(bomb)


def test_a_zip_that_lies_about_its_size_is_refused():
    data = bytearray(repacked(workbook(People=PEOPLE), **{"xl/media/a.bin": bytes(300_000)}))
    size = (300_000).to_bytes(4, "little")
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(SheetRefused):
        read_xlsx(bytes(data))


def test_a_cell_at_the_far_end_of_a_sheet_takes_no_memory():
    data = workbook(People=PEOPLE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.read("xl/worksheets/sheet1.xml")
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with pytest.raises(SheetRefused, match="would swell"):
        read_xlsx(
            repacked(data, **{"xl/worksheets/sheet1.xml": part.replace(b"</sheetData>", far)})
        )


def test_a_workbook_of_too_many_parts_is_refused():
    parts = {f"xl/media/{n}": b"" for n in range(2001)}
    with pytest.raises(SheetRefused, match="would swell"):
        read_xlsx(repacked(workbook(People=PEOPLE), **parts))


def test_half_a_workbook_is_refused():
    with pytest.raises(SheetRefused, match="damaged or cut off"):
        read_xlsx(workbook(People=PEOPLE)[:2000])


def test_a_broken_sheet_is_refused():
    data = repacked(workbook(People=PEOPLE), **{"xl/worksheets/sheet1.xml": b"<sheetData><row"})
    with pytest.raises(SheetRefused):
        read_xlsx(data)


def test_another_zip_is_no_workbook():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("contacts.csv", "Name\nAna\n")
    with pytest.raises(SheetRefused, match="zip file without a workbook"):
        read_xlsx(file.getvalue())
