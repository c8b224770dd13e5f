"""Today and now as the local's wall clock shows them. Tests freeze it by the setting CLOCK."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from flask import current_app

from coalition_app.web.local import local_shown


def now() -> datetime:
    """Naive, to the second, in the local's zone."""
    moment = current_app.config["CLOCK"]().astimezone(ZoneInfo(local_shown().time_zone))
    return moment.replace(tzinfo=None, microsecond=0)


def today() -> date:
    return now().date()


def at(timestamp: float) -> datetime:
    """When a file was written (seconds since 1970), as the local's wall clock showed it."""
    moment = datetime.fromtimestamp(timestamp, ZoneInfo(local_shown().time_zone))
    return moment.replace(tzinfo=None, microsecond=0)
