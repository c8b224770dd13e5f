"""A tie typed in one line: 'Ana Ruiz is a sibling of Elena Díaz (close), told by Sam Okafor'."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coalition_app.lib.name_list import Named, read_names
from coalition_app.lib.tie_words import Found, find_kind, read_closeness

TOLD_BY = re.compile(
    r"[,;\s]*\b(?:as )?(?:told (?:to )?us by|told by|according to|heard (?:it |this )?from|source:?"
    r"|says(?! so\b)|said(?! so\b)|via)\s+(?P<who>[^,;]+)",
    re.I,
)
TOLD_US = re.compile(
    r"(?:^|[,;])\s*(?P<who>[^,;]+?)\s+(?:told (?:us|me)|tells us|says|said|mentioned)(?: it| so)?"
    r"(?: that)?(?!\w)",
    re.I,
)
ARTICLES = {"a", "an", "the", "also", "both", "one"}
LINKS = {"is", "are", "was", "were"}
THEIRS = {"her", "his", "their", "whose"}
OURS = {"my": "me", "our": "me"}
PRONOUNS = {"she", "he", "they"}
PREPOSITION = re.compile(r"(?:of|to|with|for)(?:\s+|$)", re.I)
EDGES = " \t,;:.-–—"


@dataclass(frozen=True)
class TieLine:
    """`one` is the `kind` of each in `other`; an empty side is the person whose page it is."""

    one: tuple[Named, ...]
    kind: str
    other: tuple[Named, ...]
    is_close: bool | None = None
    told_by: str = ""

    @property
    def names(self) -> tuple[Named, ...]:
        return (*self.one, *self.other)


@dataclass(frozen=True)
class Left:
    """What stands before the word of the kind: names, whether "is" follows, and whose it is."""

    names: str
    is_linked: bool = False
    owner: str | None = None


def read_tie(text: str, roles: Iterable[str] = ()) -> TieLine:
    """Whatever is not understood remains in a name or its role, where the reader sees it."""
    text = re.sub(r"[()\[\]]", ",", text.replace("’", "'"))
    told_by, text = _read_teller(text)
    is_close, text = read_closeness(text)
    text = re.sub(r"\s*,(?:\s*,)*\s*", ", ", text).strip(EDGES)
    found = find_kind(text)
    one, kind, other = _read_sides(text, found) if found else ("", "other", text)
    roles = tuple(roles)
    sides = (read_names(one, roles), read_names(other, roles))
    return TieLine(sides[0], kind, sides[1], is_close, told_by)


def _read_teller(text: str) -> tuple[str, str]:
    for pattern in (TOLD_BY, TOLD_US):
        if match := pattern.search(text):
            rest = f"{text[: match.start()]},{text[match.end() :]}"
            return match["who"].strip(EDGES), rest.strip(EDGES)
    return "", text


def _read_sides(text: str, found: Found) -> tuple[str, str, str]:
    """(one, kind, other): one is the kind of the other."""
    left, right = _read_left(text[: found.begin]), text[found.end :]
    rest = right.strip(EDGES)
    preposition = PREPOSITION.match(rest)
    rest = rest[preposition.end() :] if preposition else rest
    if left.owner is not None:
        return _of_an_owner(left, found.kind, re.sub(r"^(?:is|are)\s+", "", rest))
    if found.is_verb or preposition:
        return left.names, found.kind, rest
    if left.is_linked:
        return _of_a_pair(left.names, found.kind) if not rest else (left.names, found.kind, rest)
    if left.names and (not rest or right.lstrip().startswith(",")):
        return ", ".join(filter(None, (left.names, rest))), found.kind, ""
    return re.sub(r"^(?:is|are)\s+", "", rest), found.kind, left.names


def _read_left(text: str) -> Left:
    words = text.strip(EDGES).split()
    has_article = False
    while words and words[-1].lower() in ARTICLES:
        words.pop()
        has_article = True
    is_linked = bool(words) and words[-1].lower() in LINKS
    if is_linked:
        words.pop()
    elif has_article and words and words[-1].endswith("'s"):
        words[-1], is_linked = words[-1][:-2], True
    owner = None if is_linked or has_article or not words else _owner(words)
    names = [] if len(words) == 1 and words[0].lower() in PRONOUNS else words
    return Left(" ".join(names), is_linked, owner)


def _owner(words: list[str]) -> str | None:
    """Takes "Ana's" or "her" from the end, back to an "is"; "" is the person of the page."""
    last = words[-1].lower()
    if not (last in THEIRS or last in OURS or last.endswith(("'s", "s'"))):
        return None
    begin = max((at + 1 for at, word in enumerate(words) if word.lower() in LINKS), default=0)
    owner = words[begin:]
    del words[max(begin - 1, 0) :]
    if last in THEIRS or last in OURS:
        return OURS.get(last, "")
    return re.sub(r"'s?$", "", " ".join(owner))


def _of_an_owner(left: Left, kind: str, right: str) -> tuple[str, str, str]:
    """'Elena is Ana's sister', 'Ana's sister Elena', and 'Ana's sister' of the page's person."""
    return left.names or right, kind, left.owner


def _of_a_pair(names: str, kind: str) -> tuple[str, str, str]:
    """'Ana Ruiz and Elena Díaz are sisters'."""
    one, joined, other = re.sub(r"\s*(?:&|\+)\s*", " and ", names).partition(" and ")
    return (one, kind, other) if joined else (names, kind, "")
