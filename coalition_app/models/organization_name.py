"""What an organization is called, and how it is found by that."""

import re
from typing import TYPE_CHECKING

from sqlalchemy import or_
from sqlalchemy.orm import validates

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.lib.names import full_name
from coalition_app.storage import search_index
from coalition_app.storage.dialect import folded

if TYPE_CHECKING:
    from coalition_app.models.organization import Organization

BETWEEN_NAMES = re.compile(r"[,;\n]")


class Named:
    """A trait of an organization: legal name, chapter line, acronym, nickname, former names."""

    @validates("name", "chapter")
    def _sorts_by_full_name(self, key: str, value: str) -> str:
        known = {"name": self.name, "chapter": self.chapter, key: value}
        self.sort_name = fold(full_name(known["name"] or "", known["chapter"] or ""))
        return value

    @classmethod
    def found_by(cls, text: str):
        return cls.in_view().where(cls.holds(text))

    @classmethod
    def holds(cls, text: str):
        """Each word begins one of its names or the city, or is part of a phone or an email."""
        return search_index.of(cls.__table__).holding(text)

    @classmethod
    def named(cls, name: str) -> "Organization | None":
        """The organization in view with exactly this name, whatever case or accents."""
        wanted = fold(" ".join(name.split()))
        begins_so = cls.sort_name.between(wanted, f"{wanted}, \U0010ffff")
        is_named_so = (folded(cls.name) == wanted) | (cls.sort_name == wanted)
        query = cls.in_view().where(begins_so, is_named_so)
        return db.session.scalar(query.limit(1))

    @classmethod
    def names_in(cls, text: str) -> list[tuple[str, int | None]]:
        """'Green Rivers, the mayor' as names, each with the id of the one in view so called."""
        names = [name for part in BETWEEN_NAMES.split(text) if (name := " ".join(part.split()))]
        if not names:
            return []
        full = [fold(name) for name in names]
        called = or_(cls.sort_name.in_(full), cls.acronym.in_(names), cls.nickname.in_(names))
        columns = (cls.id, cls.sort_name, cls.acronym, cls.nickname)
        ids: dict[str, int] = {}
        found = cls.in_view().where(called).with_only_columns(*columns)
        for id_, *others in db.session.execute(found):
            ids.update({fold(other): id_ for other in others if other})
        return [(name, ids.get(key)) for name, key in zip(names, full, strict=True)]

    @property
    def full_name(self) -> str:
        """The legal name with the chapter line, which is what tells chapters apart."""
        return full_name(self.name, self.chapter)

    @property
    def parent_name(self) -> str:
        return self.parent.full_name if self.parent else ""
