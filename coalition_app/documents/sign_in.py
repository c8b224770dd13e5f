"""The sign-in sheet of a meeting: rows that a pen has room in (reference: 0.4 in and more)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from coalition_app.documents.sheet import Sheet, file_name
from coalition_app.lib.wording import clock_time, full_day, long_day
from coalition_app.models import Local, Meeting

ROWS = 14  # on a page
FEWEST_BLANK = 4  # for those whom nobody expected


@dataclass(frozen=True)
class Row:
    """`name` and `organization` stand there for who is expected; nothing else of them does:
    everybody reads this sheet."""

    number: str
    name: str = ""
    organization: str = ""


@dataclass(frozen=True)
class SignInSheet(Sheet):
    template: ClassVar[str] = "documents/sign_in.html"

    file_name: str
    local: str
    meeting: str
    when: str
    where: str
    footer: str
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, meeting: Meeting, today: date, *, with_expected: bool = False) -> "SignInSheet":
        local, on = Local.current(), meeting.starts_at.date()
        return cls(
            file_name=file_name("Sign-in sheet", meeting.title, on),
            local=local.full_name,
            meeting=meeting.title,
            when=f"{long_day(on)}, {clock_time(meeting.starts_at)}",
            where=meeting.place,
            footer=f"{local.short_name} · {full_day(today)}",
            rows=filled_up(_expected(meeting, local) if with_expected else []),
        )


def filled_up(people: list[tuple[str, str]]) -> tuple[Row, ...]:
    """Whole pages of rows: first the people, in their order, then blank ones."""
    count = -(-(len(people) + (FEWEST_BLANK if people else 1)) // ROWS) * ROWS
    blank = [("", "")] * (count - len(people))
    numbered = enumerate([*people, *blank], 1)
    return tuple(Row(str(number), *person) for number, person in numbered)


def _expected(meeting: Meeting, local: Local) -> list[tuple[str, str]]:
    """By family name, so that each finds their row."""
    found = [
        (each.person, each.organization.full_name if each.organization else local.short_name)
        for each in meeting.attendances
    ]
    found.sort(key=lambda pair: pair[0].sort_name)
    return [(person.name, organization) for person, organization in found]
