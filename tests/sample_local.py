"""The program's sample local as it is on the tests' Saturday."""

from datetime import date, datetime, time, timedelta

from coalition_app import sample
from coalition_app.models import Account

PASSWORD = sample.PASSWORD
NOW = datetime(2026, 3, 14, 10)
TODAY = NOW.date()


def fill() -> Account:
    """The account of its organizer, who is its administrator too."""
    return sample.fill(TODAY)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def at(days: int, hour: int) -> datetime:
    """So many days from today, at an hour of the wall clock."""
    return datetime.combine(TODAY + timedelta(days=days), time(hour))
