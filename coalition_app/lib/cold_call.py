"""The guide's sample script for a cold call (step 4), with its blanks filled."""

BLANK = "______"  # on paper, where the caller writes a name in


def cold_call_script(caller: str, local: str, mission: str) -> str:
    """What to say: `local` as in 'CWA Local 555', `mission` as the organization words it."""
    return (
        f"Hello, my name is {caller or BLANK} from {local}. My union is interested in exploring "
        "ways we might work together for justice in our communities and I'm wondering if you'd "
        "like to sit down for coffee because I'm very curious about your organization"
        f"{_and_its_mission(mission.strip().rstrip('.'))}."
    )


def _and_its_mission(mission: str) -> str:
    if not mission:
        return ""
    if mission.casefold().startswith("to "):
        return f" and its mission {mission[0].lower()}{mission[1:]}"
    return f" and its mission: {mission}"
