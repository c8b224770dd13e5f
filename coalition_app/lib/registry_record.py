"""What the readers of public registries have in common: one organization, and what was wrong."""

from typing import NamedTuple

IRS, OLMS = "irs", "olms"


class WrongFile(Exception):
    """Not what it should be: the line, what stands there, what was expected."""

    def __init__(self, line: int, found: str, expected: str):
        super().__init__(f"Line {line:,}: {found}. Expected {expected}.")
        self.line, self.found, self.expected = line, found, expected


class Record(NamedTuple):
    """One organization, in readable words. `also` is only searched, never shown.

    `number`: the EIN or the file number. `part`: of what it is a part (a state, a year); a newer
    file of that part takes its place. `income`: code 0-9 of the IRS. `filed`: when it was
    received, where the latest counts.
    """

    source: str
    number: int
    part: str
    name: str
    chapter: str
    contact: str
    street: str
    city: str
    state: str
    postal_code: str
    kind: str
    field: str
    scope: str
    tax_status: str
    since: int | None
    money: str
    income: int
    members: int | None
    has_ended: bool
    parent: str
    parent_name: str
    union: str
    local_number: int | None
    filed: str
    also: str
