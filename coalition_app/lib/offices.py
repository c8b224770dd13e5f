"""Names that stand where a person's is expected: 'Legislative office', 'Executive director'."""

import re

from coalition_app.lib.folding import fold
from coalition_app.lib.names import without_title


def words_of(name: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold(name)))


# No family has these names.
OFFICES = words_of(
    """
    office offices department departments dept division bureau headquarters hq committee
    committees commission secretariat caucus federation association coalition organization
    union local workers lpat
    """
)
# The rest a family may have, so it counts only where no other word stands beside it.
FIELDS = words_of(
    """
    acting action administrative affairs associate board campaign campaigns communications
    community council desk directors district executive field front general government
    international labor legislative membership national officers organizing outreach policy
    political program public region regional relations senior services staff state team vice
    """
)
TITLES = words_of(
    """
    administrator assistant chair chairperson chief coordinator counsel deputy director
    liaison lobbyist manager officer organizer president representative secretary treasurer
    """
)
LINKS = words_of(
    """
    a an and at for in of our the their to with
    """
)
NO_NAMES = FIELDS | TITLES | LINKS
PARTS = re.compile(r"[,;/|(–—]|\s-\s")


def greeted(name: str) -> str:
    """Whom a letter greets by this name: 'Ana Ruiz' of 'Ana Ruiz, Legislative office'; a role as a
    title; "" for an office, which has no name of its own."""
    person = person_in(name)
    if person:
        return without_title(person)
    return "" if _is_office(name) else _as_title(name)


def person_in(name: str) -> str:
    """The name without the office behind it; "" where nobody is named."""
    cut = next((at for at in _ends_of_parts(name) if not _is_person(name[at:])), len(name))
    person = name[:cut].rstrip(" ,;/|(–—-")
    is_cut = cut < len(name)
    return person if _is_person(person) and not (is_cut and " " not in person) else ""


def _ends_of_parts(name: str) -> list[int]:
    return [found.start() for found in PARTS.finditer(name)]


def _is_person(name: str) -> bool:
    words = words_of(name)
    return bool(words) and not _is_office(name) and not words <= NO_NAMES


def _is_office(name: str) -> bool:
    words = words_of(name)
    return bool(words & OFFICES) or (words <= NO_NAMES and not words & TITLES)


def _as_title(name: str) -> str:
    """'Dear Executive Director:'."""
    words = name.split()
    return " ".join(word if word in LINKS else word[:1].upper() + word[1:] for word in words)
