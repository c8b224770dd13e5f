"""Records that are likely the same: while somebody types one, and as pairs of those in view.

Whoever types is answered from the search index: a handful of rows, not all names.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from typing import NamedTuple

from rapidfuzz import fuzz, process
from sqlalchemy import Row, Select, select

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.lib.likeness import (
    POSSIBLE,
    Card,
    Likeness,
    compared,
    initials,
    nicknames,
    organization_card,
    person_card,
    telling_words,
)
from coalition_app.lib.names import full_name
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.contact_point import ContactPoint
from coalition_app.models.organization import Organization
from coalition_app.models.organization_name import BETWEEN_NAMES
from coalition_app.models.person import Person
from coalition_app.storage import search_index
from coalition_app.storage.search_index import Wanted

Noun = type[Organization] | type[Person]
MOST_SHOWN = 5
MOST_LOOKED_AT = 1500
MOST_COMPARED = 80
KEYS = {Organization: "organization_id", Person: "person_id"}
COLUMNS = {
    Organization: (
        *(Organization.id, Organization.name, Organization.chapter, Organization.acronym),
        *(Organization.nickname, Organization.former_names, Organization.phone),
        *(Organization.email, Organization.city, Organization.ein, Organization.file_number),
        Organization.sort_name,
    ),
    Person: (
        *(Person.id, Person.name, Person.preferred_name, Person.phone, Person.email, Person.city),
    ),
}


class Alike(NamedTuple):
    record: Organization | Person
    likeness: Likeness


def organizations_like(name: str, chapter: str = "", **reach: str) -> list[Alike]:
    """Those in view that are likely meant, the best first. `reach`: phone, email, city."""
    whole = full_name(name, chapter)
    card = organization_card([whole], *_reached(reach), city=reach.get("city", ""))
    return _alike(Organization, whole, card)


def people_like(name: str, **reach: str) -> list[Alike]:
    card = person_card([name], *_reached(reach), city=reach.get("city", ""))
    return _alike(Person, name, card)


def _reached(reach: dict[str, str]) -> tuple[list[str], list[str]]:
    return [reach.get("phone", "")], [reach.get("email", "")]


def _alike(noun: Noun, name: str, typed: Card) -> list[Alike]:
    rows = _named_alike(noun, name) + _reached_alike(noun, typed)
    cards = cards_of(noun, {row.id: row for row in rows}.values())
    scored = [(compared(typed, card), id_) for id_, card in cards.items()]
    likely = [each for each in scored if each[0].score >= POSSIBLE or _reaches(each[0])]
    likely.sort(key=lambda each: (-each[0].score, each[1]))
    best = {id_: likeness for likeness, id_ in likely[:MOST_SHOWN]}
    records = {record.id: record for record in db.session.scalars(_of(noun, best))}
    return [Alike(records[id_], likeness) for id_, likeness in best.items()]


def known_ones(noun: Noun) -> Select:
    """What is compared of those in view; of some people nobody knows the name yet."""
    query = select(*COLUMNS[noun]).where(noun.archived_at.is_(None))
    return query.where(~Person.is_unnamed) if noun is Person else query


def _reaches(likeness: Likeness) -> bool:
    """A phone or an email that is here already is worth a word, whatever the name."""
    return any(why.startswith("same phone") or why == "same email" for why in likeness.why)


def _of(noun: Noun, ids: Iterable[int]) -> Select:
    return select(noun).where(noun.id.in_(list(ids)))


def _named_alike(noun: Noun, name: str) -> list[Row]:
    """Those in whose names most words begin alike; of many the closest by their letters."""
    ways = list(_ways(name, is_person=noun is Person))
    if not ways:
        return []
    rows = _found(noun, Wanted([[*ways]], in_names=True))
    if len(rows) <= MOST_COMPARED:
        return rows
    texts = [_called(row) for row in rows]
    best = process.extract(fold(name), texts, scorer=fuzz.token_set_ratio, limit=MOST_COMPARED)
    return [rows[number] for _, _, number in best]


def _called(row: Row) -> str:
    """All its names, folded; folding a name with accents takes as long as all else together."""
    if "chapter" in row._fields:
        also = fold(f"{row.acronym} {row.nickname} {row.former_names}")
        return f"{row.sort_name} {also}"
    return fold(f"{row.name} {row.preferred_name}")


def _reached_alike(noun: Noun, typed: Card) -> list[Row]:
    wanted = (Wanted.typed(reach) for reach in (*typed.phones, *typed.emails))
    return [row for each in wanted if each.choices for row in _found(noun, each)]


def _found(noun: Noun, wanted: Wanted) -> list[Row]:
    held = search_index.of(noun.__table__).matching(wanted)
    return list(db.session.execute(known_ones(noun).where(held).limit(MOST_LOOKED_AT)))


def _ways(name: str, *, is_person: bool) -> Iterator[list[str]]:
    words = telling_words(name, is_person=is_person)
    count = len(words) if len(words) < 3 else (len(words) + 2) // 2
    for some in combinations(words, count) if words else ():
        yield from map(list, product(*(_beginnings(word, is_person, count) for word in some)))
    if not is_person and (short := initials(name)):
        yield [short]


def _beginnings(word: str, is_person: bool, count: int) -> list[str]:
    if count < 2:
        return [word[:6]]
    length = 2 if is_person else 3
    begins = {word[:length]}
    if is_person:
        begins.update(each[:length] for each in nicknames(word))
    return sorted(begins)


def cards_of(noun: Noun, rows: Iterable[Row]) -> dict[int, Card]:
    """The cards of these rows, with what stands in other tables."""
    rows = list(rows)
    ids = [row.id for row in rows]
    points, build = _points(noun, ids), CARDS[noun]
    beside = _beside(ids) if noun is Person else {}
    return {row.id: build(row, points[row.id], beside) for row in rows}


def _organization_card(row: Row, points: list[ContactPoint], _beside: dict) -> Card:
    also = [row.acronym, row.nickname, *BETWEEN_NAMES.split(row.former_names)]
    names = [row.name, *(each for each in also if each.strip())]
    if row.chapter:
        names = [full_name(each, row.chapter) for each in names]
        names += [row.chapter] if len(telling_words(row.chapter, is_person=False)) > 2 else []
    return organization_card(names, *_reach(row, points), (row.ein, row.file_number), row.city)


def _person_card(row: Row, points: list[ContactPoint], beside: dict) -> Card:
    names = [row.name]
    if row.preferred_name and " " in row.name:
        names.append(f"{row.preferred_name} {row.name.split()[-1]}")
    return person_card(names, *_reach(row, points), row.city, beside.get(row.id, ()))


CARDS = {Organization: _organization_card, Person: _person_card}


def _reach(row: Row, points: list[ContactPoint]) -> tuple[list[str], list[str]]:
    phones = [row.phone, *(each.value for each in points if each.kind == "phone")]
    emails = [row.email, *(each.value for each in points if each.kind == "email")]
    return phones, emails


def _points(noun: Noun, ids: list[int]) -> dict[int, list[Row]]:
    key, found = getattr(ContactPoint, KEYS[noun]), defaultdict(list)
    query = select(key, ContactPoint.kind, ContactPoint.value).where(_among(key, ids))
    for row in db.session.execute(query):
        found[row[0]].append(row)
    return found


def _beside(ids: list[int]) -> dict[int, set[int]]:
    found = defaultdict(set)
    query = select(Affiliation.person_id, Affiliation.organization_id)
    for person_id, organization_id in db.session.execute(
        query.where(_among(Affiliation.person_id, ids))
    ):
        found[person_id].add(organization_id)
    return found


def _among(key, ids: list[int]):
    return key.in_(ids) if len(ids) <= MOST_LOOKED_AT else key.is_not(None)
