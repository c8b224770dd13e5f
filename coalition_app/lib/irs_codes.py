"""What the codes of the IRS Business Master File mean in practice, and what they let us guess."""

import re
from functools import lru_cache

LABOR = "05"
# NTEE, the IRS's activity codes: the longest beginning that is listed counts.
FIELDS_BY_CODE = {
    "A": "arts",
    "B": "education",
    "C": "environment",
    "E": "health",
    "F": "health",
    "G": "health",
    "H": "health",
    "I80": "legal aid",
    "I83": "legal aid",
    "J": "labor",
    "J2": "human services",
    "J3": "human services",
    "K": "food",
    "L": "housing",
    "O": "youth",
    "P": "human services",
    "P3": "youth",
    "P81": "seniors",
    "P82": "disability",
    "P84": "immigrant rights",
    "P86": "disability",
    "P87": "disability",
    "Q71": "immigrant rights",
    "R": "civil rights",
    "R23": "disability",
    "R24": "women",
    "R25": "seniors",
    "R28": "youth",
    "S": "community development",
    "S22": "neighborhood",
    "S4": "other",
    "S81": "women",
    "V": "public policy",
    "W": "public policy",
    "W30": "veterans",
    "X": "faith",
}
# Where the code is missing, as for a third of the rows: the first one that the name holds.
FIELDS_BY_NAME = (
    ("labor", r"UNIONS?\b|LABOR COUNCIL|LABOR FED|AFL-?CIO"),
    (
        "civil rights",
        r"NAACP|CIVIL (RIGHTS|LIBERT)|WOMEN VOTERS|URBAN LEAGUE|HUMAN RIGHTS|ADVOCACY",
    ),
    ("immigrant rights", r"IMMIGRA|REFUGEE|NEW AMERICANS"),
    ("veterans", r"VETERANS?\b|AMERICAN LEGION|VFW|AMVETS"),
    (
        "faith",
        r"CHURCH|TEMPLE\b|SYNAGOGUE|MOSQUE|ISLAMIC|CONGREGATION|MINISTR|PARISH|DIOCES|BAPTIST",
    ),
    ("environment", r"ENVIRONMENT|CONSERVA|CLIMATE|LAND TRUST|WATERSHED|AUDUBON|GARDEN CLUB"),
    ("housing", r"HOUSING|TENANT|HABITAT FOR HUMANITY|HOMELESS"),
    ("disability", r"DISABILIT|DISABLED|SPECIAL OLYMPICS|\bBLIND\b|\bDEAF\b"),
    ("neighborhood", r"NEIGHBORHOOD|BLOCK (WATCH|ASSOC)|CIVIC ASSOC|CIVIC LEAGUE"),
    ("seniors", r"SENIOR CENTER|SENIOR CITIZENS|RETIRED|RETIREES|AARP"),
    ("women", r"\bWOMEN'?S?\b"),
    ("youth", r"YOUTH|BOYS|GIRLS|SCOUTS?\b|4-H\b|LITTLE LEAGUE"),
    ("food", r"FOOD (BANK|PANTRY)|HUNGER|FARM BUREAU|AGRICULTUR|GRANGE\b|GROWERS"),
    ("education", r"SCHOOL|PT[AO]\b|PTSA|PARENT.TEACHER|SCHOLARSHIP|COLLEGE|UNIVERSITY|LIBRARY"),
    ("health", r"HEALTH|HOSPITAL|MEDICAL|HOSPICE"),
    ("arts", r"THEAT(ER|RE)|MUSEUM|ORCHESTRA|HISTORICAL SOC|\bARTS?\b"),
    ("community development", r"COMMUNITY (DEVELOPMENT|ACTION)|ROTARY|KIWANIS|LIONS CLUB"),
)
HINTS = tuple((field, re.compile(pattern)) for field, pattern in FIELDS_BY_NAME)
FIELDS_BY_FOUNDATION = {"10": "faith", "11": "education", "12": "health"}
VETERANS = ("19", "23")
UNION_LIKE = re.compile(
    r"UNION|LOCAL\b|LOC \d|\bL\d+|LABOR (COUNCIL|FED)|AREA LABOR|FEDERATION OF LABOR|AFL|\bCIO\b|"
    r"WORKERS|WRKRS|BROTHERHOOD|TEAMSTERS|TEACHERS|FIRE ?FIGHTERS|EDUCATION ASSOC|POLICE|"
    r"EMPLOYEES|LETTER CARRIERS|TRADES|CARPENTERS|MACHINISTS|ELECTRICIANS|NURSES|POSTAL|"
    r"PROFESSORS|GUILD\b|OPERATING ENGINEERS|PLUMBERS|PAINTERS|CORRECTION OFFICERS|"
    r"ADMINISTRATORS ASSOC|AAUP|CSEA|SEIU|AFSCME|\bCWA\b|\bNTEU\b|\bTWU\b|"
    r"AIR TRAFFIC CONTROLLERS|FLIGHT ATTENDANTS|SHEET METAL|LONGSHORE|PLAYERS ASSOC|SUPERVISORS|"
    r"STAFF ORGANIZATION|ENGINEERS BENEFICIAL|PROFESSIONALS\b|LABORERS"
)
FARMING = re.compile(
    r"FARM|AGRICULTUR|GROWERS|BREEDERS|GRANGE\b|HORSE|CATTLE|POULTRY|DAIRY|\bFAIR\b"
)
SUBSECTIONS = {
    "01": "federal corporation",
    "02": "title-holding corporation",
    "03": "charity",
    "04": "civic league",
    "05": "labor or farm organization",
    "06": "business league",
    "07": "social club",
    "08": "fraternal society",
    "09": "employees' benefit fund",
    "10": "fraternal lodge",
    "12": "mutual association",
    "13": "cemetery",
    "14": "credit union",
    "17": "unemployment benefit trust",
    "19": "veterans' organization",
    "23": "veterans' organization",
}
FOUNDATIONS = {
    "02": "private foundation",
    "03": "private foundation",
    "04": "private foundation",
    "10": "church",
    "11": "school",
    "12": "hospital",
}
CHARITABLE_TRUST = "92"
CHARITY = "03"
AMOUNTS = {
    "1": "under $10,000",
    "2": "over $10,000",
    "3": "over $25,000",
    "4": "over $100,000",
    "5": "over $500,000",
    "6": "over $1 million",
    "7": "over $5 million",
    "8": "over $10 million",
    "9": "over $50 million",
}


def kind_of(subsection: str, ntee: str, names: str) -> str:
    """Labor or community; 501(c)(5) holds the unions, but farm bureaus and growers as well."""
    if subsection != LABOR:
        return "community"
    union = ntee.startswith("J40") or (UNION_LIKE.search(names) and not FARMING.search(names))
    return "labor" if union else "community"


def field_of(kind: str, subsection: str, foundation: str, ntee: str, names: str) -> str:
    """One of the fields of an organization, "other" when nothing tells."""
    if kind == "labor":
        return "labor"
    if told := field_by_code(ntee):
        return told
    if subsection in VETERANS:
        return "veterans"
    if subsection == CHARITY and foundation in FIELDS_BY_FOUNDATION:
        return FIELDS_BY_FOUNDATION[foundation]
    for field, hint in HINTS:
        if hint.search(names):
            return field
    return "other"


@lru_cache(maxsize=5_000)
def field_by_code(ntee: str) -> str:
    """By the longest beginning that is listed."""
    beginnings = (ntee[:length] for length in (3, 2, 1))
    return next((FIELDS_BY_CODE[each] for each in beginnings if each in FIELDS_BY_CODE), "")


@lru_cache(maxsize=1_000)
def tax_status(subsection: str, foundation: str, kind: str) -> str:
    """'501(c)(4) civic league', '501(c)(3) church', '501(c)(5) union'."""
    if subsection == CHARITABLE_TRUST:
        return "4947(a)(1) charitable trust"
    words = "tax-exempt organization"
    if subsection == CHARITY:
        words = FOUNDATIONS.get(foundation, "charity")
    elif subsection == LABOR and kind == "labor":
        words = "union"
    else:
        words = SUBSECTIONS.get(subsection, words)
    return f"501(c)({int(subsection)}) {words}"


def money(income_code: str, asset_code: str) -> str:
    """The income range of its latest return; the assets where no income is told."""
    if income_code in AMOUNTS:
        return f"income {AMOUNTS[income_code]}"
    return f"assets {AMOUNTS[asset_code]}" if asset_code in AMOUNTS else ""


def income(income_code: str) -> int:
    """The code 0-9 of its income; 0 where it is not told."""
    return int(income_code) if income_code in AMOUNTS else 0
