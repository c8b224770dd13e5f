"""A person typed in one line: "Ana Ruiz, president, Harbor Tenants Union, 203 555 0142"."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coalition_app.lib.contact_line import read_contact
from coalition_app.lib.folding import fold

OURS = ("ours", "our member", "our own member", "one of ours", "member of ours")
ACTIVIST = ("activist", "our activist")


@dataclass(frozen=True)
class PersonLine:
    """What was understood; the name is empty when there was none."""

    name: str
    role: str = ""
    organization: str = ""
    phone: str = ""
    email: str = ""
    is_ours: bool = False
    is_activist: bool = False


def read_person(
    text: str, roles: Iterable[str], is_known: Callable[[str], bool] = lambda name: False
) -> PersonLine:
    """Name first, the rest in any order; `is_known` says which part is an organization here.

    Of two parts that nobody knows the first is the role; a single one is the organization.
    """
    contact = read_contact(text, roles)
    parts = [part for part in contact.role.split(", ") if part]
    ours = {fold(part) for part in parts} & {*OURS, *ACTIVIST}
    parts = [part for part in parts if fold(part) not in ours]
    role, organization = _shared_out(parts, set(roles), is_known)
    return PersonLine(
        contact.name,
        role,
        organization,
        contact.phone,
        contact.email,
        is_ours=bool(ours),
        is_activist=bool(ours.intersection(ACTIVIST)),
    )


def _shared_out(
    parts: list[str], roles: set[str], is_known: Callable[[str], bool]
) -> tuple[str, str]:
    """(role, organization); a chapter after its organization's name stays with it."""
    for first in range(len(parts)):
        for last in range(len(parts), first, -1):
            name = ", ".join(parts[first:last])
            if is_known(name):
                return ", ".join(parts[:first] + parts[last:]), name
    said = [part for part in parts if fold(part) in roles]
    rest = [part for part in parts if fold(part) not in roles]
    if not said and len(rest) > 1:
        said, rest = rest[:1], rest[1:]
    return ", ".join(said), ", ".join(rest)
