"""The sample local's Saturday, and days counted from it."""

from datetime import date, datetime, timedelta

PASSWORD = "lamps along the harbor"
NOW = datetime(2026, 3, 14, 10)
TODAY = NOW.date()


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(days: int, hour: int, minute: int = 0) -> datetime:
    """So many days from today, at an hour of the wall clock."""
    return datetime.combine(TODAY + timedelta(days=days), datetime.min.time()).replace(
        hour=hour, minute=minute
    )
