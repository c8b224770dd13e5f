"""Whom a typed name means: somebody known, one of several, or somebody new."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.models.person import Person
from coalition_app.models.roster import begins_like, folded

NEW = "new"
MANY = 12  # namesakes to choose from; who has more types more of the name
FAR = 100  # found by their email or place as well, so that not all are namesakes
NOBODY: Mapping = {}


@dataclass(frozen=True)
class Meant:
    """`choices`: those who may be meant, when the name alone does not say it."""

    typed: str
    person: Person | None = None
    choices: tuple[Person, ...] = ()
    is_chosen: bool = False

    @property
    def is_unclear(self) -> bool:
        return self.person is None and len(self.choices) > 0 and not self.is_chosen

    @property
    def is_new(self) -> bool:
        return self.person is None and not self.is_unclear

    @property
    def key(self) -> str:
        """Under which the answer to "which one?" is sent."""
        return f"who {fold(self.typed)}"

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.typed

    def settled(self, answers: Mapping[str, str]) -> "Meant":
        """With the answer to "which one?": an id, or "new"."""
        answer = answers.get(self.key, "") if self.choices else ""
        picked = next((each for each in self.choices if str(each.id) == answer), None)
        if picked or answer == NEW:
            return Meant(self.typed, picked, self.choices, is_chosen=True)
        return self


def whom(
    typed: str,
    near: Mapping[int, str],
    answers: Mapping[str, str] = NOBODY,
    *,
    asks_far: bool = False,
) -> Meant:
    """By full name: among those who are `near` (id and name), else among all. By the beginnings
    of its words ("ro li"): among those near, one of whom is likely meant; `asks_far`: others are
    asked about as well.
    """
    wanted = fold(" ".join(typed.split()))
    ids = [id_ for id_, name in near.items() if fold(name) == wanted]
    named = _people(ids) or list(db.session.scalars(Person.named(typed).limit(MANY)))
    if len(named) == 1:
        return Meant(typed, named[0])
    if named:
        return Meant(typed, None, tuple(named[:MANY])).settled(answers)
    words = folded(typed).split()
    begun = [id_ for id_, name in near.items() if words and begins_like(words, name)]
    choices = tuple(_people(begun[:MANY]))
    only = choices[0] if len(choices) == 1 else None
    if asks_far and words and not choices:
        choices = _far(typed, words)
    return Meant(typed, only, choices).settled(answers)


def _far(typed: str, words: list[str]) -> tuple[Person, ...]:
    found = db.session.scalars(Person.found_by(typed).limit(FAR))
    return tuple(each for each in found if begins_like(words, each.name))[:MANY]


def _people(ids: list[int]) -> list[Person]:
    query = select(Person).where(Person.id.in_(ids)).order_by(Person.sort_name, Person.id)
    return list(db.session.scalars(query)) if ids else []
