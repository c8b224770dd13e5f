"""Reads the annual union reports of the Department of Labor (OLMS) strictly.

Format: https://olmsapps.dol.gov/olpdr/ (yearly data, the table lm_data)
"""

import re
from collections.abc import Iterator

from coalition_app.lib import olms_words
from coalition_app.lib.readable import readable
from coalition_app.lib.registry_record import OLMS, Record, WrongFile
from coalition_app.lib.unions import also_called

# What is read; further columns may come and go from year to year.
COLUMNS = """
    UNION_NAME AFF_ABBR F_NUM UNIT_NAME EST_DATE TERMINATE DESIG_NUM DESIG_NAME TTL_RECEIPTS
    MEMBERS YR_COVERED RECEIVE_DATE MAIL_FIRSTNAME MAIL_LASTNAME BUILD_NUM STREET_ADR CITY STATE ZIP
    """.split()  # noqa: SIM905 (a list of words)
HEADER = "the column names from UNION_NAME to FORM_TYPE, separated by bars (|)"
SHAPES = {
    "F_NUM": (re.compile(r"\d{1,8}", re.ASCII), "a file number"),
    "UNION_NAME": (re.compile(r".*\S.*"), "a name"),
    "STATE": (re.compile(r"[A-Z]{2}|0*"), "a state of two letters"),
    "MEMBERS": (re.compile(r"\d{0,9}", re.ASCII), "a number of members"),
    "YR_COVERED": (re.compile(r"\d{4}", re.ASCII), "a year"),
    "RECEIVE_DATE": (re.compile(r"\d{4}-\d\d-\d\d.*|", re.ASCII), "a date like 2021-06-28"),
}
UNAFFILIATED = "UNAFF"
SAME = {"UNITHE": "UNITEHERE", "TCU/IAM": "IAM", "IAMAW": "IAM"}
BEFORE_THE_REGISTER = "1970"  # the day of many that are older
RANGES = ((50_000_000, "9"), (10_000_000, "8"), (5_000_000, "7"), (1_000_000, "6"))
RANGES += ((500_000, "5"), (100_000, "4"), (25_000, "3"), (10_000, "2"), (1, "1"))


def read(lines: Iterator[str]) -> Iterator[Record]:
    """The reports of the file, as they are read; of one union there may be several.

    Raises WrongFile at the first bad line.
    """
    header = [name.strip().upper() for name in next(lines, "").split("|")]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise WrongFile(1, _wrong_header(header, missing), HEADER)
    number = 1
    for number, line in enumerate(lines, 2):
        if line.strip():
            yield _record(number, line, header)
    if number == 1:
        raise WrongFile(2, "no union after the header", "one line for each report")


def _wrong_header(header: list[str], missing: list[str]) -> str:
    if len(missing) == len(COLUMNS):
        return "the values are separated by something else than bars (|)"
    return f"the column {missing[0]} is missing from the header"


def _record(number: int, line: str, header: list[str]) -> Record:
    row = line.split("|")
    if len(row) != len(header):
        raise WrongFile(number, f"{len(row)} values", f"{len(header)} values")
    values = dict(zip(header, map(str.strip, row), strict=True))
    for column, (shape, expected) in SHAPES.items():
        if not shape.fullmatch(values[column]):
            raise WrongFile(number, f"“{values[column][:40]}” in {column}", expected)
    return _described(values)


def _described(values: dict[str, str]) -> Record:
    abbreviation, union_name = values["AFF_ABBR"].upper(), values["UNION_NAME"]
    is_affiliated = abbreviation not in ("", UNAFFILIATED)
    name, chapter = olms_words.names(values)
    union = SAME.get(abbreviation, abbreviation) if is_affiliated else ""
    return Record(
        source=OLMS,
        number=int(values["F_NUM"]),
        part=values["YR_COVERED"],
        name=name,
        chapter=chapter,
        contact=olms_words.contact(values["MAIL_FIRSTNAME"], values["MAIL_LASTNAME"]),
        street=olms_words.street(values["STREET_ADR"], values["BUILD_NUM"]),
        city=readable(values["CITY"].upper()),
        state=values["STATE"].strip("0"),
        postal_code=olms_words.postal_code(values["ZIP"]),
        kind="labor",
        field="labor",
        scope="national" if values["DESIG_NAME"] == olms_words.NATIONAL else "local",
        tax_status="",
        since=_since(values["EST_DATE"]),
        money="",
        income=_income(values["TTL_RECEIPTS"]),
        members=int(values["MEMBERS"]) if values["MEMBERS"] else None,
        has_ended=values["TERMINATE"] == "T",
        parent=f"a{abbreviation.lower()}" if is_affiliated else "",
        parent_name=readable(union_name) if is_affiliated else "",
        union=union,
        local_number=olms_words.local_number(values),
        filed=values["RECEIVE_DATE"],
        also=f"{union_name} {also_called(union)}",
    )


def _since(established: str) -> int | None:
    year = established[:4]
    return int(year) if year.isdecimal() and year > BEFORE_THE_REGISTER else None


def _income(receipts: str) -> int:
    """In the same ranges as the IRS tells it."""
    amount = int(receipts) if receipts.isdecimal() else 0
    return next((int(code) for least, code in RANGES if amount >= least), 0)
