"""States of the United States, and addresses typed in one line."""

import re

NAMES = """
AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut,
DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois,
IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland,
MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana,
NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York,
NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania,
PR Puerto Rico, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas,
UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming
"""
CODES = {name: code for code, _, name in (each.strip().partition(" ") for each in NAMES.split(","))}
BY_NAME = {name.lower(): code for name, code in CODES.items()}
STATES = frozenset(CODES.values()) | frozenset(CODES)
STATE_AND_ZIP = re.compile(r"(.*?)[\s,]*(\d{5}(?:-\d{4})?)?")
COUNTRY = re.compile(r"[\s,]*\b(usa|u\.s\.a?\.?|us|united states(?: of america)?)\.?\s*$", re.I)


def state_code(text: str) -> str:
    """'Connecticut' as 'CT'; what is no state's name as it is."""
    known = BY_NAME.get(text.strip(". ").lower())
    short = text.replace(".", "").replace(" ", "").upper()
    return known or (short if short in STATES else text)


def postal_code(text: str) -> str:
    """A ZIP whose first zero a spreadsheet ate gets it back."""
    digits = text.replace("-", "").replace(" ", "")
    if not digits.isascii() or not digits.isdigit():
        return text
    if len(digits) in (3, 4, 5):
        return digits.zfill(5)
    if len(digits) in (8, 9):
        whole = digits.zfill(9)
        return f"{whole[:5]}-{whole[5:]}"
    return text


def split_address(text: str) -> dict[str, str]:
    """'1 Main St, New Haven, CT 06511' in its parts; the street alone where there are none."""
    text = COUNTRY.sub("", text)
    parts = [" ".join(part.split()) for part in re.split(r"[,\n]", text)]
    parts = [part for part in parts if part]
    if not parts:
        return {}
    if len(parts) > 1 and parts[-1][:1].isdigit() and state_code(parts[-2]) in STATES:
        parts[-2:] = [" ".join(parts[-2:])]
    zipped = STATE_AND_ZIP.fullmatch(parts[-1])
    state, code = zipped[1], zipped[2] or ""
    words = state.rsplit(" ", 1)
    if len(words) == 2 and state not in STATES and words[1] in STATES:
        parts[-1:] = [words[0], words[1]]
        state = words[1]
    if not code and state_code(state) not in STATES:
        return {"street": ", ".join(parts)}
    *before, _ = parts
    city = before.pop() if before else ""
    found = {"street": ", ".join(before), "city": city, "state": state_code(state)}
    return {key: part for key, part in (found | {"postal_code": code}).items() if part}


def in_one_line(values: dict[str, str]) -> str:
    """'1 Main St, New Haven, CT 06511' of whatever is known."""
    place = " ".join(filter(None, (values.get("state"), values.get("postal_code"))))
    return ", ".join(filter(None, (values.get("street"), values.get("city"), place)))
