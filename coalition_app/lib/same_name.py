"""Whether two spellings are the name of one person: 'Ana Ruis' and 'Ana Ruiz', 'E. Díaz'."""

from rapidfuzz import fuzz

from coalition_app.lib.folding import fold
from coalition_app.lib.names import without_title

ALIKE = 80  # percent; 'Ana Ruiz' and 'Eva Ruiz' are 75


def is_same_name(first: str, second: str) -> bool:
    """A slip of the pen, a title, or one of the two is an abbreviation of the other."""
    one, other = _words(first), _words(second)
    if fuzz.ratio(" ".join(one), " ".join(other)) >= ALIKE:
        return True
    return bool(one and other) and (_abbreviates(one, other) or _abbreviates(other, one))


def _words(name: str) -> list[str]:
    return fold(without_title(name)).replace(".", " ").replace(",", " ").split()


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Each word begins a word of the other name, in their order."""
    words = iter(long)
    return all(any(word.startswith(part) for word in words) for part in short)
