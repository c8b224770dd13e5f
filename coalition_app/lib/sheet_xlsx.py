"""Reads Excel workbooks (.xlsx), after looking at what they would swell to."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from coalition_app.lib.sheets import MEGABYTE, Row, Sheet, SheetRefused, tabled

MOST_UNPACKED = 300 * MEGABYTE
MOST_PARTS = 2000
MOST_CELLS = 5_000_000
PIECE = MEGABYTE
OVERLAP = 300
# A cell that holds something, not one that is only colored.
CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})(\d{1,7})["'][^>]*(?<!/)>""")
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    NotImplementedError,
)
SWELLS = (
    "This workbook would swell to a size that no list of contacts has, so it was not opened. "
    "Save the sheet as CSV and choose that."
)
BROKEN = "This workbook cannot be opened: it is damaged or cut off. Save it once more in Excel."
LOCKED = "This workbook has a password. Save a copy without one, then choose that."


def read_xlsx(data: bytes, wanted: str = "") -> Sheet:
    """The sheet of that name, else the first that holds something. Raises SheetRefused."""
    measure(data)
    workbook = opened(data)
    names = [
        facts.name
        for facts in workbook.sheets_metadata
        if facts.typ == SheetTypeEnum.WorkSheet and facts.visible == SheetVisibleEnum.Visible
    ]
    if not names:
        raise SheetRefused("This workbook has no sheet.")
    refusal = SheetRefused(BROKEN)
    for name in [wanted] if wanted in names else names:
        try:
            return tabled("Excel workbook", rows_of(workbook, name), names, name)
        except SheetRefused as problem:
            refusal = problem
    raise refusal


def measure(data: bytes) -> None:
    """Refuses by the declared sizes first, then by unpacking piece by piece, keeping nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            declared = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or declared > MOST_UNPACKED:
                raise SheetRefused(SWELLS)
            if "xl/workbook.xml" not in archive.namelist():
                raise SheetRefused(
                    "This is a zip file without a workbook. Choose the .xlsx itself."
                )
            total = 0
            for part in parts:
                total += unpacked(archive, part, MOST_UNPACKED - total)
    except UNREADABLE as problem:
        raise SheetRefused(BROKEN) from problem
    except RuntimeError as problem:  # how the zip module says "encrypted"
        raise SheetRefused(LOCKED) from problem


def unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, room: int) -> int:
    """How many bytes the part really holds."""
    size, rest = 0, b""
    is_sheet = part.filename.startswith("xl/worksheets/")
    bottom = right = 0
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            size += len(piece)
            if size > room:
                raise SheetRefused(SWELLS)
            if is_sheet:
                for column, row in CELL.findall(rest + piece):
                    bottom, right = max(bottom, int(row)), max(right, column_number(column))
                rest = piece[-OVERLAP:]
    if bottom * right > MOST_CELLS:
        raise SheetRefused(SWELLS)
    return size


def column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def opened(data: bytes) -> CalamineWorkbook:
    return guarded(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))


def rows_of(workbook: CalamineWorkbook, name: str) -> list[Row]:
    table = guarded(lambda: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
    return [Row(number, [written(cell) for cell in cells]) for number, cells in enumerate(table, 1)]


def guarded(act):
    """The reader's failures in plain words; a panic of its Rust code is no Exception."""
    try:
        return act()
    except CalamineError as problem:
        words = LOCKED if "password" in str(problem).lower() else BROKEN
        raise SheetRefused(words) from problem
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as problem:
        raise SheetRefused(BROKEN) from problem


def written(cell) -> str:
    """A cell as one sees it: no '6511.0', days without midnight."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, (date, time, timedelta)):
        return str(cell)
    return "" if cell is None else str(cell)
