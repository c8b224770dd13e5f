"""Reads a state's IRS Business Master File (registries of exempt organizations) strictly.

Format: https://www.irs.gov/charities-non-profits/exempt-organizations-business-master-file-extract-eo-bmf
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from coalition_app.lib import irs_codes
from coalition_app.lib.readable import readable, readable_name

COLUMNS = """
    EIN NAME ICO STREET CITY STATE ZIP GROUP SUBSECTION AFFILIATION CLASSIFICATION RULING
    DEDUCTIBILITY FOUNDATION ACTIVITY ORGANIZATION STATUS TAX_PERIOD ASSET_CD INCOME_CD
    FILING_REQ_CD PF_FILING_REQ_CD ACCT_PD ASSET_AMT INCOME_AMT REVENUE_AMT NTEE_CD SORT_NAME
    """.split()  # noqa: SIM905 (lists of words, here and below)
A_FILE = "a comma-separated file (.csv) of the IRS's exempt organizations"
HEADER = f"the {len(COLUMNS)} column names from EIN to SORT_NAME"
SHAPES = {
    "EIN": (re.compile(r"\d{9}"), "an EIN of nine digits"),
    "NAME": (re.compile(r".*\S.*"), "a name"),
    "STATE": (re.compile(r"[A-Z]{2}|"), "a state of two letters"),
    "SUBSECTION": (re.compile(r"\d{2}"), "a subsection of two digits"),
    "RULING": (re.compile(r"\d{6}|"), "a ruling month like 194808"),
}
SUBORDINATE = "9"
NAME_WIDTH, LINE_WIDTH = 70, 35
NUMBERED = re.compile(
    r"^0*(\d+) (LOCAL UNION|LOCAL|LODGE|BRANCH|CHAPTER|COUNCIL|DISTRICT|POST|UNIT|DIVISION)\b"
)
SHORT_LOCAL = re.compile(r"^L0*(\d+)(?=[A-Z]{0,2} )")
TITLES = {
    "TREASURER": "treasurer",
    "TREAS": "treasurer",
    "PRESIDENT": "president",
    "PRES": "president",
    "VICE PRESIDENT": "vice president",
    "SECRETARY": "secretary",
    "SECY": "secretary",
    "SEC": "secretary",
    "SECRETARY TREASURER": "secretary-treasurer",
    "SECY TREAS": "secretary-treasurer",
    "SEC TREAS": "secretary-treasurer",
    "TRUSTEE": "trustee",
    "TTEE": "trustee",
    "EXECUTIVE DIRECTOR": "executive director",
    "EXEC DIR": "executive director",
    "DIRECTOR": "director",
    "CHAIR": "chair",
    "CHAIRMAN": "chairman",
    "CHAIRPERSON": "chairperson",
    "PASTOR": "pastor",
    "CEO": "CEO",
    "CFO": "CFO",
    "COMPTROLLER": "comptroller",
    "MANAGER": "manager",
    "BUSINESS MANAGER": "business manager",
    "SOLE MBR": "sole member",
    "MBR": "member",
}
# The register cuts a name at 70 and a second line at 35 characters: what the last word may be.
OFTEN_CUT = """
    ASSEMBLY ASSOCIATION AUXILIARY CENTER CHAPTER CLUB COMMITTEE COMMUNITY CONNECTICUT COUNCIL
    DISTRICT EDUCATION EMPLOYEES FEDERATION FOUNDATION INCORPORATED LOCAL NURSES OFFICERS
    ORGANIZATION PARAPROFESSIONALS PROFESSIONALS RETIREES SCHOOL SUPERVISORS TEACHERS TECHNICIANS
    TRADES UNION UNIVERSITY WORKERS
    """.split()  # noqa: SIM905
NOT_IN_INITIALS = {"OF", "THE", "AND", "FOR", "IN", "ON", "AT", "TO", "A", "AN", "INC", "&"}


class WrongFile(Exception):
    """Not what it should be: the line, what stands there, what was expected."""

    def __init__(self, line: int, found: str, expected: str):
        super().__init__(f"Line {line}: {found}. Expected {expected}.")
        self.line, self.found, self.expected = line, found, expected


class Record(NamedTuple):
    """One organization, in readable words. `also` is only searched, never shown."""

    ein: str
    name: str
    chapter: str
    contact: str
    street: str
    city: str
    state: str
    postal_code: str
    kind: str
    field: str
    scope: str
    tax_status: str
    since: int | None
    money: str
    also: str


def read(file: Path) -> Iterator[Record]:
    """The records of the file, as they are read. Raises WrongFile at the first bad line."""
    if file.stat().st_size == 0:
        raise WrongFile(1, "the file is empty", A_FILE)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = _rows(lines)
        _, header = next(rows, (1, []))
        if [name.strip().upper() for name in header] != COLUMNS:
            raise WrongFile(1, _wrong_header(header), HEADER)
        number = 1
        for number, row in rows:
            yield _record(number, row)
        if number == 1:
            raise WrongFile(2, "no organization after the header", "one line for each organization")


def _rows(lines) -> Iterator[tuple[int, list[str]]]:
    """Each row with its line number; what the csv module cannot read is named, too."""
    reader = csv.reader(lines, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader, None)
        except UnicodeDecodeError:
            raise WrongFile(number, "bytes that are no text", A_FILE) from None
        except csv.Error:
            raise WrongFile(
                number, "a quotation mark that never ends, or broken text", A_FILE
            ) from None
        if row is None:
            return
        if "\0" in "".join(row):
            raise WrongFile(number, "bytes that are no text", A_FILE)
        if row:
            yield number, row


def _wrong_header(header: list[str]) -> str:
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
    for column, (shape, expected) in SHAPES.items():
        if not shape.fullmatch(values[column]):
            raise WrongFile(number, f"“{values[column][:40]}” in {column}", expected)
    return _described(values)


def _described(values: dict[str, str]) -> Record:
    name, second = values["NAME"], values["SORT_NAME"]
    names, initials = f"{name} {second}".upper(), initials_of(name)
    subsection, ntee = values["SUBSECTION"], values["NTEE_CD"]
    foundation = values["FOUNDATION"].zfill(2)
    kind = irs_codes.kind_of(subsection, ntee, names)
    return Record(
        ein=values["EIN"],
        name=readable(name),
        chapter=chapter_line(second, initials),
        contact=listed_contact(values["ICO"]),
        street=readable(values["STREET"]),
        city=readable(values["CITY"]),
        state=values["STATE"],
        postal_code=values["ZIP"].removesuffix("-0000"),
        kind=kind,
        field=irs_codes.field_of(kind, subsection, foundation, ntee, names),
        scope="local" if values["AFFILIATION"] == SUBORDINATE else "",
        tax_status=irs_codes.tax_status(subsection, foundation, kind),
        since=int(values["RULING"][:4] or 0) or None,
        money=irs_codes.money(values["INCOME_CD"], values["ASSET_CD"]),
        also=" ".join([initials, *cut_words(name, NAME_WIDTH), *cut_words(second, LINE_WIDTH)]),
    )


def initials_of(name: str) -> str:
    """'AMERICAN CIVIL LIBERTIES UNION' → 'ACLU', which is what somebody types."""
    initials = "".join(word[0] for word in name.split() if word not in NOT_IN_INITIALS)
    return initials if len(initials) > 2 else ""


def chapter_line(sort_name: str, initials: str = "") -> str:
    """'1298 LOCAL CWA CUTW' → 'Local 1298 CWA CUTW'; a line that was cut ends in an ellipsis."""
    if not sort_name:
        return ""
    line = SHORT_LOCAL.sub(r"LOCAL \1", sort_name.removeprefix("DBA "))
    line = readable(NUMBERED.sub(r"\2 \1", line).lstrip("0"), initials)
    return f"{line}…" if len(sort_name) >= LINE_WIDTH else line


def cut_words(line: str, width: int) -> list[str]:
    """What the last word may have been before the register cut the line: 'FEDE' → 'FEDERATION'."""
    last = line.split()[-1] if len(line) >= width - 1 else ""
    return [word for word in OFTEN_CUT if last and word != last and word.startswith(last)]


def listed_contact(in_care_of: str) -> str:
    """'% ANA RUIZ TREASURER' → 'Ana Ruiz, treasurer'. Somebody listed, not somebody we know."""
    words = in_care_of.lstrip("% ").removeprefix("C/O ").replace(" - ", " ").split()
    for length in (2, 1):
        name, title = words[:-length], TITLES.get(" ".join(words[-length:]))
        if title and name and " ".join(name) not in TITLES:
            return f"{readable_name(' '.join(name))}, {title}"
    return readable_name(" ".join(words))
