"""Time zones to choose from, those of the United States first."""

from functools import cache
from zoneinfo import available_timezones

NEAR = (
    ("America/New_York", "Eastern (New York)"),
    ("America/Chicago", "Central (Chicago)"),
    ("America/Denver", "Mountain (Denver)"),
    ("America/Phoenix", "Arizona (Phoenix)"),
    ("America/Los_Angeles", "Pacific (Los Angeles)"),
    ("America/Anchorage", "Alaska (Anchorage)"),
    ("Pacific/Honolulu", "Hawaii (Honolulu)"),
    ("America/Puerto_Rico", "Atlantic (Puerto Rico)"),
    ("Pacific/Guam", "Chamorro (Guam)"),
)
REGIONS = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def choices() -> dict[str, list[tuple[str, str]]]:
    """(name, words) in two groups; every name is known to this machine's zoneinfo."""
    known = available_timezones()
    near = [(name, words) for name, words in NEAR if name in known]
    elsewhere = sorted(name for name in known - set(dict(NEAR)) if name.startswith(REGIONS))
    return {
        "United States": near,
        "Elsewhere": [(name, name.replace("_", " ")) for name in elsewhere],
    }


def worded(name: str) -> str:
    """'Eastern (New York)'."""
    return dict(NEAR).get(name, name.replace("_", " "))
