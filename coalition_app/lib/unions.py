"""Which national union a name in a register belongs to, and how its members are called besides."""

import re
from functools import lru_cache

# Abbreviation, what its name holds in capitals, further words that somebody may type.
UNIONS = (
    ("CWA", r"COMMUNICATIONS? WORKERS|\bCWA\b|\bCUTW\b", "telephone workers communications"),
    ("NABET", r"\bNABET\b", "broadcast employees"),
    ("AFA", r"FLIGHT ATTENDANTS", "airline"),
    ("AFSCME", r"STATE,? (COUNTY|CTY)|\bAFSCME\b", "state county municipal employees public"),
    ("SEIU", r"SERVICE EMPLOYEES|\bSEIU\b|\b1199\b", "service employees health care"),
    ("AFT", r"FEDERATION OF TEACHERS|TEACHERS AFL|\bAFT\b", "teachers"),
    ("NEA", r"NATIONAL EDUCATION ASS|EDUCATION ASN|\bNEA\b", "teachers education"),
    ("IBT", r"TEAMSTERS|\bIBT\b", "teamsters truck drivers warehouse"),
    ("IBEW", r"ELECTRICAL WORKERS|\bIBEW\b", "electricians"),
    ("UAW", r"AUTO(MOBILE)?,? (AEROSPACE|WORKERS)|UNITED AUTO|\bUAW\b", "auto workers"),
    ("IAM", r"MACHINISTS|\bIAM(AW)?\b", "machinists aerospace"),
    ("USW", r"STEEL ?WORKERS|\bUSWA?\b", "steelworkers"),
    ("UFCW", r"FOOD (AND|&) COMMERCIAL|\bUFCW\b", "grocery food commercial workers"),
    ("LIUNA", r"\bLABORERS\b|\bLIUNA\b", "laborers construction"),
    ("CJA", r"CARPENTERS|\bUBCJA\b", "carpenters"),
    ("PPF", r"PLUMB(ERS|ING)|PIPE ?FIT|\bUA\b", "plumbers pipefitters"),
    ("IUOE", r"OPERATING ENGINEERS|\bIUOE\b", "operating engineers"),
    ("PAT", r"PAINTERS|\bIUPAT\b", "painters glaziers"),
    ("BSOIW", r"IRON ?WORKERS|STRUCTURAL", "ironworkers"),
    ("SMART", r"SHEET METAL|TRANSPORTATION UNION|\bSMART\b", "sheet metal railroad conductors"),
    ("IAFF", r"FIRE ?FIGHTERS|\bIAFF\b", "firefighters"),
    ("APWU", r"AMERICAN POSTAL|\bAPWU\b", "postal clerks mail"),
    ("NALC", r"(?<!RURAL )LETTER CARRIERS(?!, RURAL)|\bNALC\b", "postal mail"),
    ("RLCA", r"RURAL LETTER|LETTER CARRIERS, RURAL", "postal mail rural"),
    ("NPMHU", r"MAIL ?HANDLERS", "postal mail"),
    ("AFGE", r"GOVERNMENT EMPLOYEES|\bAFGE\b", "federal government employees"),
    ("NTEU", r"TREASURY EMPLOYEES|\bNTEU\b", "federal treasury employees"),
    ("ATU", r"AMALGAMATED TRANSIT|TRANSIT UNION|\bATU\b", "bus transit drivers"),
    ("TWU", r"TRANSPORT WORKERS|\bTWU\b", "transit transport workers"),
    ("UNITEHERE", r"UNITE ?HERE|HOTEL (AND|&)", "hotel restaurant cafeteria workers"),
    ("AAUP", r"UNIVERSITY PROFESSORS|\bAAUP\b", "professors faculty"),
    ("OPEIU", r"OFFICE (AND|&) PROFESSIONAL|\bOPEIU\b", "office clerical"),
    ("IATSE", r"THEATRICAL STAGE|STAGE EMPLOYES|STAGE AND PICTURE|\bIATSE\b", "stage theater"),
    ("AFM", r"FEDERATION OF MUSICIANS|^MUSICIANS", "musicians"),
    ("BAC", r"BRICKLAYERS", "bricklayers masons"),
    ("BBF", r"BOILERMAKERS", "boilermakers"),
    ("BCTD", r"(BUILDING|BLDG).*TRADES|\bBCTC?\b", "building construction trades council"),
    ("AFLCIO", r"FEDERATION OF LABOR|AFL-?CIO|LABOR COUNCIL", "labor council federation"),
)
KNOWN = tuple((name, re.compile(pattern), also) for name, pattern, also in UNIONS)
ALSO = {name: also for name, _, also in UNIONS}


@lru_cache(maxsize=50_000)
def union_of(name: str, second_line: str = "") -> str:
    """'CWA' for 'COMMUNICATION WORKERS OF AMERICA'; "" where nothing tells. In capitals.

    The second line knows better: a building-trades council stands under the name of the AFL-CIO.
    """
    for line in (second_line, name):
        for union, pattern, _ in KNOWN:
            if line and pattern.search(line):
                return union
    return ""


def also_called(union: str) -> str:
    return ALSO.get(union, "")
