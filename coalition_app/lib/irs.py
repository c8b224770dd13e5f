"""Reads a state's IRS Business Master File (registries of exempt organizations) strictly.

Format: https://www.irs.gov/charities-non-profits/exempt-organizations-business-master-file-extract-eo-bmf
"""

import csv
import re
from collections.abc import Iterator
from functools import lru_cache

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
    values = dict(zip(COLUMNS, map(str.strip, row), strict=True))
    if not ALL_SHAPES.fullmatch("\t".join([values[name] for name in SHAPES])):
        _name_the_wrong_value(number, values)
    return _described(values)


def _name_the_wrong_value(number: int, values: dict[str, str]) -> None:
    for column, (shape, expected) in SHAPES.items():
        if not shape.fullmatch(values[column]):
            raise WrongFile(number, f"“{values[column][:40]}” in {column}", expected)


def _described(values: dict[str, str]) -> Record:
    name, second = values["NAME"], values["SORT_NAME"]
    upper, initials = f"{name} {second}".upper(), irs_words.initials_of(name)
    subsection, ntee, group = values["SUBSECTION"], values["NTEE_CD"], values["GROUP"]
    foundation = values["FOUNDATION"].zfill(2)
    kind = irs_codes.kind_of(subsection, ntee, upper)
    is_labor, is_chapter = kind == "labor", group not in NO_GROUP
    union = union_of(name.upper(), second.upper()) if is_labor else ""
    readable_name = readable(name)
    return Record(
        source=IRS,
        number=int(values["EIN"]),
        part=values["STATE"],
        name=readable_name,
        chapter=irs_words.chapter_line(second, initials),
        contact=irs_words.listed_contact(values["ICO"]),
        street=readable(values["STREET"]),
        city=_city(values["CITY"]),
        state=values["STATE"],
        postal_code=values["ZIP"].removesuffix("-0000"),
        kind=kind,
        field=irs_codes.field_of(kind, subsection, foundation, ntee, upper),
        scope="local" if values["AFFILIATION"] == SUBORDINATE else "",
        tax_status=irs_codes.tax_status(subsection, foundation, kind),
        since=int(values["RULING"][:4] or 0) or None,
        money=irs_codes.money(values["INCOME_CD"], values["ASSET_CD"]),
        income=irs_codes.income(values["INCOME_CD"]),
        members=None,
        has_ended=False,
        parent=f"g{group}" if is_chapter else "",
        parent_name=readable_name if is_chapter else "",
        union=union,
        local_number=irs_words.local_number(second) if is_labor else None,
        filed="",
        also=_also(name, second, initials, union),
    )


_city = lru_cache(maxsize=10_000)(readable)


def _also(name: str, second: str, initials: str, union: str) -> str:
    cut = irs_words.cut_words(name, irs_words.NAME_WIDTH)
    cut += irs_words.cut_words(second, irs_words.LINE_WIDTH)
    known = also_called(union) if union else ""
    words = [initials, *cut, *irs_words.in_full(second), *irs_words.in_full(name), known]
    return " ".join(word for word in words if word)
