"""Rows of a preview in plain words."""

from collections import Counter
from typing import NamedTuple

from coalition_app.lib.column_words import WORDS
from coalition_app.lib.places import in_one_line
from coalition_app.lib.wording import plural
from coalition_app.models import ImportDecision

LONGEST = 90


class PartyShown(NamedTuple):
    name: str
    is_new: bool
    about: str


class RowShown(NamedTuple):
    number: int
    person: PartyShown | None
    organization: PartyShown | None
    role: str
    adds: str
    kept: str

    @classmethod
    def of(cls, decision: ImportDecision) -> "RowShown":
        entry, act = decision.entry, decision.act
        adds = worded(decision.changes) if act == "update" else ""
        return cls(
            number=entry.number,
            person=shown(decision.person, entry.person, decision.creates_person),
            organization=shown(
                decision.organization, entry.organization, decision.creates_organization
            ),
            role=entry.role.get("role", ""),
            adds="nothing new" if act == "same" else adds,
            kept=worded(decision.kept),
        )


class ProblemShown(NamedTuple):
    number: int
    header: str
    words: str
    what: str

    @classmethod
    def of(cls, decision: ImportDecision) -> list["ProblemShown"]:
        entry, is_skipped = decision.entry, decision.act == "skip"
        what = "row left out" if is_skipped else "cell left out"
        if not entry.problems:
            return [cls(entry.number, "", decision.reason, what)]
        return [cls(entry.number, each.header, each.words, what) for each in entry.problems]


def shown(known, party, is_new: bool) -> PartyShown | None:
    if known is None:
        return None
    values = party.values
    reached = [point.value for point in party.points]
    parts = [*reached, in_one_line(values), values.get("office", ""), values.get("kind", "")]
    about = " · ".join(part for part in parts if part)
    return PartyShown(known.name, is_new, about if len(about) <= LONGEST else about[:LONGEST] + "…")


def worded(names: list[str]) -> str:
    """'phone, city' for fields that change, or stay as they are."""
    found = [
        WORDS.get(f"person.{name}") or WORDS.get(f"organization.{name}") or name for name in names
    ]
    return ", ".join(dict.fromkeys(word.lower() if word != "ZIP" else word for word in found))


def counted(counts: Counter[str]) -> list[str]:
    """How many of each there would be; without those there are none of."""
    parts = (
        ("people_created", "new person", "new people"),
        ("organizations_created", "new organization", None),
        ("people_updated", "person with something new", "people with something new"),
        (
            "organizations_updated",
            "organization with something new",
            "organizations with something new",
        ),
        ("unchanged", "row with nothing new", "rows with nothing new"),
        ("skipped", "row left out", "rows left out"),
    )
    return [plural(counts[key], one, more) for key, one, more in parts if counts[key]]
