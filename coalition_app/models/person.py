"""Anyone: our members, activists, officers, and theirs."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Index, literal_column, select, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from coalition_app.extensions import db
from coalition_app.lib.contact_line import ContactLine
from coalition_app.lib.folding import fold
from coalition_app.lib.names import as_called, sort_name, without_title
from coalition_app.lib.offices import greeted, person_in
from coalition_app.models.contact_point import Reachable
from coalition_app.models.record import Archivable, Postal, Versioned
from coalition_app.storage import search_index
from coalition_app.storage.dialect import folded

if TYPE_CHECKING:
    from coalition_app.models.affiliation import Affiliation
    from coalition_app.models.contact_point import ContactPoint
    from coalition_app.models.standing import Standing


# Written out: SQLite takes an index of a part for a query only if both say the same.
NOTHING = literal_column("''")
MOST_NAMESAKES = 20
IN_VIEW = literal_column("archived_at IS NULL")


def _few(name: str) -> Index:
    given = text(f"{name} > ''")
    return Index(f"ix_person_{name}", name, sqlite_where=given, postgresql_where=given)


class Person(Reachable, Versioned, Archivable, Postal, db.Model):
    __table_args__ = (
        # A page of the list, and how many there are, of all and of ours, need no more than this.
        # Of a part: SQLite would think that `archived_at IS NULL` finds only a few.
        Index(
            "ix_person_sort_name",
            *("sort_name", "id", "is_ours", "is_activist", "archived_at"),
            sqlite_where=IN_VIEW,
            postgresql_where=IN_VIEW,
        ),
        # Only the few who have one.
        *(_few(name) for name in ("worksite", "language", "office")),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    sort_name: Mapped[str]
    is_unnamed: Mapped[bool] = mapped_column(default=False)
    preferred_name: Mapped[str] = mapped_column(default="")
    pronouns: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    is_ours: Mapped[bool] = mapped_column(default=False)
    is_activist: Mapped[bool] = mapped_column(default=False)
    office: Mapped[str] = mapped_column(default="")
    worksite: Mapped[str] = mapped_column(default="")
    do_not_mail: Mapped[bool] = mapped_column(default=False)
    do_not_call: Mapped[bool] = mapped_column(default=False)
    external_id: Mapped[str] = mapped_column(default="", index=True)
    forgotten_on: Mapped[date | None]
    notes: Mapped[str] = mapped_column(default="")
    private_notes: Mapped[str] = mapped_column(default="")

    affiliations: Mapped[list["Affiliation"]] = relationship(
        back_populates="person", order_by="Affiliation.id", cascade="all, delete-orphan"
    )
    contact_points: Mapped[list["ContactPoint"]] = relationship(
        back_populates="person", order_by="ContactPoint.id", cascade="all, delete-orphan"
    )
    standings: Mapped[list["Standing"]] = relationship(
        back_populates="person", order_by="Standing.rated_on.desc(), Standing.id.desc()"
    )

    PRONOUNS = ("she/her", "he/him", "they/them", "she/they", "he/they")
    # Those most spoken at home in the United States, by the census.
    LANGUAGES = (
        "English",
        "Spanish",
        "Chinese",
        "Tagalog",
        "Vietnamese",
        "Arabic",
        "French",
        "Korean",
        "Portuguese",
        "Haitian Creole",
        "Russian",
        "Polish",
    )

    @validates("name")
    def _sorts_by_family_name(self, _key: str, name: str) -> str:
        """A new name is a known one, whatever stood in its place."""
        if name != self.name:
            self.is_unnamed = False
        self.sort_name = sort_name(name)
        return name

    @classmethod
    def in_view(cls):
        return select(cls).where(cls.archived_at.is_(None)).order_by(cls.sort_name, cls.id)

    @classmethod
    def ours(cls):
        """Our members, officers and activists."""
        return cls.in_view().where(cls.is_ours)

    @classmethod
    def found_by(cls, text: str):
        return cls.in_view().where(cls.holds(text))

    @classmethod
    def holds(cls, text: str):
        """Each word begins a name, the place or an organization of theirs, or is part of a phone or
        an email."""
        return search_index.of(cls.__table__).holding(text)

    @classmethod
    def named(cls, name: str):
        """Those in view with exactly this name, whatever case or accents; ours first."""
        called = search_index.of(cls.__table__).called(name)
        wanted = folded(cls.name) == fold(" ".join(name.split()))
        found = cls.in_view().where(called, wanted)
        return found.order_by(None).order_by(cls.is_ours.desc(), cls.id)

    @classmethod
    def ours_named(cls, name: str) -> "Person | None":
        return db.session.scalar(cls.named(name).where(cls.is_ours).limit(1))

    @classmethod
    def officers(cls):
        return cls.ours().where(cls.has_office())

    @classmethod
    def has_office(cls):
        return cls.office > NOTHING

    @classmethod
    def works_at(cls, worksite: str):
        return (cls.worksite == worksite) & (cls.worksite > NOTHING)

    @classmethod
    def speaks(cls, language: str):
        return (cls.language == language) & (cls.language > NOTHING)

    @classmethod
    def worksites(cls):
        """Each once, by name."""
        return select(cls.worksite).where(cls.worksite > NOTHING).distinct().order_by(cls.worksite)

    @classmethod
    def languages(cls):
        """Each that somebody speaks with us once, by name."""
        return select(cls.language).where(cls.language > NOTHING).distinct().order_by(cls.language)

    @classmethod
    def known_by(cls, line: ContactLine) -> "Person | None":
        """The one of that name, unless phone or email say that it is another.

        Of several namesakes the one whose phone or email was typed.
        """
        found = list(db.session.scalars(cls.named(line.name).limit(MOST_NAMESAKES)))
        meant = [person for person in found if person.may_be(line)]
        if len(found) > 1:
            meant = [person for person in meant if person.is_reached_by(line)]
        return meant[0] if len(meant) == 1 else None

    def may_be(self, line: ContactLine) -> bool:
        """Whether nothing that was typed contradicts what is known."""
        return all(any(alike) for alike in self._compared(line))

    def is_reached_by(self, line: ContactLine) -> bool:
        """Whether a phone or email that was typed is known as theirs."""
        return any(any(alike) for alike in self._compared(line))

    def _compared(self, line: ContactLine) -> list[list[bool]]:
        """Of the phone and of the email, if typed and known: is it like each that is known?"""
        compared = []
        for kind, typed in (("phone", line.phone), ("email", line.email)):
            known = [point.value for point in self.points if point.kind == kind]
            if known and typed:
                compared.append([_alike(each, typed) for each in known])
        return compared

    @property
    def first_name(self) -> str:
        """What they like to be called; else the first of their names, without a title."""
        return self.preferred_name or without_title(self.name).split(" ")[0]

    @property
    def is_named(self) -> bool:
        """Whether it is a person's name, not 'Brother of Rosa Díaz' or 'Legislative office'."""
        return bool(self.preferred_name or (person_in(self.name) and not self.is_unnamed))

    @property
    def greeting(self) -> str:
        """As a letter begins after its 'Dear'; "" for whoever has no name of their own."""
        return self.preferred_name or ("" if self.is_unnamed else greeted(self.name))

    @property
    def name_as_called(self) -> str:
        """'Elena Díaz (Ellie)', for those who will meet them."""
        return as_called(self.name, self.preferred_name)

    @property
    def standing(self) -> "Standing | None":
        return self.standings[0] if self.standings else None

    def refuses(self, kind: str) -> str:
        """'do not call' for a phone, 'do not mail' for an email or letter, when they asked so."""
        if kind == "phone":
            return "do not call" if self.do_not_call else ""
        return "do not mail" if self.do_not_mail and kind in ("email", "letter") else ""

    @property
    def dialed(self) -> str:
        """The phone for a list, or what stands in its place."""
        return self.refuses("phone") if self.phone and self.do_not_call else self.phone

    @property
    def mailed(self) -> str:
        """The email for a list, or what stands in its place."""
        return self.refuses("email") if self.email and self.do_not_mail else self.email

    @property
    def current_affiliations(self) -> list["Affiliation"]:
        return [affiliation for affiliation in self.affiliations if affiliation.is_current]

    @property
    def described(self) -> str:
        """'Elena Díaz, secretary'; the bare name where no role is known."""
        roles = [affiliation.role for affiliation in self.current_affiliations if affiliation.role]
        role = self.office or (roles[0] if roles else "")
        return f"{self.name}, {role.lower()}" if role else self.name


def _alike(known: str, typed: str) -> bool:
    """The same email; the same number however it is written."""
    digits = [[letter for letter in text if letter.isdigit()][-10:] for text in (known, typed)]
    return fold(known) == fold(typed) or ("@" not in known and digits[0] == digits[1])
