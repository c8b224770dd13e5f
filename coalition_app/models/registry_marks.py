"""Words that nobody types, by which the search index of a registry knows kind, place and size.

A filter asks the index for such a word beside those that were typed: it never walks the rows.
"""

from coalition_app.lib.folding import fold
from coalition_app.lib.registry_record import Record

UNTYPED = "\ue000"  # of the private use area: part of a word for the index, on no keyboard
MEMBERS = (100, 500, 1000, 5000)
INCOMES = (3, 4, 5, 6)  # codes of the IRS: over $25,000, $100,000, $500,000, $1 million


def mark(name: str, value: str | int = "") -> str:
    """One word of letters and digits: ('field', 'civil rights') → 'fieldcivilrights'."""
    squeezed = "".join(letter for letter in fold(str(value)) if letter.isalnum())
    return f"{UNTYPED}{name}{squeezed}"


def whole(name: str, value: str | int) -> str:
    """A mark that is no beginning of another one: 'fieldarts' is none of 'fieldartsandmore'."""
    return mark(name, value) + UNTYPED


def marks_of(record: Record, partner: str) -> str:
    marks = [
        whole("kind", record.kind),
        whole("field", record.field),
        whole("state", record.state),
        whole("source", record.source),
        mark("zip", record.postal_code),
        mark("city", record.city),
    ]
    if record.parent:
        marks.append(whole("parent", record.parent))
    if partner:
        marks.append(whole("partner", ""))
    marks += [whole("members", least) for least in MEMBERS if (record.members or 0) >= least]
    marks += [whole("income", least) for least in INCOMES if record.income >= least]
    return " ".join(marks)
