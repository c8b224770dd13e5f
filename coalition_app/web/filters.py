"""Words that templates make of values."""

from datetime import date, datetime, time

from flask import Flask

from coalition_app.lib import dates, wording
from coalition_app.web import clock


def init_app(app: Flask) -> None:
    for made in (day, weekday, long_day, clock_time, moment, ago, wording.plural, phone):
        app.add_template_filter(made)
    app.add_template_global(clock.today, "today")
    app.add_template_global(clock.now, "now")


def day(value: date | None) -> str:
    """Mar 19; with its year when that is not this one."""
    return wording.day(value, clock.today()) if value else ""


def weekday(value: date | None) -> str:
    """Thu, Mar 19"""
    return f"{value:%a}, {day(value)}" if value else ""


def long_day(value: date | None) -> str:
    """Thursday, March 19; with its year when that is not this one."""
    if value is None:
        return ""
    year = "" if value.year == clock.today().year else f", {value.year}"
    return wording.long_day(value) + year


def clock_time(value: datetime | time | None) -> str:
    """5:30 pm"""
    return wording.clock_time(value) if value else ""


def moment(value: datetime | None) -> str:
    """Thu, Mar 19, 5:30 pm"""
    return f"{weekday(value)}, {clock_time(value)}" if value else ""


def ago(value: date | None) -> str:
    """today, yesterday, 5 days ago, in 3 days, tomorrow; from 60 days on, the day itself."""
    if value is None:
        return "never"
    of_day = value.date() if isinstance(value, datetime) else value
    days = (clock.today() - of_day).days
    near = {0: "today", 1: "yesterday", -1: "tomorrow"}
    if days in near:
        return near[days]
    if abs(days) >= 60:
        return day(of_day)
    return f"{days} days ago" if days > 0 else f"in {-days} days"


def phone(value: str | None) -> str:
    """203 555 0142; what is not ten digits stays as typed."""
    typed = value or ""
    digits = "".join(letter for letter in typed if letter.isdigit())
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    is_plain = len(digits) == 10 and all(letter in "0123456789+-.() /" for letter in typed)
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}" if is_plain else typed


def plain(value) -> str:
    """Any stored value as a field would hold it."""
    if isinstance(value, datetime):
        return dates.show_moment(value)
    return dates.show_day(value) if isinstance(value, date) else str(value)
