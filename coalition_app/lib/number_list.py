"""Numbers of a list as one types them: '34-36, 40'."""

import re

RANGE = re.compile(r"(\d{1,9})(?:\s*[-–—]\s*(\d{1,9}))?$")
LIKE = "Type numbers of the list, like 34-36, 40."


def numbers(text: str, highest: int) -> set[int]:
    """All that are meant; ValueError, in words, for what is no number from 1 to `highest`."""
    meant: set[int] = set()
    for part in filter(None, (each.strip() for each in re.split(r"[,;]|\band\b", text))):
        found = RANGE.match(part)
        if not found:
            raise ValueError(LIKE)
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= highest:
            raise ValueError(f"“{part}” is not in the list: it goes from 1 to {highest:,}.")
        meant.update(range(first, last + 1))
    return meant
