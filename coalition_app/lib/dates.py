"""Days and times as people here type and read them."""

import calendar
import re
from datetime import date, datetime, time, timedelta

from coalition_app.lib.wording import clock_time

MONTHS = [name.lower() for name in calendar.month_name if name]
WEEKDAYS = [name.lower() for name in calendar.day_name]
TIME = re.compile(
    r"(?:^|[\sT,])(?:at\s+)?(\d{1,2})(?::(\d{2})(?::\d{2})?)?\s*([ap])?\.?(m)?\.?$", re.I
)
ASK_DAY = 'Type a date like 3/19/2026, 2026-03-19, "March 19" or "Thursday".'
ASK_TIME = 'Type a time like "5:30 pm" or 17:30.'
ASK_MOMENT = 'Type a date and a time, like "3/19/2026 5:30 pm".'


def parse_day(text: str, today: date) -> date:
    """The day meant by `text`; without a year the nearest one. ValueError says what to type."""
    words = " ".join(text.lower().replace(",", " ").replace(".", " ").split())
    for read in (_named, _iso, _american, _with_month):
        day = read(words, today)
        if day:
            return day
    raise ValueError(ASK_DAY)


def _named(words: str, today: date) -> date | None:
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if words in near:
        return today + timedelta(near[words])
    for number, weekday in enumerate(WEEKDAYS):
        if len(words) >= 3 and weekday.startswith(words):
            return today + timedelta((number - today.weekday()) % 7)
    return None


def _iso(words: str, today: date) -> date | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words)
    return _day(*map(int, found.groups())) if found else None


def _american(words: str, today: date) -> date | None:
    found = re.fullmatch(r"(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?", words)
    return _day_of_some_year(found[3], int(found[1]), int(found[2]), today) if found else None


def _with_month(words: str, today: date) -> date | None:
    found = re.fullmatch(r"([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?", words)
    if not found:
        return None
    months = [n for n, month in enumerate(MONTHS, 1) if month.startswith(found[1])]
    months = months or ([9] if found[1] == "sept" else [])
    return _day_of_some_year(found[3], months[0], int(found[2]), today) if months else None


def _day_of_some_year(year: str | None, month: int, day: int, today: date) -> date:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    near = [_day_or_none(today.year + step, month, day) for step in (-1, 0, 1)]
    known = [found for found in near if found]
    if not known:
        return _day(today.year, month, day)
    return min(known, key=lambda found: abs(found - today))


def _day(year: int, month: int, day: int) -> date:
    found = _day_or_none(year, month, day)
    if not found or not 1900 <= found.year <= 2199:
        raise ValueError("There is no such day. " + ASK_DAY)
    return found


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_time(text: str) -> time:
    """'5:30 pm', '5pm', '17:30', 'noon'. A bare hour from 1 to 7 means the afternoon."""
    if text.strip().lower() == "noon":
        return time(12)
    found = TIME.search(" " + text.strip())
    if not found or found.start() != 0:
        raise ValueError(ASK_TIME)
    return _time(found)


def _time(found: re.Match) -> time:
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12) or (found[4] and not half):
        raise ValueError(ASK_TIME)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif len(found[1]) == 1 and 1 <= hour <= 7:
        hour += 12
    return time(hour, minute)


def parse_moment(text: str, today: date) -> datetime:
    """A day and a time in one line; ISO's T between them is understood."""
    text = re.sub(r"\bnoon\b", "12:00", text.strip(), flags=re.I)
    found = TIME.search(text)
    if not found or not text[: found.start()].strip():
        raise ValueError(ASK_MOMENT)
    return datetime.combine(parse_day(text[: found.start()], today), _time(found))


def show_day(day: date) -> str:
    """As a field holds it: 3/19/2026."""
    return f"{day.month}/{day.day}/{day.year}"


def show_moment(moment: datetime) -> str:
    """As a field holds it: 3/19/2026 5:30 pm."""
    return f"{show_day(moment)} {clock_time(moment)}"
