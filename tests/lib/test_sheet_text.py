"""Text of any encoding and separator becomes one table; what is broken is named at its row."""

import pytest

from coalition_app.lib.sheet_text import read_text
from coalition_app.lib.sheets import SheetRefused

PLAIN = "Name,City\nZoë Shea,Hamden\n"


@pytest.mark.parametrize(
    ("encoding", "about"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_any_encoding_is_read(encoding, about):
    sheet = read_text(PLAIN.encode(encoding))
    assert sheet.headers == ["Name", "City"]
    assert sheet.rows[0].cells == ["Zoë Shea", "Hamden"]
    assert about in sheet.about


@pytest.mark.parametrize(
    ("separator", "name"), [(",", "commas"), (";", "semicolons"), ("\t", "tabs"), ("|", "bars")]
)
def test_any_separator_is_found(separator, name):
    text = f"Name{separator}City\nHill, M.{separator}Hamden\nRuiz, A.{separator}Milford\n"
    if separator == ",":
        text = 'Name,City\n"Hill, M.",Hamden\n"Ruiz, A.",Milford\n'
    sheet = read_text(text.encode())
    assert name in sheet.about
    assert [row.cells for row in sheet.rows] == [["Hill, M.", "Hamden"], ["Ruiz, A.", "Milford"]]


def test_excel_may_say_the_separator_itself():
    sheet = read_text(b"sep=;\r\nName;City\r\nAna;Hamden, CT\r\n")
    assert sheet.rows[0].cells == ["Ana", "Hamden, CT"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_is_read(end):
    assert len(read_text(f"Name,City{end}Ana,Hamden{end}Bo,Milford{end}".encode()).rows) == 2


def test_a_quoted_cell_may_hold_lines_and_quotes():
    sheet = read_text(b'Name,Notes\nAna,"met\nat ""the"" fair"\nBo,\n')
    assert sheet.rows[0].cells == ["Ana", 'met\nat "the" fair']
    assert [row.number for row in sheet.rows] == [2, 3]


def test_rows_are_numbered_as_a_spreadsheet_shows_them():
    sheet = read_text(b"Name,City\n\nAna,Hamden\n,\nBo,Milford\n")
    assert [row.number for row in sheet.rows] == [3, 5]


def test_a_title_above_the_header_is_passed_over():
    sheet = read_text(b"Our allies,,\n,,\nName,City,Phone\nAna,Hamden,203 555 0101\n")
    assert sheet.headers == ["Name", "City", "Phone"]


def test_a_file_without_header_keeps_its_first_row():
    sheet = read_text(b"Ana Ruiz,ana@example.org\nBo Lee,bo@example.org\n")
    assert sheet.headers == ["Column A", "Column B"]
    assert len(sheet.rows) == 2


def test_a_quotation_mark_that_never_closes_spoils_its_row_only():
    sheet = read_text(b'Name,City\nAna,"New Haven\nBo,Hamden\nCy,Milford\n')
    assert "never closed" in sheet.rows[0].problem
    assert [(row.cells[0], row.problem) for row in sheet.rows[1:]] == [("Bo", ""), ("Cy", "")]


def test_a_file_cut_off_in_its_last_row_says_so():
    sheet = read_text(b"Name,City,ZIP\nAna,Hamden,06514\nBo,Milford,06460\nCy,Ha")
    assert "ends in the middle" in sheet.rows[-1].problem


def test_a_file_cut_off_within_a_letter_is_read():
    assert read_text("Name\nZoë".encode()[:-1]).rows[0].cells == ["Zo"]


def test_a_row_wider_than_its_header_is_named():
    sheet = read_text(b"Name,City\nAna,Hamden,CT\n")
    assert sheet.rows[0].problem == "This row has 3 cells and the header only 2."


def test_a_shorter_row_is_filled_up():
    assert read_text(b"Name,City,ZIP\nAna,Hamden\n").rows[0].cells == ["Ana", "Hamden", ""]


def test_what_kept_a_cell_from_being_a_formula_is_taken_off():
    assert read_text(b"Name,Phone\nAna,'+1 203 555 0101\n").rows[0].cells[1] == "+1 203 555 0101"


def test_three_hundred_columns_are_read_and_more_refused():
    line = ",".join(f"Column {n}" for n in range(300))
    assert len(read_text(f"{line}\n{line}\n".encode()).headers) == 300
    with pytest.raises(SheetRefused, match=r"has 301 columns, and at most 300"):
        read_text(f"{line},x\n{line},x\n".encode())


def test_too_many_rows_are_refused():
    with pytest.raises(SheetRefused, match=r"100,001 rows, and at most 100,000"):
        read_text(b"Name\n" + b"Ana\n" * 100_001)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\n\n , ,\n", "This file is empty"),
        (b"Name,City\n", "nothing below"),
        (bytes(range(256)) * 20, "not a table"),
        (b"<!DOCTYPE html><html><body>Contacts</body></html>", "web page"),
    ],
)
def test_what_is_no_table_is_refused_in_clear_words(data, words):
    with pytest.raises(SheetRefused, match=words):
        read_text(data)
