"""Readable names and addresses from a union report: 'CWA', 'LU', '1298' → 'CWA Local 1298'."""

import re

from coalition_app.lib.readable import readable, readable_name

NATIONAL = "NHQ"
DESIGNATIONS = {
    "AREA": "Area",
    "ASSN": "Association",
    "BCTC": "Building and Construction Trades Council",
    "BR": "Branch",
    "C": "Council",
    "CH": "Chapter",
    "COM": "Committee",
    "CONBD": "Conference Board",
    "CONF": "Conference",
    "D": "District",
    "DC": "District Council",
    "DIV": "Division",
    "DLG": "District Lodge",
    "FED": "Federation",
    "GC": "General Committee",
    "GMB": "General Membership Branch",
    "IUB": "Industrial Union Branch",
    "LBR": "Local",
    "LCH": "Local Chapter",
    "LDIV": "Local Division",
    "LEADC": "Council",
    "LEC": "Local Executive Council",
    "LG": "Lodge",
    "LLG": "Local Lodge",
    "LU": "Local",
    "MEC": "Master Executive Council",
    "MTC": "Metal Trades Council",
    NATIONAL: "",
    "PC": "Ports Council",
    "RC": "Regional Council",
    "ROC": "Regional Organizing Committee",
    "SA": "State Association",
    "SC": "State Council",
    "SCOM": "System Committee",
    "SD": "System Division",
    "SF": "System Federation",
    "SFED": "State Federation",
    "SLG": "System Lodge",
    "STC": "State Council",
    "STCON": "State Conference",
    "UNIT": "Unit",
}
SPELLED = {
    "AFLCIO": "AFL-CIO",
    "BCTD": "",
    "MTD": "",
    "SAGAFTRA": "SAG-AFTRA",
    "UNITHE": "UNITE HERE",
}
UNAFFILIATED = "UNAFF"
NUMBER = re.compile(r"\bLOCAL 0*(\d{1,6})\b", re.ASCII)
NOT_A_PERSON = re.compile(r"\d|&|\b(LOCAL|UNION|ASSOCIATION|ASSN|COUNCIL)\b", re.IGNORECASE)


def names(values: dict[str, str]) -> tuple[str, str]:
    """Name and chapter line: ('CWA Local 1298', ''), ('CSTA Local', 'Greater Hartford')."""
    unit = readable(values["UNIT_NAME"])
    abbreviation = values["AFF_ABBR"].upper()
    if abbreviation in ("", UNAFFILIATED) or values["DESIG_NAME"] == NATIONAL:
        return readable(values["UNION_NAME"]), unit
    shown = SPELLED.get(abbreviation, abbreviation)
    name = " ".join(part for part in (shown, designation(values), _number(values)) if part)
    if not shown and unit:
        return _without_repetition(unit, name), ""
    return name, unit


def _without_repetition(unit: str, name: str) -> str:
    """'Pioneer Valley Building and Construction Trades Council'; some units say it themselves."""
    return unit if name.split()[-1].lower() in unit.lower() else f"{unit} {name}"


def designation(values: dict[str, str]) -> str:
    """'Local' for LU; what nobody explained stays as it is."""
    code = values["DESIG_NAME"].upper()
    return DESIGNATIONS.get(code, code)


def _number(values: dict[str, str]) -> str:
    """'1298', 'A12'; a zero is no number."""
    before, after = (
        values.get("DESIQ_PRE", values.get("DESIG_PRE", "")),
        values.get("DESIG_SUF", ""),
    )
    number = values["DESIG_NUM"].lstrip("0")
    return f"{before}{number}{after}" if number else ""


def local_number(values: dict[str, str]) -> int | None:
    number = values["DESIG_NUM"].lstrip("0")
    if number.isdecimal():
        return int(number)
    found = NUMBER.search(values["UNIT_NAME"].upper())
    return int(found[1]) if found else None


def contact(first: str, last: str) -> str:
    """Whoever gets the mail; not the union itself, which some write there."""
    name = f"{first} {last}"
    return "" if NOT_A_PERSON.search(name) else _typed_or_readable(name)


def _typed_or_readable(name: str) -> str:
    name = " ".join(name.split())
    return readable_name(name) if name == name.upper() else name


def street(street_line: str, building: str) -> str:
    """'20 Main Street, Suite 5'; "in care of" is a person, not a place."""
    lines = (street_line, "" if building.upper().startswith("C/O") else building)
    return ", ".join(readable(line) for line in lines if line)


def postal_code(zip_code: str) -> str:
    """'063404394' → '06340-4394'."""
    if len(zip_code) != 9 or zip_code.endswith("0000"):
        return zip_code[:5]
    return f"{zip_code[:5]}-{zip_code[5:]}"
