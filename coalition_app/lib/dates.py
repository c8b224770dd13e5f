"""Days and times as people here type and read them."""

import re
from datetime import date, datetime, time, timedelta

from coalition_app.lib.day_words import NUMBER, NUMBERS, read_day
from coalition_app.lib.wording import clock_time

ASK_DAY = 'Type a date like 3/19/2026, 2026-03-19, "March 19", "Thursday" or "in 2 weeks".'
ASK_TIME = 'Type a time like "5:30 pm" or 17:30.'
ASK_END = 'Type when it ends, like "7 pm" or "90 minutes".'
ASK_MOMENT = 'Type a date and a time, like "3/19/2026 5:30 pm" or "thu 5:30pm".'
NO_SUCH_DAY = "There is no such day. "

HALF_DAY = re.compile(r"(?<=[\d\s])([ap])\.? ?m\b\.?")
HOURS = re.compile(rf"in {NUMBER} ?(hours?|hrs?|h|minutes?|mins?)")
NAMED_TIMES = {"noon": 12, "midnight": 0}
PARTS_OF_DAY = {"morning": 9, "afternoon": 14, "evening": 18, "night": 19}
NAMED, PART = "|".join(NAMED_TIMES), "|".join(PARTS_OF_DAY)
CLOCK = r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})(?::\d{2})?)? ?(?:(?P<half>[ap])m?)?(?: o'?clock)?"
# "5:30pm", "at noon", "evening", "evening at 8", "8 in the evening": each part may be missing.
TIME = (
    rf"(?:in the )?(?:(?P<part>{PART})\b ?)?(?:(?:at |@ ?)?(?:(?P<named>{NAMED})|{CLOCK}))?"
    rf"(?: in the (?P<later>{PART}))?"
)
TIME_LAST = re.compile(rf"(?P<rest>.*?)(?:^|\s|(?<=\d)t(?=\d)){TIME}")
TIME_FIRST = re.compile(rf"{TIME} (?:on )?(?P<rest>\D.*|\d+[/-].*)")


def parse_day(text: str, today: date) -> date:
    """The day meant by `text`; without a year the nearest one. ValueError says what to type."""
    day = _day(_tidy(text), today)
    if day is None:
        raise ValueError(ASK_DAY)
    return day


def parse_moment(text: str, now: datetime) -> datetime:
    """A day and a time in one line, as seen from `now`. ValueError says what to type.

    A bare hour from 1 to 7 is in the afternoon; morning is 9, afternoon 14, evening 18, night 19.
    """
    understood = _understood(text, now)
    if not isinstance(understood, datetime):
        raise ValueError(ASK_MOMENT)
    return understood


def parse_end(text: str, start: datetime) -> datetime:
    """'7', '7:30pm' on the day of `start`, or '90 minutes'. ValueError says what is wrong."""
    words = _tidy(text)
    end = _from_now(words, start) or _from_now(f"in {words}", start)
    end = end or _understood(f"today {words}", start)
    if not isinstance(end, datetime):
        raise ValueError(ASK_END)
    if end <= start:
        raise ValueError(f"It would end before it begins. {ASK_END}")
    return end


def understand(text: str, now: datetime) -> date | datetime:
    """The day, or the moment where a time was typed as well. ValueError says what to type."""
    understood = _understood(text, now)
    if understood is None:
        raise ValueError(ASK_DAY)
    return understood


def _understood(text: str, now: datetime) -> date | datetime | None:
    words = _tidy(text)
    day = _day(words, now.date())
    return day or _from_now(words, now) or _with_time(words, now.date())


def _tidy(text: str) -> str:
    """'Mar. 19, 2026, 5:30 P.M.' → 'mar 19 2026 5:30 pm'."""
    words = HALF_DAY.sub(r"\1m", text.lower().replace("’", "'"))
    return " ".join(words.replace(",", " ").replace(".", " ").split())


def _day(words: str, today: date) -> date | None:
    try:
        return read_day(words, today)
    except (ValueError, OverflowError):
        raise ValueError(NO_SUCH_DAY + ASK_DAY) from None


def _from_now(words: str, now: datetime) -> datetime | None:
    found = HOURS.fullmatch(words)
    if not found:
        return None
    number = NUMBERS.get(found[1]) or int(found[1])
    return now + (timedelta(hours=number) if found[2][0] == "h" else timedelta(minutes=number))


def _with_time(words: str, today: date) -> datetime | None:
    """The words without their time must be a day; no words at all are today."""
    words = words.replace("tonight", "today night").replace("this morning", "today morning")
    for pattern in (TIME_LAST, TIME_FIRST):
        found = pattern.fullmatch(words)
        at = _time_of(found) if found else None
        day = _day(found["rest"], today) if found and found["rest"] else today
        if at is not None and day is not None:
            return datetime.combine(day, at)
    return None


def _time_of(found: re.Match) -> time | None:
    """None where there is no time, or only a bare number, which may be anything."""
    part = found["part"] or found["later"]
    if found["named"]:
        return time(NAMED_TIMES[found["named"]])
    if not found["hour"]:
        return time(PARTS_OF_DAY[part]) if part else None
    if not (found["rest"] or found["minute"] or found["half"] or part):
        return None
    half = found["half"] or ("" if not part else "a" if part == "morning" else "p")
    return _time(int(found["hour"]), int(found["minute"] or 0), half, found["hour"])


def _time(hour: int, minute: int, half: str, typed: str) -> time:
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        raise ValueError(ASK_TIME)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif len(typed) == 1 and 1 <= hour <= 7:
        hour += 12
    return time(hour, minute)


def show_day(day: date) -> str:
    """As a field holds it: 3/19/2026."""
    return f"{day.month}/{day.day}/{day.year}"


def show_moment(moment: datetime) -> str:
    """As a field holds it: 3/19/2026 5:30 pm."""
    return f"{show_day(moment)} {clock_time(moment)}"
