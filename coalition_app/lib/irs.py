"""Reads a state's IRS Business Master File (registries of exempt organizations) strictly.

Format: https://www.irs.gov/charities-non-profits/exempt-organizations-business-master-file-extract-eo-bmf
"""

import csv
import re
from collections import namedtuple
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from coalition_app.lib import irs_codes, irs_words
from coalition_app.lib.readable import readable
from coalition_app.lib.registry_record import IRS, Record, WrongFile
from coalition_app.lib.unions import also_called, union_of

COLUMNS = """
    EIN NAME ICO STREET CITY STATE ZIP GROUP SUBSECTION AFFILIATION CLASSIFICATION RULING
    DEDUCTIBILITY FOUNDATION ACTIVITY ORGANIZATION STATUS TAX_PERIOD ASSET_CD INCOME_CD
    FILING_REQ_CD PF_FILING_REQ_CD ACCT_PD ASSET_AMT INCOME_AMT REVENUE_AMT NTEE_CD SORT_NAME
    """.split()  # noqa: SIM905 (lists of words, here and below)
A_FILE = "a comma-separated file (.csv) of the IRS's exempt organizations"
HEADER = f"the {len(COLUMNS)} column names from EIN to SORT_NAME"
SPOILED = "; spreadsheet programs drop leading zeros: load the file as it was downloaded"
SHAPES = {
    "EIN": (re.compile(r"\d{9}", re.ASCII), f"an EIN of nine digits{SPOILED}"),
    "NAME": (re.compile(r".*\S.*"), "a name"),
    "STATE": (re.compile(r"[A-Z]{2}|"), "a state of two letters"),
    "SUBSECTION": (re.compile(r"\d{2}", re.ASCII), f"a subsection of two digits{SPOILED}"),
    "RULING": (re.compile(r"\d{6}|", re.ASCII), "a ruling month like 194808"),
}
Line = namedtuple("Line", COLUMNS)
shaped = attrgetter(*SHAPES)
ALL_SHAPES = re.compile("\t".join(f"(?:{shape.pattern})" for shape, _ in SHAPES.values()), re.ASCII)
SUBORDINATE = "9"
NO_GROUP = ("", "0000")
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "bars (|)"}


def read(lines: Iterator[str]) -> Iterator[Record]:
    """The records of the file, as they are read. Raises WrongFile at the first bad line."""
    rows = _rows(lines)
    _, header = next(rows, (1, []))
    if [name.strip().upper() for name in header] != COLUMNS:
        raise WrongFile(1, _wrong_header(header), HEADER)
    number = 1
    for number, row in rows:
        yield _record(number, row)
    if number == 1:
        raise WrongFile(2, "no organization after the header", "one line for each organization")


def _rows(lines: Iterator[str]) -> Iterator[tuple[int, list[str]]]:
    """Each row with its line number; what the csv module cannot read is named, too."""
    reader = csv.reader(lines, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error:
            raise WrongFile(
                number, "a quotation mark that never ends, or broken text", A_FILE
            ) from None
        if row is None:
            return
        if row:
            yield number, row


def _wrong_header(header: list[str]) -> str:
    whole = ",".join(header)
    for separator, words in SEPARATORS.items():
        if whole.count(separator) >= len(COLUMNS) / 2:
            return f"the values are separated by {words}, not by commas"
    missing = [name for name in COLUMNS if name not in {given.strip().upper() for given in header}]
    if header and missing and len(missing) < len(COLUMNS) / 2:
        return f"the column {missing[0]} is missing from the header"
    if not missing:
        return "the columns stand in another order"
    return f"it begins with “{', '.join(header)[:60]}”"


def _record(number: int, row: list[str]) -> Record:
    if len(row) != len(COLUMNS):
        raise WrongFile(number, f"{len(row)} values", f"{len(COLUMNS)} values")
    line = Line._make(map(str.strip, row))
    if not ALL_SHAPES.fullmatch("\t".join(shaped(line))):
        _name_the_wrong_value(number, line)
    return _described(line)


def _name_the_wrong_value(number: int, line: Line) -> None:
    for (column, (shape, expected)), value in zip(SHAPES.items(), shaped(line), strict=True):
        if not shape.fullmatch(value):
            raise WrongFile(number, f"“{value[:40]}” in {column}", expected)


def _described(line: Line) -> Record:
    name, second, group = line.NAME, line.SORT_NAME, line.GROUP
    initials, in_capitals = irs_words.initials_of(name), f"{name} {second}".upper()
    foundation = line.FOUNDATION.zfill(2)
    kind = irs_codes.kind_of(line.SUBSECTION, line.NTEE_CD, in_capitals)
    is_labor, is_chapter = kind == "labor", group not in NO_GROUP
    union = union_of(name.upper(), second.upper()) if is_labor else ""
    readable_name = readable(name)
    return Record(
        source=IRS,
        number=int(line.EIN),
        part=line.STATE,
        name=readable_name,
        chapter=irs_words.chapter_line(second, initials) if second else "",
        contact=irs_words.listed_contact(line.ICO) if line.ICO else "",
        street=readable(line.STREET),
        city=_city(line.CITY),
        state=line.STATE,
        postal_code=line.ZIP.removesuffix("-0000"),
        kind=kind,
        field=irs_codes.field_of(kind, line.SUBSECTION, foundation, line.NTEE_CD, in_capitals),
        scope="local" if line.AFFILIATION == SUBORDINATE else "",
        tax_status=irs_codes.tax_status(line.SUBSECTION, foundation, kind),
        since=int(line.RULING[:4] or 0) or None,
        money=irs_codes.money(line.INCOME_CD, line.ASSET_CD),
        income=irs_codes.income(line.INCOME_CD),
        members=None,
        has_ended=False,
        parent=f"g{group}" if is_chapter else "",
        parent_name=readable_name if is_chapter else "",
        union=union,
        local_number=irs_words.local_number(second) if is_labor else None,
        filed="",
        also=irs_words.also(name, second, initials, also_called(union)),
    )


_city = lru_cache(maxsize=10_000)(readable)
