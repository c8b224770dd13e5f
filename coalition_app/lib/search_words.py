"""The words by which a record is found, and what a typed search asks of them.

A word is found by its beginning. Phone numbers, emails and hosts are also found by any part: each
ending of them stands as a word of its own, with a sign before it that nobody's word begins with.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from coalition_app.lib.folding import fold

LONGEST = 64
MOST_TYPED = 16
PART, WHOLE, MARK = "~", "=", "#"
LEAST_PART, LEAST_PART_OF_LETTERS = 3, 4
_SIGNS = "@.-_+"  # of an email or a host
_PLAIN_WORDS = re.compile("[a-z0-9]+")
_NO_ADDRESS = re.compile(r"[^a-z0-9@.\-_+]+")
_LETTERS = re.compile("[a-z]+")
_WHERE = re.compile(r"^\w+://(www\.)?")

# One typed word: ways to mean it; of each way all parts must be there.
Choice = list[list[str]]


@lru_cache(4096)
def words(text: str) -> tuple[str, ...]:
    """Letters and digits only, folded; "O'Brien" is o, brien and obrien."""
    found = []
    for chunk in fold(text).split():
        parts = _divided(chunk)
        found += parts if len(parts) < 2 else [*parts, "".join(parts)[:LONGEST]]
    return tuple(found)


def of_names(*names: str) -> str:
    """The words of names, and each name as a whole, found by its beginning."""
    given = [name for name in names if name]
    return _joined([*(word for name in given for word in words(name)), *map(whole, given)])


def of_texts(*texts: str | None) -> str:
    return _joined(word for text in texts if text for word in words(text))


def of_reach(*values: str) -> str:
    """Phones, emails and web addresses, to be found by any part."""
    return _joined(word for value in values if value for word in _reaching(value))


def whole(text: str) -> str:
    """The sign of a whole name: 'Élan Vital' is '=elanvital'."""
    return WHOLE + "".join(_divided(fold(text)))[: LONGEST - 1]


def mark(word: str) -> str:
    return MARK + word


def choices(typed: str) -> list[Choice]:
    """What must be found, each as the beginning of a word; empty where nothing can be."""
    return [choice for chunk in fold(typed).split()[:MOST_TYPED] if (choice := _meant(chunk))]


def _meant(chunk: str) -> Choice:
    parts = _divided(chunk)
    if not parts:
        return []
    ways = [parts]
    if len(parts) > 1:
        ways.append(["".join(parts)[:LONGEST]])
    ways += [[PART + part] for part in dict.fromkeys((_address(chunk), "".join(parts))) if part]
    return [way for way in ways if _is_long_enough(way)]


def _is_long_enough(way: list[str]) -> bool:
    """Three letters of an email's middle would find half of all people."""
    part = way[0]
    if not part.startswith(PART):
        return True
    least = LEAST_PART_OF_LETTERS if part[1:].isalpha() else LEAST_PART
    return len(part) > least


def _divided(text: str) -> list[str]:
    if text.isascii():
        found = _PLAIN_WORDS.findall(text)
    else:
        found = "".join(letter if _is_of_a_word(letter) else " " for letter in text).split()
    return [word[:LONGEST] for word in found]


def _is_of_a_word(letter: str) -> bool:
    """Letters, marks (vowel signs of Hindi) and numbers."""
    return unicodedata.category(letter)[0] in "LMN"


def _reaching(value: str) -> Iterator[str]:
    folded = fold(value)
    if "@" in folded or not any(letter.isdigit() for letter in folded) or "/" in folded:
        yield from words(value)
        yield from _endings(_address(_WHERE.sub("", folded)))
    else:
        for number in _LETTERS.split(folded):
            yield from _dialed("".join(_divided(number)))


def _dialed(digits: str) -> Iterator[str]:
    """With and without the country's code, wherever one begins."""
    if len(digits) == 11 and digits[0] == "1":
        digits = digits[1:]
    yield digits
    if len(digits) == 10:
        yield "1" + digits
    for start in range(len(digits) - LEAST_PART + 1):
        yield PART + digits[start:]


def _endings(address: str) -> Iterator[str]:
    """But none within '.org': it would find everybody who has one."""
    domain = max(address.rfind("."), 0) or len(address)
    for start in range(min(domain, len(address) - LEAST_PART + 1)):
        yield PART + address[start:]


def _address(chunk: str) -> str:
    """As far as it may be part of an email or of a host."""
    if chunk.isascii():
        return _NO_ADDRESS.sub("", chunk)[: LONGEST - 1]
    kept = "".join(each for each in chunk if each in _SIGNS or _is_of_a_word(each))
    return kept[: LONGEST - 1]


def _joined(found: Iterable[str]) -> str:
    """Each once: how often and where does not matter."""
    return " ".join(dict.fromkeys(word for word in found if word))
