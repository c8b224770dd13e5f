"""Checks of typed days and moments that forms share: a real hour, a year that is meant."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from wtforms.validators import ValidationError

from coalition_app.web import clock
from coalition_app.web.local import local_shown

YEARS_BACK, YEARS_AHEAD = 30, 10


class Plausible:
    """Refuses a slip of the year, and an hour that the clocks skip in spring."""

    def __call__(self, form, field) -> None:
        if field.data is None:
            return
        self._check_year(field.data)
        if isinstance(field.data, datetime):
            check_clock(field.data)

    def _check_year(self, typed: date) -> None:
        check_year(typed)


class NotAhead(Plausible):
    """For the day of an act that is on record: it cannot lie ahead."""

    def __init__(self, years_back: int = YEARS_BACK):
        self.years_back = years_back

    def _check_year(self, typed: date) -> None:
        check_year(typed, self.years_back)
        if typed > clock.today():
            raise ValidationError("This day is still to come. Type the day on which it happened.")


def check_moment(moment: datetime) -> None:
    """Raises ValidationError for what `Plausible` refuses."""
    check_year(moment)
    check_clock(moment)


def check_year(typed: date, years_back: int = YEARS_BACK) -> None:
    this_year = clock.today().year
    if not this_year - years_back <= typed.year <= this_year + YEARS_AHEAD:
        raise ValidationError(
            f"Look at the year once more: {typed.year} is too far from now to be meant."
        )


def check_clock(moment: datetime) -> None:
    if not is_on_the_clock(moment):
        raise ValidationError(
            "The clocks go forward that night: there is no such hour. Type an hour later."
        )


def is_on_the_clock(moment: datetime) -> bool:
    """Whether the local's wall clock ever shows this moment."""
    zone = ZoneInfo(local_shown().time_zone)
    there = moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    return there.replace(tzinfo=None) == moment
