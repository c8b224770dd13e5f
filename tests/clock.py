"""A clock that stands still until a test moves it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/New_York")
SATURDAY_MORNING = datetime(2026, 3, 14, 10, 0)


class FrozenClock:
    """Set and read as the clock on the local's wall; called, it gives the moment in UTC."""

    def __init__(self):
        self.now = SATURDAY_MORNING

    def __call__(self) -> datetime:
        return self.now.replace(tzinfo=ZONE).astimezone(UTC)

    @property
    def today(self) -> date:
        return self.now.date()

    def move_to(self, wall_clock: str | datetime) -> None:
        """'2026-03-19 17:30', or a day, which then begins."""
        self.now = (
            wall_clock if isinstance(wall_clock, datetime) else datetime.fromisoformat(wall_clock)
        )

    def forward(self, **distance: float) -> None:
        """As timedelta: `clock.forward(days=2)`."""
        self.now += timedelta(**distance)
