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
    what = _marks_of_what(record.kind, record.field, record.members or 0, record.income)
    where = _marks_of_place(record.state, record.postal_code[:ZIP], record.city)
    parent = f" {mark('parent', record.parent)}" if record.parent else ""
    return f"{what} {where}{parent} {mark('partner')}" if partner else f"{what} {where}{parent}"


@lru_cache(maxsize=5_000)
def _marks_of_what(kind: str, field: str, members: int, income: int) -> str:
    marks = [mark("kind", kind), mark("field", field)]
    marks += [mark("members", least) for least in MEMBERS if members >= least]
    marks += [mark("income", least) for least in INCOMES if income >= least]
    return " ".join(marks)


@lru_cache(maxsize=20_000)
def _marks_of_place(state: str, postal_code: str, city: str) -> str:
    marks = [mark("zip", postal_code[:digits]) for digits in range(1, ZIP + 1)]
    return " ".join([mark("state", state), *marks, mark("city", city)])
