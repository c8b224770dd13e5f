"""An organization in one line: 'Harbor Tenants, New Haven; Ana Ruiz, president, 203 555 0142'.

Name, city, contact, role, phone and email, with commas between. A semicolon (or a point in the
middle) ends what is the organization's own; without one, a city is told from a person by its words.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coalition_app.lib.contact_line import EMAIL, PHONE, SUFFIX, ContactLine, read_contact, taken
from coalition_app.lib.places import STATES, state_code

GROUPS = re.compile(r"\s*[;·|\t\n]\s*|\s[—–]\s")
WEBSITE = re.compile(r"\b((?:https?://|www\.)[^\s,;]*[^\s,;.])", re.I)
LEGAL = re.compile(r"(inc|llc|llp|ltd|corp)\.?", re.I)
CHAPTER = re.compile(
    r"(local|lodge|branch|chapter|post|district|council)\s+(no\.?\s*)?#?\d+\w*"
    r"|.+\s(branch|chapter|local|section)",
    re.I,
)
STREET = re.compile(r"\d+[\w-]*\s+\S+.*|p\.?\s?o\.?\s+box\s+\w+", re.I)
STATE = re.compile(r"(?:(.*\S)\s+)?([A-Z]{2}|[A-Za-z. ]{4,})(?:\s+(\d{5}(?:-\d{4})?))?")
ROLE = re.compile(
    r"\b(president|director|chair|chairman|chairwoman|chairperson|secretary|treasurer|officer"
    r"|organi[sz]er|coordinator|pastor|steward|manager|founder|member|staff|volunteer|board"
    r"|clergy|imam|rabbi|delegate|liaison|representative|rep|contact|ceo|leader|head)\b",
    re.I,
)
TITLE = re.compile(r"[^A-Z].*|Vice|Executive|General|Deputy|Assistant|Chief")
CITY = re.compile(
    r"(new|north|south|east|west|port|fort|mount|saint|st\.?|san|santa|los|las|lake)\s.+"
    r"|.+\s(city|haven|town|township|springs|beach|falls|heights|valley|hills|village|harbor)"
    r"|\S+",
    re.I,
)
Knows = Callable[[str], bool]


@dataclass(frozen=True)
class OrganizationLine:
    """What was understood; the name is empty when there was none."""

    name: str
    chapter: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    contact: ContactLine | None = None


def read_organization(
    text: str, roles: Iterable[str] = (), is_city: Knows = lambda _: False
) -> OrganizationLine:
    """`roles` are known without a comma; `is_city` knows cities by name."""
    own, *others = [group for group in GROUPS.split(text) if group.strip(" ,")] or [""]
    website, own = _website(own)
    email, own = taken(EMAIL, own)
    phone, own = taken(PHONE, own)
    parts = [" ".join(part.split()) for part in own.split(",")]
    name, parts = _name([part for part in parts if part])
    found = {"name": name, "website": website}
    for kind in (CHAPTER, STREET):
        match = next((part for part in parts if kind.fullmatch(part)), None)
        if match:
            parts.remove(match)
            found["chapter" if kind is CHAPTER else "street"] = match
    found |= _place(parts)
    theirs = ", ".join(others)
    if not theirs and parts:
        is_open = bool(found.get("city"))
        theirs = ", ".join(_person(parts, roles, is_city, is_open, bool(phone or email)))
        if theirs:
            theirs, phone, email = ", ".join((theirs, phone, email)), "", ""
    if parts:
        found.setdefault("city", parts[0])
    contact = read_contact(theirs, roles) if theirs else None
    return OrganizationLine(**found, phone=phone, email=email, contact=contact)


def _name(parts: list[str]) -> tuple[str, list[str]]:
    """'Harbor Tenants', 'Inc.' is one name, and so is 'Marcus Hill', 'Jr'."""
    whole = []
    for part in parts or [""]:
        if whole and (LEGAL if len(whole) == 1 else SUFFIX).fullmatch(part):
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole[0], whole[1:]


def _website(text: str) -> tuple[str, str]:
    found = WEBSITE.search(text)
    return (found[1], text.replace(found[1], ",", 1)) if found else ("", text)


def _place(parts: list[str]) -> dict[str, str]:
    """Takes 'New Haven CT 06510' out, or 'CT' with the city before it; nothing without a state."""
    for at, part in enumerate(parts):
        match = STATE.fullmatch(part)
        state = state_code(match[2]) if match else ""
        if state not in STATES:
            continue
        city = match[1] or (parts.pop(at - 1) if at else "")
        parts.remove(part)
        place = {"city": city, "state": state, "postal_code": match[3] or ""}
        return {key: value for key, value in place.items() if value}
    return {}


def _person(
    parts: list[str], roles: Iterable[str], is_city: Knows, has_city: bool, is_reached: bool
) -> list[str]:
    """Takes out what is about a person: a name with what follows it; what is left is the city."""
    first = _where_person_begins(parts, roles, is_city, is_reached)
    if has_city and first is None:
        first = 0
    if first is None:
        return []
    person = parts[first:]
    del parts[first:]
    return person


def _where_person_begins(
    parts: list[str], roles: Iterable[str], is_city: Knows, is_reached: bool
) -> int | None:
    for at, part in enumerate(parts):
        if _is_role(part, roles):
            has_name = " " in part and not _is_only_role(part, roles)
            return at if has_name or at == 0 else at - 1
    if len(parts) > 1:
        return 1
    if is_reached and not _may_be_city(parts[0], is_city):
        return 0
    return None


def _is_role(part: str, roles: Iterable[str]) -> bool:
    return part.casefold() in roles or part[0].islower() or bool(ROLE.search(part))


def _is_only_role(part: str, roles: Iterable[str]) -> bool:
    """'vice president', 'Board chair': no word of it is a name."""
    names = (word for word in part.split() if not (ROLE.fullmatch(word) or TITLE.fullmatch(word)))
    return part.casefold() in roles or part[0].islower() or not any(names)


def _may_be_city(part: str, is_city: Knows) -> bool:
    """One word, a usual beginning or end, or a city that is known."""
    return bool(CITY.fullmatch(part)) or is_city(part)
