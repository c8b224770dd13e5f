"""How days, times and counts are worded on screen and paper."""

from datetime import date, datetime, time
from functools import lru_cache


@lru_cache(maxsize=4096)
def day(value: date, today: date) -> str:
    """'Mar 19', with the year when it is not this year's."""
    short = f"{value:%b} {value.day}"
    return short if value.year == today.year else f"{short}, {value.year}"


def near_day(value: date, today: date) -> str:
    """'today', 'tomorrow', 'Thu' within the coming week, else as `day`."""
    distance = (value - today).days
    if distance in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[distance + 1]
    return f"{value:%a}" if 1 < distance < 7 else day(value, today)


def long_day(value: date) -> str:
    """'Thursday, March 19'."""
    return f"{value:%A, %B} {value.day}"


def full_day(value: date) -> str:
    """'March 19, 2026', as a letter is dated."""
    return f"{value:%B} {value.day}, {value.year}"


def clock_time(value: datetime | time) -> str:
    """'5:30 pm'; noon is '12:00 pm', so that columns line up."""
    return f"{value.hour % 12 or 12}:{value:%M} {'am' if value.hour < 12 else 'pm'}"


def moment(value: datetime) -> str:
    """'Thursday, March 19, 5:30 pm'."""
    return f"{long_day(value)}, {clock_time(value)}"


def plural(count: int, word: str, words: str | None = None) -> str:
    """'1 meeting', '3 meetings'; an irregular plural is given."""
    return f"{count:,} {word if count == 1 else words or word + 's'}"


def shortened(text: str, longest: int) -> str:
    """At most so many characters, on one line; cut between words, where there are any."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    last = text.rfind(" ", 0, longest - 1)
    return f"{text[: last if last > longest / 2 else longest - 2]} …"


def listing(items: list[str] | tuple[str, ...]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    *first, last = items or ("",)
    return f"{', '.join(first)} and {last}" if first else last
