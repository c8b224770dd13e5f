"""Readable words from the lines of the IRS register: chapter, listed contact, what was cut off."""

import re

from coalition_app.lib.readable import readable, readable_name

NAME_WIDTH, LINE_WIDTH = 70, 35
NUMBERED = re.compile(
    r"^0*(\d+) (LOCAL UNION|LOCAL|LODGE|BRANCH|CHAPTER|COUNCIL|DISTRICT|POST|UNIT|DIVISION)\b"
)
SHORT_LOCAL = re.compile(r"^L0*(\d+)(?=[A-Z]{0,2} )")
NUMBER = re.compile(r"\b(?:\d+-)?0*(\d{1,6})\b", re.ASCII)
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
# What the register and its unions write short, and somebody types in full.
SHORT = {
    "ASSN": "ASSOCIATION",
    "BCT": "BUILDING CONSTRUCTION TRADES",
    "BCTC": "BUILDING CONSTRUCTION TRADES COUNCIL",
    "BLDG": "BUILDING",
    "CONSTR": "CONSTRUCTION",
    "CTR": "CENTER",
    "DIST": "DISTRICT",
    "EMPL": "EMPLOYEES",
    "FED": "FEDERATION",
    "INTL": "INTERNATIONAL",
    "NATL": "NATIONAL",
    "WRKRS": "WORKERS",
}


def initials_of(name: str) -> str:
    """'AMERICAN CIVIL LIBERTIES UNION' → 'ACLU', which is what somebody types."""
    initials = "".join([word[0] for word in name.split() if word not in NOT_IN_INITIALS])
    return initials if len(initials) > 2 else ""


def also(name: str, second: str, initials: str, further: str) -> str:
    """Words by which somebody may look for it that stand in neither line."""
    words = [initials, further]
    for line, width in ((name, NAME_WIDTH), (second, LINE_WIDTH)):
        if len(line) >= width - 1:
            words += cut_words(line)
        words += in_full(line)
    return " ".join([word for word in words if word])


def chapter_line(sort_name: str, initials: str = "") -> str:
    """'1298 LOCAL CWA CUTW' → 'Local 1298 CWA CUTW'; a line that was cut ends in an ellipsis."""
    if not sort_name:
        return ""
    line = SHORT_LOCAL.sub(r"LOCAL \1", sort_name.removeprefix("DBA "))
    line = readable(NUMBERED.sub(r"\2 \1", line).lstrip("0"), initials)
    return f"{line}…" if len(sort_name) >= LINE_WIDTH else line


def cut_words(line: str) -> list[str]:
    """What the last word may have been before the register cut the line: 'FEDE' → 'FEDERATION'."""
    last = line.split()[-1]
    return [word for word in OFTEN_CUT if word != last and word.startswith(last)]


def in_full(line: str) -> list[str]:
    """'BLDG TRADES' → 'BUILDING'."""
    words = line.split()
    return (
        [] if SHORT.keys().isdisjoint(words) else [SHORT[each] for each in words if each in SHORT]
    )


def local_number(sort_name: str) -> int | None:
    """1298 of '1298 LOCAL CWA CUTW'."""
    found = NUMBER.search(SHORT_LOCAL.sub(r"LOCAL \1", sort_name))
    return int(found[1]) if found else None


def listed_contact(in_care_of: str) -> str:
    """'% ANA RUIZ TREASURER' → 'Ana Ruiz, treasurer'. Somebody listed, not somebody we know."""
    words = in_care_of.lstrip("% ").removeprefix("C/O ").replace(" - ", " ").split()
    for length in (2, 1):
        name, title = words[:-length], TITLES.get(" ".join(words[-length:]))
        if title and name and " ".join(name) not in TITLES:
            return f"{readable_name(' '.join(name))}, {title}"
    return readable_name(" ".join(words))
