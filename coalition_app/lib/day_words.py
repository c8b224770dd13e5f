"""A small grammar of days as people type them, in U.S. order. Each reading knows its own words.

The rules: a weekday alone is the coming one; "next" with a weekday is that day of the next week
from Monday to Sunday; a month and day without a year is this year's, next year's when that lies
more than six months back, last year's when that is a month ago at most.
"""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
A_MONTH_BACK, SIX_MONTHS_BACK = timedelta(31), timedelta(183)
YEARS_TO_LEAP = 9
WEEK = timedelta(7)

NEAR = {"today": 0, "tod": 0, "now": 0, "tomorrow": 1, "tom": 1, "tmrw": 1, "yesterday": -1}
COUNTS = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
NUMBERS = {"a": 1, "an": 1, "a couple of": 2} | {word: n for n, word in enumerate(COUNTS, 1)}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
SHORT_WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3}
WEEKDAYS = {name.lower(): n for n, name in enumerate(calendar.day_name)}
WEEKDAYS |= {name[:3]: n for name, n in WEEKDAYS.items()} | SHORT_WEEKDAYS
MONTHS = {name.lower(): n for n, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}


class NoSuchDay(ValueError):
    """Written like a day, but no calendar has it."""


def _any_of(words) -> str:
    return "(" + "|".join(sorted(words, key=len, reverse=True)) + ")"


WEEKDAY, MONTH = _any_of(WEEKDAYS), _any_of(MONTHS)
NUMBER = r"(\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
NTH = r"(\d{1,2}(?:st|nd|rd|th))"
WHICH = r"(first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th))"
YEAR = r"(?: (\d{4}|\d{2}))?"
UNIT = r"(days?|d|weeks?|wks?|w|months?|mos?|years?|yrs?)"
# The year of a holiday is chosen like that of a month and a day.
HOLIDAYS: dict[str, Callable[[int], date | None]] = {
    "new year's day": lambda year: date(year, 1, 1),
    "mlk day": lambda year: nth_weekday(year, 1, 3, 0),
    "memorial day": lambda year: nth_weekday(year, 5, -1, 0),
    "may day": lambda year: date(year, 5, 1),
    "juneteenth": lambda year: date(year, 6, 19),
    "labor day": lambda year: nth_weekday(year, 9, 1, 0),
    "election day": lambda year: nth_weekday(year, 11, 1, 0) + timedelta(1),
    "veterans day": lambda year: date(year, 11, 11),
    "thanksgiving": lambda year: nth_weekday(year, 11, 4, 3),
    "christmas": lambda year: date(year, 12, 25),
}


def read_day(words: str, today: date) -> date | None:
    """The day that tidied lower-case words mean; none if they mean none. Raises NoSuchDay."""
    if words in NEAR:
        return today + timedelta(NEAR[words])
    if words in HOLIDAYS:
        return near_year(HOLIDAYS[words], today)
    for pattern, reading in READINGS:
        found = pattern.fullmatch(words)
        if found:
            return _within_reach(reading(found, today))
    return None


def near_year(in_year: Callable[[int], date | None], today: date) -> date:
    """The year of a day that was typed without one. 2/29 goes on to a year that has it."""
    before, now = in_year(today.year - 1), in_year(today.year)
    if before and today - before <= A_MONTH_BACK:
        return before
    if now and today - now <= SIX_MONTHS_BACK:
        return now
    later = (in_year(today.year + step) for step in range(1, YEARS_TO_LEAP))
    return _existing(next(filter(None, later), None))


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    """The nth (from 1; -1 is the last) such weekday of a month; none if it has no fifth."""
    days = calendar.monthrange(year, month)[1]
    if nth < 0:
        last = date(year, month, days)
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    day = 1 + (weekday - first.weekday()) % 7 + (nth - 1) * 7
    return date(year, month, day) if day <= days else None


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one if it has fewer days."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise NoSuchDay
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _existing(day: date | None) -> date:
    if day is None:
        raise NoSuchDay
    return day


def _within_reach(day: date) -> date:
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise NoSuchDay
    return day


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _dated(year: str | None, month: int, day: int, today: date) -> date:
    if year:
        return _existing(_day_or_none(int(year) + (2000 if len(year) == 2 else 0), month, day))
    return near_year(lambda each: _day_or_none(each, month, day), today)


def _iso(found: re.Match, _today: date) -> date:
    return _existing(_day_or_none(int(found[1]), int(found[2]), int(found[3])))


def _american(found: re.Match, today: date) -> date:
    return _dated(found[3], int(found[1]), int(found[2]), today)


def _month_first(found: re.Match, today: date) -> date:
    return _dated(found[3], MONTHS[found[1]], int(found[2]), today)


def _day_first(found: re.Match, today: date) -> date:
    return _dated(found[3], MONTHS[found[2]], int(found[1]), today)


def _coming(found: re.Match, today: date) -> date:
    """'this Friday' may be today, 'Friday' is not."""
    start = today if found[1] else today + timedelta(1)
    return start + timedelta((WEEKDAYS[found[2]] - start.weekday()) % 7)


def _of_next_week(found: re.Match, today: date) -> date:
    return _monday(today) + WEEK + timedelta(WEEKDAYS[found[1]])


def _past(found: re.Match, today: date) -> date:
    return today - timedelta((today.weekday() - WEEKDAYS[found[1]] - 1) % 7 + 1)


def _later(found: re.Match, today: date) -> date:
    return _moved(today, found[1], found[2], 1)


def _ago(found: re.Match, today: date) -> date:
    return _moved(today, found[1], found[2], -1)


def _moved(today: date, number: str, unit: str, sign: int) -> date:
    steps = sign * (NUMBERS.get(number) or int(number))
    if unit[0] in "dw":
        return today + timedelta(steps * (7 if unit[0] == "w" else 1))
    return months_later(today, steps * (12 if unit[0] == "y" else 1))


def _next_period(found: re.Match, today: date) -> date:
    if found[1] == "week":
        return _monday(today) + WEEK
    if found[1] == "month":
        return months_later(today.replace(day=1), 1)
    return date(today.year + 1, 1, 1)


def _end_of_week(found: re.Match, today: date) -> date:
    """Friday is the end of a working week; after it, the coming one."""
    coming = today + timedelta((4 - today.weekday()) % 7)
    return _monday(today) + WEEK + timedelta(4) if found[1] else coming


def _end_of_month(found: re.Match, today: date) -> date:
    first = months_later(today.replace(day=1), 2 if found[1] else 1)
    return first - timedelta(1)


def _end_of_year(_found: re.Match, today: date) -> date:
    return date(today.year, 12, 31)


def _the_nth(found: re.Match, today: date) -> date:
    day = int(found[1][:-2])
    if not 1 <= day <= 31:
        raise NoSuchDay
    months = (months_later(today.replace(day=1), step) for step in range(3))
    days = (_day_or_none(month.year, month.month, day) for month in months)
    return next(each for each in days if each and each >= today)


def _nth_weekday_of_month(found: re.Match, today: date) -> date:
    nth, weekday, month = _nth(found[1]), WEEKDAYS[found[2]], MONTHS[found[3]]
    if found[4]:
        return _existing(nth_weekday(int(found[4]), month, nth, weekday))
    return near_year(lambda year: nth_weekday(year, month, nth, weekday), today)


def _nth_weekday_of_near_month(found: re.Match, today: date) -> date:
    month = months_later(today.replace(day=1), 1 if found[3] == "next" else 0)
    return _existing(nth_weekday(month.year, month.month, _nth(found[1]), WEEKDAYS[found[2]]))


def _coming_nth_weekday(found: re.Match, today: date) -> date:
    months = (months_later(today.replace(day=1), step) for step in range(6))
    days = (
        nth_weekday(each.year, each.month, _nth(found[1]), WEEKDAYS[found[2]]) for each in months
    )
    return next(each for each in days if each and each >= today)


def _nth(word: str) -> int:
    return ORDINALS.get(word) or int(word[0])


def _monday(today: date) -> date:
    return today - timedelta(today.weekday())


READINGS = [
    (re.compile(pattern), reading)
    for pattern, reading in (
        (r"(\d{4})-(\d{1,2})-(\d{1,2})", _iso),
        (r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?", _american),
        (rf"{MONTH} (\d{{1,2}})(?:st|nd|rd|th)?{YEAR}", _month_first),
        (rf"(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {MONTH}{YEAR}", _day_first),
        (rf"(this )?{WEEKDAY}", _coming),
        (rf"next {WEEKDAY}", _of_next_week),
        (rf"last {WEEKDAY}", _past),
        (rf"(?:in )?\+?{NUMBER} ?{UNIT}(?: from (?:now|today))?", _later),
        (rf"{NUMBER} ?{UNIT} ago", _ago),
        (r"next (week|month|year)", _next_period),
        (r"(?:the )?end of (?:the |this )?(next )?week|eow", _end_of_week),
        (r"(?:the )?end of (?:the |this )?(next )?month|eom", _end_of_month),
        (r"(?:the )?end of (?:the |this )?year|eoy", _end_of_year),
        (rf"the {NTH}", _the_nth),
        (rf"(?:the )?{WHICH} {WEEKDAY} (?:of|in) {MONTH}(?: (\d{{4}}))?", _nth_weekday_of_month),
        (
            rf"(?:the )?{WHICH} {WEEKDAY} of (the|this|next) month",
            _nth_weekday_of_near_month,
        ),
        (rf"(?:the )?{WHICH} {WEEKDAY}", _coming_nth_weekday),
    )
]
