"""Addresses in parts, in postal order, and what they lack (USPS Publication 28)."""

import re
from dataclasses import dataclass
from functools import cached_property

from coalition_app.lib import zip_codes
from coalition_app.lib.folding import fold
from coalition_app.lib.places import STATES, state_code
from coalition_app.lib.places import postal_code as with_its_zero
from coalition_app.lib.wording import listing

STREET, CITY, STATE, ZIP = "street or PO box", "city", "state", "ZIP"

UNITS = (
    r"apt|apartment|apto|bldg|building|dept|department|fl|floor|flr|front|hngr|key|lot|lower|ofc"
    r"|office|ph|penthouse|pier|rear|rm|room|side|slip|spc|space|ste|suite|trlr|trailer|unit|upper"
)
UNIT = re.compile(rf"(?:{UNITS}|\d+(?:st|nd|rd|th) fl(?:oor)?)\b|#", re.I)
PO_BOX = re.compile(r"\b(?:p\W{0,2}o\W{0,2}|post office )\s*box\b\W*|\bpob\b\W*", re.I)
RURAL = re.compile(r"(?:rr|r\.r\.|rural route|hc|psc|cmr|unit) ?\d", re.I)
NUMBERED = re.compile(r"[NSEW]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", re.I)
STREET_WORD = re.compile(
    r"\b(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|court|ct|place|pl|square|sq"
    r"|highway|hwy|parkway|pkwy|terrace|ter|turnpike|tpke|way|plaza|green|wharf|broadway)\b",
    re.I,
)
ZIP_AT_END = re.compile(r"(?:^|[\s,])(\d{5})(?:[-\s]?\d{4})?$")


@dataclass(frozen=True)
class Address:
    """Any part may be empty. `attention`: the person; `street`: with its unit, as it was typed."""

    attention: str = ""
    organization: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """As it goes on an envelope: names as typed, below them no punctuation but a ZIP+4's."""
        names = (" ".join(name.split()) for name in (self.attention, self.organization))
        return tuple(line for line in (*names, *self.place_lines) if line)

    @cached_property
    def place_lines(self) -> tuple[str, ...]:
        """Without the names: a building, the street with its unit, a PO box, city state  ZIP."""
        return tuple(line for line in (*_delivery_lines(self.street), self.city_line) if line)

    @property
    def city_line(self) -> str:
        place = " ".join(filter(None, (_plain(self.city), state(self.state))))
        return "  ".join(filter(None, (place, zip_code(self.postal_code))))

    @property
    def missing(self) -> tuple[str, ...]:
        """What the mail needs and is not there, in the words of STREET, CITY, STATE and ZIP."""
        parts = {STREET: self.street, CITY: self.city, STATE: self.state, ZIP: self.postal_code}
        return tuple(name for name, part in parts.items() if not part.strip())

    @property
    def is_empty(self) -> bool:
        return len(self.missing) == 4

    @property
    def needs(self) -> str:
        """All that is missing, in words."""
        return listing(self.missing)

    @property
    def lacks(self) -> str:
        """'street or PO box and ZIP'; "" for a whole address and for none at all."""
        return "" if self.is_empty else self.needs

    @property
    def hints(self) -> tuple[str, ...]:
        """Sentences on what does not look right; it is stored as typed all the same."""
        return tuple(filter(None, (_about_state(self.state), self._about_zip())))

    def _about_zip(self) -> str:
        code, its_state = zip_code(self.postal_code), state(self.state)
        if code and not zip_codes.is_zip(code):
            return f"“{code}” is no ZIP: it has five digits, or five, a hyphen and four."
        known = zip_codes.states_of(code) if code else ()
        if known and its_state in STATES and its_state not in known:
            return f"ZIP {code[:5]} lies in {listing(known)}, not in {its_state}."
        return ""

    @property
    def household(self) -> str:
        """The same for all at one door: street with its unit and ZIP; "" when either lacks."""
        words = (SHORT.get(word, word) for word in _door(self.street).split())
        street = " ".join(word for word in words if word not in DESIGNATORS)
        code = zip_code(self.postal_code)[:5]
        return f"{street} {code}" if street and code else ""


def state(text: str) -> str:
    """'CT' of 'Connecticut', 'conn.' and 'ct'; what is no state stays as typed."""
    text = " ".join(text.split())
    return OLD_STYLE.get(text.strip(".").casefold()) or state_code(text.rstrip(",")) or text


def zip_code(text: str) -> str:
    """'06511-0042' of '065110042'; a zero that a spreadsheet ate comes back."""
    text = " ".join(text.split())
    return with_its_zero(text) if sum(letter.isdigit() for letter in text) > 3 else text


def missing_in(lines: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """What an address typed in lines lacks, the names first: STREET, CITY, STATE, ZIP."""
    lines = [" ".join(line.split()) for line in lines if line.strip()]
    last = lines[-1] if lines else ""
    zipped = ZIP_AT_END.search(last)
    before = last[: zipped.start()].rstrip(" ,") if zipped else last
    its_state = _state_at_end(before)
    is_city_line = bool(zipped or its_state)
    city = before[: len(before) - len(its_state)].strip(" ,") if is_city_line else ""
    streets = lines[1 : -1 if is_city_line else None]
    found = {STREET: any(map(_delivers, streets)), CITY: city, STATE: its_state, ZIP: zipped}
    return tuple(name for name, part in found.items() if not part)


def _about_state(text: str) -> str:
    unknown = text.strip() and state(text) not in STATES | zip_codes.BEYOND
    return f"“{text.strip()}” is no state that the mail knows." if unknown else ""


def _state_at_end(text: str) -> str:
    """'CT' or 'New York' as it ends the text; "" if no state does."""
    words = text.split()
    tails = (" ".join(words[-count:]).lstrip(",") for count in (3, 2, 1) if count <= len(words))
    return next((tail for tail in tails if state(tail) in STATES | zip_codes.BEYOND), "")


def _delivers(line: str) -> bool:
    is_place = NUMBERED.match(line) or PO_BOX.search(line) or RURAL.match(line)
    return bool(is_place or (STREET_WORD.search(line) and re.search(r"\d", line)))


def _delivery_lines(street: str) -> list[str]:
    """'Union Hall, 12 Main St, Apt. 4, P.O. Box 5' as three lines; the last is where mail goes."""
    above, doors, boxes = [], [], []
    for part in re.split(r"[,;\n]", PO_BOX.sub(r", PO Box ", street)):
        part = _plain(part)
        if part.startswith("PO Box"):
            boxes.append(part)
        elif doors and (UNIT.match(part) or not _delivers(part)):
            doors[-1] += f" {part}" if part else ""
        elif part:
            (doors if _delivers(part) else above).append(part)
    return _units_behind(above, doors) + doors + boxes


def _units_behind(above: list[str], doors: list[str]) -> list[str]:
    """Takes a unit typed before its street ('Suite 3, 12 Main St') to where it belongs."""
    for unit in [part for part in above if doors and UNIT.match(part)]:
        above.remove(unit)
        doors[-1] += f" {unit}"
    return above


def _plain(text: str) -> str:
    """No commas and periods, but those within numbers; '#4' as '# 4', 'Apt #4' as 'Apt 4'."""
    text = re.sub(r"(?<!\d)\.|\.(?!\d)|[,;]", " ", text)
    text = re.sub(rf"\b({UNITS})\s*#\s*", r"\1 ", text, flags=re.I)
    return " ".join(re.sub(r"#\s*", "# ", text).split())


def _door(street: str) -> str:
    return re.sub(r"[^\w/]+", " ", fold(" ".join(_delivery_lines(street)))).strip()


SHORT_WORDS = """
street st, avenue ave, av ave, road rd, drive dr, lane ln, boulevard blvd, court ct, place pl,
square sq, highway hwy, parkway pkwy, terrace ter, turnpike tpke, circle cir, north n, south s,
east e, west w, northeast ne, northwest nw, southeast se, southwest sw, apartment apt, suite ste,
floor fl, flr fl, building bldg, room rm, saint st, mount mt
"""
OLD_STATES = """
ala AL, ariz AZ, ark AR, calif CA, cal CA, colo CO, conn CT, del DE, fla FL, ill IL, ind IN,
kan KS, kans KS, mass MA, mich MI, minn MN, miss MS, mont MT, neb NE, nebr NE, nev NV, okla OK,
ore OR, penn PA, penna PA, tenn TN, tex TX, wash WA, wis WI, wisc WI, wyo WY
"""
SHORT = dict(pair.split() for pair in SHORT_WORDS.split(","))
OLD_STYLE = dict(pair.split() for pair in OLD_STATES.split(","))
DESIGNATORS = {"apt", "ste", "unit", "rm"}  # '# 4' and 'Apt 4' are the same door
