"""Rows that were left out come back as a file that no spreadsheet runs."""

from coalition_app.lib.columns import fingerprint
from coalition_app.lib.rows_back import written
from coalition_app.lib.sheet_text import read_text

HEADERS = ["Name", "Phone"]


def test_it_opens_in_excel_as_text():
    data = written(HEADERS, [(4, ["Zoë", "2035"], "too few digits")])
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig") == (
        "Name,Phone,Row in the file,Why it was left out\r\nZoë,2035,4,too few digits\r\n"
    )


def test_a_formula_stays_text():
    cells = ["=1+1", "+1 203", "-1", "@x", "\tx", "\rx"]
    lines = written(list("abcdef"), [(2, cells, "=bad")]).decode("utf-8-sig").split("\r\n", 1)[1]
    assert lines.startswith("'=1+1,'+1 203,'-1,'@x,'\tx,\"'\rx\",2,'=bad")


def test_the_mended_file_is_read_like_the_first():
    back = read_text(written(HEADERS, [(4, ["Ana", "+1 203 555 0101"], "why")]))
    assert fingerprint(back.headers) == fingerprint(HEADERS)
    assert back.rows[0].cells[:2] == ["Ana", "+1 203 555 0101"]
