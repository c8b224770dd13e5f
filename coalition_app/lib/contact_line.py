"""A person typed in one line: 'Elena Díaz, secretary, 203 555 0142'."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LABEL = r"(?:\b(?:cell|phone|tel|mobile|home|work|ph|e-?mail)\b[.:]?\s*)?"
ADDRESS = r"<?\b([^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>().]{2,})>?"
NUMBER = r"(\+?\(?\d[\d\s().\-/]{5,}\d(?:\s*(?:x|ext\.?|extension)\s*\d{1,6})?)"
EMAIL_ALONE, PHONE_ALONE = re.compile(ADDRESS), re.compile(NUMBER, re.I)
EMAIL, PHONE = re.compile(LABEL + ADDRESS, re.I), re.compile(LABEL + NUMBER, re.I)
BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
BETWEEN = re.compile(r"[,;\t]|\s[-–—/|]\s")
SUFFIX = re.compile(r"(jr|sr|ii|iii|iv|esq|ph\.?\s?d|m\.?d|j\.?d)\.?", re.I)


@dataclass(frozen=True)
class ContactLine:
    """What was understood; the name is empty when there was none."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""

    @property
    def text(self) -> str:
        """As one would type it."""
        return ", ".join(part for part in (self.name, self.role, self.phone, self.email) if part)


def read_contact(text: str, roles: Iterable[str] = ()) -> ContactLine:
    """Name first, then role, phone and email in any order; `roles` are known without a comma."""
    email, text = taken(EMAIL, text)
    phone, text = taken(PHONE, text)
    text = BRACKETED.sub(r", \1,", text)
    parts = [" ".join(part.split()).lstrip(" .:-").rstrip(" :-") for part in BETWEEN.split(text)]
    name, *rest = _with_suffix([part for part in parts if part] or [""])
    role = ", ".join(rest)
    if name and not role:
        name, role = _split_by_role(name, roles)
    return ContactLine(name, _as_known(role, roles), phone, email)


def taken(pattern: re.Pattern, text: str) -> tuple[str, str]:
    """The first match, and the text with a comma in its place."""
    for found in pattern.finditer(text):
        if "@" in found[1] or dials(found[1]):
            return " ".join(found[1].split()), f"{text[: found.start()]}, {text[found.end() :]}"
    return "", text


def dials(number: str) -> bool:
    """Seven digits, or ten and more: '2019-2023' are years."""
    digits = sum(letter.isdigit() for letter in re.split("[ex]", number, flags=re.I)[0])
    return digits == 7 or digits >= 10


def _with_suffix(parts: list[str]) -> list[str]:
    """'Marcus Hill', 'Jr' is one name."""
    name, *rest = parts
    while rest and SUFFIX.fullmatch(rest[0]):
        name = f"{name}, {rest.pop(0)}"
    return [name, *rest]


def _split_by_role(text: str, roles: Iterable[str]) -> tuple[str, str]:
    """'Elena Díaz secretary': a role of the list after at least two words of name."""
    for role in sorted(roles, key=len, reverse=True):
        name = text[: -len(role)].rstrip()
        if text.casefold().endswith(f" {role}") and " " in name:
            return name, role
    return text, ""


def _as_known(role: str, roles: Iterable[str]) -> str:
    """A role of the list is written as there, any other as typed."""
    return next((known for known in roles if known == role.casefold()), role)
