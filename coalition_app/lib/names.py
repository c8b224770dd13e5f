"""Names of people as they are typed."""

from coalition_app.lib.folding import fold

_TITLES = {
    "dr",
    "rev",
    "reverend",
    "fr",
    "father",
    "sister",
    "rabbi",
    "imam",
    "pastor",
    "mr",
    "mrs",
}
_TITLES |= {"ms", "mx", "hon", "prof", "sr", "br"}
_SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"}


def sort_name(name: str) -> str:
    """'Rev. Marcus Hill Jr.' sorts as 'hill, marcus'; a single name as itself."""
    words = name.casefold().replace(",", " ").split()
    while len(words) > 1 and words[0].rstrip(".") in _TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1].rstrip(".") in _SUFFIXES:
        words.pop()
    return f"{words[-1]}, {' '.join(words[:-1])}" if len(words) > 1 else " ".join(words)


def without_title(name: str) -> str:
    """'Rev. Marcus Hill' without its title, for a first name or initials."""
    words = name.split()
    while len(words) > 1 and words[0].casefold().rstrip(".") in _TITLES:
        words.pop(0)
    return " ".join(words)


def as_called(name: str, preferred: str) -> str:
    """'Elena Díaz (Ellie)', for those who will meet them."""
    is_other = preferred and fold(preferred) not in fold(name)
    return f"{name} ({preferred})" if is_other else name


def split_names(typed: str) -> list[str]:
    """'Elena Díaz, Marcus Hill and Ana' as three names, each once."""
    parts = typed.replace(";", ",").replace(" and ", ",").split(",")
    return list(dict.fromkeys(name.strip() for name in parts if name.strip()))


def full_name(name: str, chapter: str) -> str:
    """An organization with its chapter line: 'NAACP, Ash Hill Branch'."""
    return f"{name}, {chapter}" if chapter else name
