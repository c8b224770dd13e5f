"""Who knows whom: person to person."""

from collections.abc import Iterable

from sqlalchemy import ForeignKey, or_, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.person import Person

FAMILY = ("spouse or partner", "parent", "child", "sibling", "cousin", "in-law", "family")


class Tie(db.Model):
    """Person to person: who knows whom, how well, and who told us."""

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(default="friend")
    is_close: Mapped[bool] = mapped_column(default=False)
    told_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id", ondelete="SET NULL"))

    person: Mapped[Person] = relationship(foreign_keys=person_id)
    other: Mapped[Person] = relationship(foreign_keys=other_id)
    told_by: Mapped[Person | None] = relationship(foreign_keys=told_by_id)

    KINDS = (
        *FAMILY,
        "friend",
        "neighbor",
        "coworker",
        "congregation",
        "school",
        "other",
    )
    REVERSED = {"parent": "child", "child": "parent"}
    PHRASES = {
        "congregation": "of the same congregation as",
        "school": "from the same school as",
        "other": "knows",
    }

    @classmethod
    def of(cls, person: Person):
        """The ties of one person, typed from either side."""
        return select(cls).where(or_(cls.person_id == person.id, cls.other_id == person.id))

    @classmethod
    def between(cls, person: Person, other: Person, kind: str) -> "Tie | None":
        """Two people may be neighbors and coworkers, but are family in one way only."""
        pair = or_(
            (cls.person_id == person.id) & (cls.other_id == other.id),
            (cls.person_id == other.id) & (cls.other_id == person.id),
        )
        alike = FAMILY if kind in FAMILY else (kind,)
        return db.session.scalar(select(cls).where(pair, cls.kind.in_(alike)).limit(1))

    @classmethod
    def note(
        cls,
        person: Person,
        kind: str,
        other: Person,
        *,
        is_close: bool | None = None,
        told_by: Person | None = None,
    ) -> "Tie":
        """`person` is the `kind` of `other`. Said again, it changes only by what is said anew."""
        known = person.id and other.id and cls.between(person, other, kind)
        tie = known or cls()
        is_said = known and (kind == "family" or known.seen_from(person)[0] == kind)
        if not is_said:
            tie.person, tie.other, tie.kind = person, other, kind
        tie.is_close = bool(tie.is_close) if is_close is None else is_close
        tie.told_by = told_by or tie.told_by
        db.session.add(tie)
        return tie

    @classmethod
    def phrase(cls, kind: str) -> str:
        """'sibling of', as it stands between two names."""
        return cls.PHRASES.get(kind, f"{kind} of")

    @classmethod
    def said(cls, kind: str, count: int = 1) -> str:
        """'is a sibling of', with the verb for one or several."""
        if kind == "other":
            return "knows" if count == 1 else "know"
        verb = "is" if count == 1 else "are"
        if kind in cls.PHRASES:
            return f"{verb} {cls.PHRASES[kind]}"
        article = "" if kind == "family" else "an " if kind[0] in "aeiou" else "a "
        return f"{verb} {'each ' if count > 1 and article else ''}{article}{kind} of"

    @classmethod
    def phrases(cls, kinds: Iterable[str]) -> str:
        """'neighbor and coworker of', 'knows, and of the same congregation as'."""
        plain = [kind for kind in kinds if kind not in cls.PHRASES]
        found = [f"{' and '.join(plain)} of"] if plain else []
        found += [cls.PHRASES[kind] for kind in kinds if kind in cls.PHRASES]
        return ", and ".join(found)

    def seen_from(self, person: Person) -> tuple[str, Person]:
        """What `person` is to the other, and who that is: 'parent', Elena."""
        if person.id == self.person_id:
            return self.kind, self.other
        return self.REVERSED.get(self.kind, self.kind), self.person
