"""Words with places for facts: 'Thank you, [recipient first name].' Never code.

A sentence with an empty place falls away, and so does what leads in to a list of which nothing is
left. What is put in is not read again. '[[' stands for a bracket.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

PLACE = re.compile(r"\[\[|\[([^\[\]\n]{1,60})\]")
ENDS = re.compile(r"(?<=[.!?…])[\"'”’)*]*[ \t]+(?=[\"'“‘(\[*]*[^\W\d_a-z]|\[)|\n")
ABBREVIATED = re.compile(r"(?:^|\W)(?:Mr|Mrs|Ms|Mx|Dr|Rev|Fr|Sr|Jr|St|No|Hon|Prof|\w)\.$")
LONGEST = 6  # of what may be an abbreviation, with what stands before it
BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


@dataclass(frozen=True)
class Fallen:
    """A sentence that fell away, as the template has it, and the place that is empty."""

    sentence: str
    place: str


@dataclass(frozen=True)
class Filled:
    text: str
    fallen: tuple[Fallen, ...] = ()


def fill(text: str, values: dict[str, str]) -> Filled:
    """The words with their places filled; a place that `values` lacks counts as empty."""
    paragraphs, fallen = [], []
    for paragraph in BETWEEN_PARAGRAPHS.split(text):
        sentences = _sentences(paragraph)
        empty = [_first_empty(sentence, values) for sentence, _ in sentences]
        fallen += [
            Fallen(sentence, place)
            for (sentence, _), place in zip(sentences, empty, strict=True)
            if place
        ]
        kept = _kept([sentence for sentence, _ in sentences], empty)
        chosen = [each for each, is_kept in zip(sentences, kept, strict=True) if is_kept]
        paragraphs.append("".join(_put_in(s, values) + after for s, after in chosen).strip())
    return Filled("\n\n".join(filter(None, paragraphs)), tuple(fallen))


def places(text: str) -> list[str]:
    """The names of its places, each once, in order."""
    return list(dict.fromkeys(_name(each[1]) for each in PLACE.finditer(text) if each[1]))


def unknown(text: str, known: Iterable[str]) -> list[str]:
    """Places that nothing is known for, as they are typed."""
    names = set(known)
    return [each[1] for each in PLACE.finditer(text) if each[1] and _name(each[1]) not in names]


def nearest(typed: str, known: Iterable[str]) -> str:
    """The place that was probably meant; "" if none is like it."""
    names = list(known)
    name = _name(typed)
    within = [each for each in names if set(name.split()) & set(each.split())]
    return next(iter([*get_close_matches(name, names, 1, 0.6), *within]), "")


def _name(typed: str) -> str:
    return " ".join(typed.casefold().split())


def _sentences(paragraph: str) -> list[tuple[str, str]]:
    """Each with the space after it."""
    found, start = [], 0
    for end in ENDS.finditer(paragraph):
        after = end[0].lstrip("\"'”’)*")
        stop = end.end() - len(after)
        if not ABBREVIATED.search(paragraph[max(start, stop - LONGEST) : stop]):
            found.append((paragraph[start:stop], after))
            start = end.end()
    return [*found, (paragraph[start:], "")]


def _first_empty(sentence: str, values: dict[str, str]) -> str:
    return next((place for place in places(sentence) if not values.get(place)), "")


def _kept(sentences: list[str], empty: list[str]) -> list[bool]:
    """What leads in ('We will:') stays only if something follows."""
    kept = [not place for place in empty]
    for place in reversed(range(len(sentences) - 1)):
        leads_in = sentences[place].rstrip().endswith(":")
        kept[place] = kept[place] and (not leads_in or any(kept[place + 1 :]))
    return kept


def _put_in(sentence: str, values: dict[str, str]) -> str:
    return PLACE.sub(lambda each: values[_name(each[1])] if each[1] else "[", sentence)
