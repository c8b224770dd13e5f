"""Several people typed in one line: 'Rosa Lima, treasurer; her cousin Al'."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coalition_app.lib.contact_line import SUFFIX, ContactLine, read_contact
from coalition_app.lib.tie_words import find_kind

BETWEEN = re.compile(r"\s*[;\n]\s*")
AND = re.compile(r"\s*(?:&|\+|\band\b)\s*")
WHOSE = re.compile(r"^(?:(?:and|her|his|their|our|my|the|an?)\s+)+", re.I)


@dataclass(frozen=True)
class Named:
    """Somebody, and what they are to the one who knows them; "" where it was not said."""

    contact: ContactLine
    kind: str = ""

    @property
    def name(self) -> str:
        return self.contact.name


def read_names(text: str, roles: Iterable[str] = ()) -> tuple[Named, ...]:
    """Each name once, in the order typed."""
    roles = tuple(roles)
    found = (_read(chunk, roles) for chunk in _chunks(text, roles))
    return tuple({(each.name.casefold(), each.kind): each for each in found if each.name}.values())


def _chunks(text: str, roles: tuple[str, ...]) -> Iterator[str]:
    """One for each person: a comma or an "and" may as well stand in a role."""
    joined = (_joined(chunk) for chunk in BETWEEN.split(text))
    for chunk in BETWEEN.split(";".join(joined)):
        first, *rest = chunk.split(",")
        for part in rest:
            if _is_name(part.strip(), roles):
                yield first
                first = part
            else:
                first = f"{first},{part}"
        yield first


def _joined(chunk: str) -> str:
    """An "and" behind a role joins another name only if that begins like one."""
    before, *rest = AND.split(chunk)
    for part in rest:
        is_name = (
            not part
            or "," not in before
            or part[:1].isupper()
            or find_kind(part)
            or WHOSE.match(part)
        )
        before += f"; {part}" if is_name else f" and {part}"
    return before


def _is_name(part: str, roles: tuple[str, ...]) -> bool:
    """'Bo Li' and 'cousin Al', but neither 'Treasurer' nor 'Jr.'"""
    if part.casefold() in roles or SUFFIX.fullmatch(part):
        return False
    kind = find_kind(part)
    words = part.split()
    if kind and kind.begin == len(part) - len(WHOSE.sub("", part)) and len(part) > kind.end:
        return True
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _read(chunk: str, roles: tuple[str, ...]) -> Named:
    chunk = chunk.strip()
    bare = WHOSE.sub("", chunk)
    found = find_kind(bare)
    if found and found.begin == 0 and bare[found.end :].strip(" ,:"):
        named = re.sub(r"^\s*(?:of\s+)?", "", bare[found.end :].lstrip(" ,:"))
        return Named(read_contact(named, roles), found.kind)
    contact = read_contact(chunk, roles)
    found = find_kind(contact.role) if contact.role else None
    if found and found.begin == 0 and found.end == len(contact.role):
        return Named(ContactLine(contact.name, "", contact.phone, contact.email), found.kind)
    return Named(contact)
