"""Which reader a file needs, told by its content and not by its name."""

from pathlib import Path

from coalition_app.lib.sheet_text import read_text
from coalition_app.lib.sheet_xlsx import read_xlsx
from coalition_app.lib.sheets import MEGABYTE, MOST_BYTES, Sheet, SheetRefused
from coalition_app.lib.vcards import read_vcards

OTHERS = (
    (b"\xd0\xcf\x11\xe0", "This is a workbook of an old Excel. Save it as .xlsx or CSV."),
    (b"%PDF", "This is a PDF. Ask for the list as a spreadsheet or CSV."),
    (b"\x89PNG", "This is a picture. Choose a spreadsheet, CSV or contacts (.vcf)."),
    (b"\xff\xd8\xff", "This is a picture. Choose a spreadsheet, CSV or contacts (.vcf)."),
    (b"SQLite format 3", "This is a database. Choose a spreadsheet, CSV or contacts (.vcf)."),
    (b"{\\rtf", "This is a text document. Choose a spreadsheet, CSV or contacts (.vcf)."),
)


def read_file(file: Path, sheet: str = "") -> Sheet:
    """Raises SheetRefused for whatever cannot be read."""
    size = file.stat().st_size
    if not size:
        raise SheetRefused("This file is empty. Choose one with a row for each contact.")
    if size > MOST_BYTES:
        raise SheetRefused(
            f"This file has {size // MEGABYTE:,} MB, and at most {MOST_BYTES // MEGABYTE} can be "
            "read. Leave out pictures, or divide it into several files."
        )
    return read_bytes(file.read_bytes(), sheet)


def read_bytes(data: bytes, sheet: str = "") -> Sheet:
    """By what stands in it, whatever its name; SheetRefused says why it cannot be read."""
    for mark, words in OTHERS:
        if data.startswith(mark):
            raise SheetRefused(words)
    if data.startswith(b"PK"):
        return read_xlsx(data, sheet)
    if is_of_cards(data):
        return read_vcards(data)
    return read_text(data)


def is_of_cards(data: bytes) -> bool:
    """Also in UTF-16, and below blank lines."""
    return b"BEGIN:VCARD" in data[:4096].replace(b"\0", b"").upper()
