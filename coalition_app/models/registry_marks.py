"""Words that nobody types, by which the search index of a registry knows kind, place and size.

A filter asks the index for such a word beside those that were typed: it never walks the rows.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from coalition_app.lib.registry_record import Record
from coalition_app.storage.full_text import BEGINNING, Groups, asked, searchable

UNTYPED = "\ue000" * 3  # of the private use area: on no keyboard, and no word has it
MEMBERS = (100, 500, 1000, 5000)
INCOMES = (3, 4, 5, 6)  # codes of the IRS: over $25,000, $100,000, $500,000, $1 million
REGION, ZIP = 3, 5  # digits of a ZIP that one region shares; beyond these, only routes differ


@lru_cache(maxsize=50_000)
def mark(name: str, value: str | int = "") -> str:
    """One word of letters and digits: ('field', 'civil rights') → 'fieldcivilrights'."""
    return f"{UNTYPED}{name}{searchable(str(value)).replace(' ', '')}"


def beginning_of_city(name: str) -> str:
    return mark("city", name) + BEGINNING


def asked_for(typed: str, marks: Iterable[Sequence[str]] = ()) -> Groups:
    """What was typed, where a number may be the beginning of a ZIP: those stand as marks only."""
    groups = asked(typed)
    for group in groups:
        number = group[0].removesuffix(BEGINNING)
        if number.isdecimal() and len(number) <= ZIP:
            group.append(mark("zip", number))
    return [*groups, *map(list, marks)]


def marks_of(record: Record, partner: str) -> str:
    marks = [
        mark("kind", record.kind),
        mark("field", record.field),
        mark("state", record.state),
        *(mark("zip", record.postal_code[:digits]) for digits in range(1, ZIP + 1)),
        mark("city", record.city),
    ]
    if record.parent:
        marks.append(mark("parent", record.parent))
    if partner:
        marks.append(mark("partner"))
    marks += [mark("members", least) for least in MEMBERS if (record.members or 0) >= least]
    marks += [mark("income", least) for least in INCOMES if record.income >= least]
    return " ".join(marks)
