"""How likely two cards mean the same: names compared word by word, and what else agrees.

Scores go from 0 to 100. The words of a name count as people hear and shorten them; a local's
number has to agree, and so do the words that tell chapters apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from coalition_app.lib.folding import fold
from coalition_app.lib.likeness_words import ALIASES, GENERIC, NICKNAMES, NOISE, SUFFIXES
from coalition_app.lib.names import without_title

LIKELY = 84  # from here on two records are a likely pair
POSSIBLE = 72  # from here on a known one is shown to somebody who types
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’`´")
_SOUNDS = (("ph", "f"), ("ck", "k"), ("th", "t"), ("z", "s"), ("y", "i"), ("c", "k"), ("v", "b"))


@dataclass(frozen=True)
class Name:
    """Its words as they are compared; numbers apart, as they have to agree."""

    words: tuple[str, ...]
    numbers: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        return " ".join((*sorted(self.words), *sorted(self.numbers)))


@dataclass(frozen=True)
class Card:
    """What is known of one record, ready to be compared."""

    names: tuple[Name, ...]
    is_person: bool = False
    phones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()  # EIN, file number
    city: str = ""
    beside: frozenset[int] = frozenset()  # the organizations that a person belongs to


@dataclass(frozen=True)
class Likeness:
    score: float
    why: tuple[str, ...] = field(default=())

    @property
    def words(self) -> str:
        return ", ".join(self.why)


def organization_card(
    names: Iterable[str], phones=(), emails=(), numbers=(), city: str = ""
) -> Card:
    return Card(
        names=tuple(dict.fromkeys(filter(_says_something, map(organization_name, names)))),
        phones=dialed(phones),
        emails=frozenset(fold(each.strip()) for each in emails if each),
        numbers=frozenset(digits for each in numbers if (digits := _digits(each))),
        city=fold(city),
    )


def person_card(names: Iterable[str], phones=(), emails=(), city: str = "", beside=()) -> Card:
    return Card(
        names=tuple(dict.fromkeys(filter(_says_something, map(person_name, names)))),
        is_person=True,
        phones=dialed(phones),
        emails=frozenset(fold(each.strip()) for each in emails if each),
        city=fold(city),
        beside=frozenset(beside),
    )


@lru_cache(65536)
def organization_name(text: str) -> Name:
    """'IBEW LU 0090, Inc.' and 'I.B.E.W. Local 90' are one name."""
    words, numbers = [], set()
    for word in _words(text):
        word = ALIASES.get(word, word)
        if any(letter.isdigit() for letter in word):
            numbers.add(word.lstrip("0") or "0")
        elif word not in NOISE:
            words.append(word)
    return Name(tuple(dict.fromkeys(words)), frozenset(numbers))


@lru_cache(65536)
def person_name(text: str) -> Name:
    """Without titles; 'Jr.' and 'III' have to agree."""
    words = _words(without_title(text))
    ends = {word for word in words[1:] if word in SUFFIXES}
    return Name(tuple(word for word in words if word not in ends), frozenset(ends))


def telling_words(text: str, *, is_person: bool) -> list[str]:
    """Those by which an index may look for it: written in one way only, and not on every card."""
    words = list(dict.fromkeys(_words(without_title(text) if is_person else text)))
    if is_person:
        return [word for word in words if word not in SUFFIXES][:4] or words[:4]
    several = {*ALIASES, *ALIASES.values(), *NOISE}
    plain = [word for word in words if word not in several]
    telling = [word for word in plain if word not in GENERIC]
    return sorted(telling or plain or words, key=len, reverse=True)[:5]


def initials(text: str) -> str:
    """'hvtu' for Harbor Valley Tenants Union; none for two words."""
    words = organization_name(text).words
    return "".join(word[0] for word in words) if len(words) >= 3 else ""


def nicknames(word: str) -> list[str]:
    """All that somebody of this first name may be called."""
    root = NICKNAMES.get(word)
    return [each for each, of in NICKNAMES.items() if of == root] if root else []


def dialed(phones: Iterable[str]) -> frozenset[str]:
    """The last ten digits of each, however they are written; an extension does not matter."""
    found = (_digits(re.split(r"(?i)\s*(?:x|ext)", each)[0])[-10:] for each in phones if each)
    return frozenset(digits for digits in found if len(digits) >= 7)


def compared(one: Card, other: Card) -> Likeness:
    """How alike two cards are, and by what."""
    name, named = names_alike(one, other)
    score, why = _by_reach(one, other, name)
    if named:
        why = (named, *why)
    if one.city and one.city == other.city:
        score, why = score + 2, (*why, "same city")
    elif one.city and other.city and not one.is_person:
        score -= 8
    if one.beside & other.beside:
        score, why = score + 6, (*why, "same organization")
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        score -= 30
    return Likeness(max(0, min(100, score)), why)


def _by_reach(one: Card, other: Card, name: float) -> tuple[float, tuple[str, ...]]:
    """What numbers and addresses say beside a name; a household or an office may share one."""
    if one.numbers & other.numbers:
        return 100, ("same number in the registry",)
    agree = [
        words
        for words, pair in (
            ("same phone", one.phones & other.phones),
            ("same email", one.emails & other.emails),
        )
        if pair
    ]
    if agree:
        shared = 55 if one.is_person and name < 60 else 75
        return max(name, shared) + 7 * len(agree), tuple(agree)
    differing = [bool(one.phones and other.phones), bool(one.emails and other.emails)]
    return name - (0, 5, 22)[sum(differing)], ()


def names_alike(one: Card, other: Card) -> tuple[float, str]:
    """The best pair of their names, and the words for it."""
    alike = _people_alike if one.is_person else _organizations_alike
    best = max((alike(a, b) for a in one.names for b in other.names), default=0.0)
    if best >= 99.5:
        return best, "same name"
    return best, "names nearly alike" if best >= POSSIBLE else ""


def _organizations_alike(one: Name, other: Name) -> float:
    if one.numbers != other.numbers:
        return 0
    if one.text == other.text:
        return 100
    weights = {word: _weight(word) for word in (*one.words, *other.words)}
    matched = _matched(one.words, other.words, weights)
    numbers = 3 * len(one.numbers)
    total = sum(weights[word] for name in (one, other) for word in name.words) + 2 * numbers
    score = 100 * (matched + 2 * numbers) / total if total else 0
    return max(score, _initials_alike(one, other))


def _initials_alike(one: Name, other: Name) -> float:
    """'HVTU' for Harbor Valley Tenants Union."""
    for short, long in ((one, other), (other, one)):
        if len(short.words) == 1 and len(long.words) >= 3 and len(short.words[0]) >= 3:
            initials = "".join(word[0] for word in long.words)
            if short.words[0] == initials:
                return 85
    return 0


def _people_alike(one: Name, other: Name) -> float:
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return 0
    if one.words == other.words:
        return 100
    short, long = sorted((one.words, other.words), key=len)
    weights = dict.fromkeys((*short, *long), 1.0)
    matched = _matched(short, long, weights, initials=True)
    more = len(long) - len(short)
    has_all = len(short) > 1 and matched >= 1.4 * len(short)
    return 100 * matched / (2 * len(short) + more * (0.3 if has_all else 1)) if short else 0


def _matched(one: tuple[str, ...], other: tuple[str, ...], weights: dict, *, initials=False):
    """The weight of the words that have a partner, each as far as the two are alike."""
    left, total = list(other), 0.0
    for word in sorted(one, key=len, reverse=True):
        if not left:
            break
        alike, partner = max((words_alike(word, each, initials=initials), each) for each in left)
        if alike:
            left.remove(partner)
            total += alike * (weights[word] + weights[partner])
    return total


@lru_cache(65536)
def words_alike(one: str, other: str, *, initials: bool = False) -> float:
    """1 for the same word, less for a slip of the pen, 0 for another word."""
    if one == other:
        return 1
    if initials:
        if NICKNAMES.get(one, one) == NICKNAMES.get(other, other):
            return 0.9
        short, long = sorted((one, other), key=len)
        if long.startswith(short) and len(short) != 2:
            return 0.78 if len(short) == 1 else 0.7
    if sounds(one) == sounds(other):
        return 0.93
    least = min(len(one), len(other))
    distance = OSA.distance(one, other, score_cutoff=2)
    if least >= 6 and distance <= (1 if least < 9 else 2):
        return 0.82
    return 0.6 if least >= 4 and distance == 1 else 0


@lru_cache(65536)
def sounds(word: str) -> str:
    """'Ruiz' and 'Ruys', 'Anna' and 'Ana' sound alike."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1+", r"\1", word)


def _weight(word: str) -> float:
    return min(len(word), 9) * (0.35 if word in GENERIC else 1)


def _says_something(name: Name) -> bool:
    return bool(name.words)


def _words(text: str) -> list[str]:
    """'I.B.E.W.' is one word, and so is "O'Brien"."""
    text = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", fold(text)).translate(_APOSTROPHES)
    return _WORD.findall(text.replace("&", " and "))


def _digits(text: str | None) -> str:
    return "".join(letter for letter in text or "" if letter.isdigit())
