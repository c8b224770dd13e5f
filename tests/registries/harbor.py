"""Small registry files in the formats of the IRS and the union reports; nobody in them is real."""

import csv
from datetime import datetime
from functools import cache
from pathlib import Path
from random import Random

from coalition_app.lib.irs import COLUMNS
from coalition_app.lib.registry_files import RegistryReader
from coalition_app.models import Loaded, load_registry, writing_registry

NIGHT = datetime(2026, 3, 14, 10, 0)

TABLE = """
EIN|NAME|ICO|CITY|ZIP|SUBSECTION|AFFILIATION|RULING|FOUNDATION|ASSET_CD|INCOME_CD|NTEE_CD|SORT_NAME
010000001|HARBOR VALLEY NAACP INC|% RUTH ABARA TREASURER|HARBOR VALLEY|00501-0000|04|9|194808|00|3|4|R22|
010000002|COMMUNICATION WORKERS OF AMERICA|% SAM OKAFOR|HARBOR VALLEY|00501-2211|05|9|194108|00|4|4||0555 LOCAL CWA
010000003|AMERICAN FEDERATION OF LABOR & CONGRESS OF INDUSTRIAL ORGS|% SECRETARY TREASURER|HARBOR VALLEY|00501-0007|05|9|195602|00|0|0||GREATER HARBOR VALLEY AREA LABOR FE
010000004|HARBOR VALLEY TENANTS UNITED|% PILAR O'HARA|HARBOR VALLEY|00502-1010|03|3|201905|15|2|2|L20|
010000005|ST MARYS CHURCH OF EAST HARBOR||EAST HARBOR|00503-0404|03|9|194603|10|0|0||
010000006|HARBOR COUNTY FARM BUREAU INC|% J R MCCALLUM PRES|EAST HARBOR|00503-0010|05|3|196001|00|3|3|K20|
010000007|AMERICAN CIVIL LIBERTIES UNION OF HARBOR STATE|% TAX DEPT|HARBOR VALLEY|00501-0100|04|3|197001|00|5|6|R60|
010000008|LEAGUE OF WOMEN VOTERS OF HARBOR STATE INC|% DELIA MARSH|EAST HARBOR|00503-0001|04|9|196504|00|0|0||HARBOR VALLEY
010000009|VETERANS OF FOREIGN WARS OF HARBOR STATE|% TOM BRIGGS SECY|HARBOR VALLEY|00501-0044|19|9|194601|00|1|1||1747 POST
010000010|DÍAZ FAMILY SCHOLARSHIP FUND||HARBOR VALLEY|00501-0012|03|3|000000|03|6|5|B82|
""".strip()  # noqa: E501 (rows of a table)


@cache
def rows() -> list[dict[str, str]]:
    told, *lines = (line.split("|") for line in TABLE.splitlines())
    kept = [dict(zip(told, line, strict=True)) for line in lines]
    return [
        dict.fromkeys(COLUMNS, "") | {"STATE": "CT", "STREET": "12 MAIN ST"} | row for row in kept
    ]


def file_in(folder: Path, *, state: str = "CT", leave_out: int = 0) -> Path:
    """Writes the file; another state, or fewer rows, where a test wants an older one."""
    file = folder / f"eo_{state.lower()}.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(row | {"STATE": state} for row in rows()[leave_out:])
    return file


REPORTS = """
UNION_NAME|AFF_ABBR|F_NUM|UNIT_NAME|EST_DATE|TERMINATE|TTL_RECEIPTS|DESIG_NUM|DESIG_NAME|MEMBERS|RECEIVE_DATE|MAIL_FIRSTNAME|MAIL_LASTNAME|BUILD_NUM|STREET_ADR|CITY|STATE|ZIP
COMMUNICATIONS WORKERS AFL-CIO|CWA|900555||1970-12-01|F|540000|555|LU   |1240|2025-03-30 10:00:00.0|SAM|OKAFOR||40 EXCHANGE STREET|HARBOR VALLEY|CT|005012211
COMMUNICATIONS WORKERS AFL-CIO|CWA|900555||1970-12-01|F|540000|555|LU   |1250|2025-05-02 10:00:00.0|Sam|Okafor|C/O SAM OKAFOR|40 EXCHANGE STREET|HARBOR VALLEY|CT|005012211
STATE COUNTY AND MUNI EMPLS AFL-CIO|AFSCME|900777|EAST HARBOR|1981-04-01|F|90000|0777|LU   |310|2025-04-01 09:00:00.0|AFSCME|LOCAL 777|SUITE 2|1 PIER ROAD|EAST HARBOR|CT|00503
BLDG AND CONSTRN TRADES DEPT AFL-CIO|BCTD|900001|HARBOR VALLEY|1985-01-01|F|20000||BCTC |12|2025-04-01 09:00:00.0|PILAR|O'HARA||7 TRADE HALL|HARBOR VALLEY|CT|005010000
STEVEDORES OF HARBOR STATE|UNAFF|900002|LOCAL 9|1990-01-01|T|0|||0|2025-04-01 09:00:00.0|||||PORT HARBOR|CT|00504
LETTER CARRIERS, NATL ASN, AFL-CIO|NALC|900003|HARBOR VALLEY|1976-04-01|||1747|BR||2025-04-01 09:00:00.0|TOM|BRIGGS|PO BOX 9||HARBOR VALLEY|CT|00501
AUTO WORKERS AFL-CIO|UAW|900004||1970-12-01|F|9000000||NHQ  |400000|2025-04-01 09:00:00.0|LENA|NOVAK||1 PLAZA|DETROIT|MI|48214
""".strip()  # noqa: E501 (rows of a table)


def unions_in(folder: Path, *, year: str = "2025", leave_out: int = 0) -> Path:
    """Writes a year's union reports; one union stands in them twice, the newer one second."""
    header, *lines = REPORTS.splitlines()
    rows = [f"{header}|YR_COVERED|FORM_TYPE", *(f"{line}|{year}|LM-3" for line in lines)]
    file = folder / f"lm_data_data_{year}.txt"
    file.write_text("\n".join([rows[0], *rows[1 + leave_out :], ""]), "latin-1")
    return file


def load(file: Path, now: datetime = NIGHT) -> Loaded:
    with writing_registry() as connection:
        return load_registry(connection, RegistryReader(file).records(), now)


PLACES = ("HARBOR VALLEY", "EAST HARBOR", "HARBOR HEIGHTS", "PORT HARBOR", "HARBORSIDE")
THINGS = "HOUSING TEACHERS GARDEN YOUTH CIVIC VETERANS RIVER HEALTH LIBRARY TENANTS MUSIC".split()  # noqa: SIM905
SORTS = ("ASSOCIATION INC", "LEAGUE", "FOUNDATION", "UNION", "CLUB INC", "CHURCH", "COUNCIL")
CHAPTERS = ("", "", "{} LOCAL", "{} POST", "AREA LABOR FEDERATION {}", "BUILDING TRADES {}")
PEOPLE = ("", "% ANA RUIZ TREASURER", "% TOM BRIGGS", "% LENA NOVAK PRESIDENT", "% PILAR O'HARA")


def file_of_many(folder: Path, count: int, chance: Random) -> Path:
    """As long as a real state's file, for the bench."""
    file = folder / "eo_ct.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(invented(number, chance) for number in range(1, count + 1))
    return file


def invented(number: int, chance: Random) -> dict[str, str]:
    town, thing = chance.choice(PLACES), chance.choice(THINGS)
    return chance.choice(rows()) | {
        "EIN": f"{number:09d}",
        "NAME": f"{town} {thing} {number} {chance.choice(SORTS)}",
        "SORT_NAME": chance.choice(CHAPTERS).format(number % 3000),
        "ICO": chance.choice(PEOPLE),
        "CITY": town,
    }
