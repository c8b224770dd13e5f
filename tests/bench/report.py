"""One row of the bench: a figure, and the bound that the issue sets for it."""

from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import NamedTuple


class Row(NamedTuple):
    """`limit` is a bound on a ratio or a count; for seconds it is only this machine's anchor."""

    what: str
    measured: float
    unit: str
    limit: float

    @property
    def is_within(self) -> bool:
        return self.measured <= self.limit


def milliseconds(act: Callable[[], object], times: int = 30) -> float:
    """The median of so many runs, after two to warm up."""
    act()
    act()
    return median(_timed(act) for _ in range(times)) * 1000


def _timed(act: Callable[[], object]) -> float:
    start = perf_counter()
    act()
    return perf_counter() - start


def table(rows: list[Row]) -> str:
    lines = ["| what | measured | bound | |", "|---|---:|---:|---|"]
    for row in rows:
        mark = "" if row.is_within else "over"
        lines.append(
            f"| {row.what} | {row.measured:,.2f} {row.unit} | {row.limit:g} {row.unit} | {mark} |"
        )
    return "\n".join(lines)
