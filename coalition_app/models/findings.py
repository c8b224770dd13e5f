"""Find anything: what the bar's field finds, best first, some of each kind.

The exact name comes before the beginning of one, a name before other words, what one works with
now (started, planned, open, ours) before the rest, and the newest first.
"""

from typing import NamedTuple

from coalition_app.extensions import db
from coalition_app.lib.search_words import whole
from coalition_app.models.found import TOLD, Found
from coalition_app.models.registry_entry import RegistryEntry
from coalition_app.models.registry_glance import glance
from coalition_app.models.searchable import ARCHIVED, FIRST, INDEXES
from coalition_app.storage.search_index import SearchIndex, Wanted

LONGEST = 200


class Group(NamedTuple):
    """`kind` is the table's name, or 'registry'; `has_more` than are shown."""

    kind: str
    found: list[Found]
    has_more: bool


class Findings:
    """Of `text` whatever it is, at most so many of each kind; `count` of all that is shown."""

    def __init__(self, text: str, most: int):
        self.text, self.most = text[:LONGEST], most
        tiers = _tiers(self.text)
        ranked = [self._of(noun, index, tiers) for noun, index in INDEXES.items() if tiers]
        in_order = sorted((each for each in ranked if each[1].found), key=lambda each: each[0])
        self.groups = [group for _, group in in_order]
        if tiers and (registry := self._of_registry()).found:
            self.groups.append(registry)

    @property
    def count(self) -> int:
        return sum(len(group.found) for group in self.groups)

    @property
    def has_more(self) -> bool:
        return any(group.has_more for group in self.groups)

    def _of(
        self, noun: type[db.Model], index: SearchIndex, tiers: list[Wanted]
    ) -> tuple[int, Group]:
        """With the tier of the best: a group with the exact name comes before all others."""
        found = index.best(db.session.connection(), tiers, self.most + 1)
        ids = [id_ for _, id_ in found[: self.most]]
        told = {each.id: each for each in TOLD[noun](ids)} if ids else {}
        shown = [told[id_] for id_ in ids if id_ in told]
        best = found[0][0] if found else len(tiers)
        return best, Group(noun.__tablename__, shown, len(found) > self.most)

    def _of_registry(self) -> Group:
        """Rows that are not on our list yet."""
        entries = glance(self.text, 2 * self.most)
        known = RegistryEntry.organizations(entries) if entries else {}
        new = [entry for entry in entries if entry.id not in known]
        told = [Found(each.id, each.full_name, f"{each.about} · {each.place}") for each in new]
        return Group("registry", told[: self.most], len(told) > self.most)


def _tiers(text: str) -> list[Wanted]:
    """Each without what stands in one before it."""
    anywhere = Wanted.typed(text)
    if not anywhere.choices:
        return []
    in_names = anywhere._replace(in_names=True)
    beginning = Wanted([[[whole(text)]]], in_names=True)
    exact = beginning._replace(ending="")
    archived, first = Wanted.marked(ARCHIVED), Wanted.marked(FIRST)
    tiers = [exact.but(archived)]
    for wanted, earlier in (
        (beginning, (exact,)),
        (in_names, (beginning,)),
        (anywhere, (beginning, in_names)),
    ):
        wanted = wanted.but(archived, *earlier)
        tiers += [wanted.and_marked(FIRST), wanted.but(first)]
    return tiers
