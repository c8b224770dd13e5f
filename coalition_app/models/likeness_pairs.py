"""Pairs of records in view that are likely the same, the best first.

Only those are compared that share a phone, an email, or the beginnings of two words of a name:
all with all would be a thousand million comparisons for 50,000 people.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest
from itertools import combinations
from typing import NamedTuple

from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.lib.likeness import LIKELY, NICKNAMES, Card, Likeness, Name, compared, sounds
from coalition_app.models.likeness import Noun, cards_of, known_ones
from coalition_app.models.not_same import NotSame
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person

MOST_SHARING = 300  # a key shared by more than these tells nothing
MOST_PAIRS = 100
Ids = tuple[int, int]


class LikelyPair(NamedTuple):
    """`one` came first."""

    one: Organization | Person
    other: Organization | Person
    likeness: Likeness


def likely_pairs(noun: Noun, most: int = MOST_PAIRS) -> list[LikelyPair]:
    cards = cards_of(noun, db.session.execute(known_ones(noun)))
    apart = NotSame.pairs_of(noun)
    scored = ((likeness, ids) for ids, likeness in _likely(cards) if frozenset(ids) not in apart)
    best = nlargest(most, scored, key=lambda each: (each[0].score, -each[1][1]))
    wanted = {id_ for _, ids in best for id_ in ids}
    query = select(noun).where(noun.id.in_(wanted))
    records = {record.id: record for record in db.session.scalars(query)}
    return [LikelyPair(*(records[id_] for id_ in ids), likeness) for likeness, ids in best]


def _likely(cards: dict[int, Card]) -> Iterator[tuple[Ids, Likeness]]:
    seen: set[Ids] = set()
    for ids in _candidates(cards):
        one, other = cards[ids[0]], cards[ids[1]]
        if _is_somebody_else(one, other) or ids in seen:
            continue
        seen.add(ids)
        likeness = compared(one, other)
        if likeness.score >= LIKELY:
            yield ids, likeness


def _candidates(cards: dict[int, Card]) -> Iterator[Ids]:
    """Some more than once."""
    sharing = defaultdict(list)
    for id_, card in cards.items():
        for key in _keys(card):
            sharing[key].append(id_)
    for ids in sharing.values():
        if 1 < len(ids) <= MOST_SHARING:
            yield from combinations(sorted(ids), 2)


def _keys(card: Card) -> set:
    keys = {("phone", each) for each in card.phones} | {("email", each) for each in card.emails}
    of_name = _of_person if card.is_person else _of_organization
    return keys.union(*map(of_name, card.names))


def _of_person(name: Name) -> Iterable:
    """The sound of the family name and how the first one begins, also as a nickname."""
    first, last = name.words[0], sounds(name.words[-1])[:4]
    return {(last, sounds(each)[0]) for each in (first, NICKNAMES.get(first, first))}


def _of_organization(name: Name) -> Iterable:
    """How any two of its longest words begin, beside its numbers; the initials of three."""
    begun = sorted({sounds(word)[:4] for word in sorted(name.words, key=len)[-5:]})
    keys = {(*pair, name.numbers) for pair in combinations(begun, 2)}
    if len(name.words) >= 3:
        keys.add(("".join(word[0] for word in name.words), name.numbers))
    return keys | ({(name.words[0], name.numbers)} if len(name.words) == 1 else set())


def _is_somebody_else(one: Card, other: Card) -> bool:
    """Quickly, for the many namesakes: phone and email are others, and nothing joins them."""
    return (
        one.is_person
        and bool(one.phones and other.phones and one.emails and other.emails)
        and one.phones.isdisjoint(other.phones)
        and one.emails.isdisjoint(other.emails)
        and one.beside.isdisjoint(other.beside)
    )
