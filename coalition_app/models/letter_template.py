"""The words that letters of one kind begin with. A change touches no letter already written."""

from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.models.letter_words import BUILT_IN, LetterWords
from coalition_app.models.record import Versioned


class LetterTemplate(Versioned, db.Model):
    """Of a kind whose words the local changed; the other kinds have those of the program."""

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str] = mapped_column(default="")
    salutation: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    closing: Mapped[str] = mapped_column(default="")

    @classmethod
    def of(cls, kind: str) -> "LetterTemplate | None":
        return db.session.scalar(select(cls).where(cls.kind == kind))

    @classmethod
    def words_of(cls, kind: str) -> LetterWords:
        """The local's words for a kind, else the program's."""
        changed = cls.of(kind)
        return changed.words if changed else BUILT_IN[kind]

    @classmethod
    def begin(cls, kind: str) -> "LetterTemplate":
        """The one that is there, or one with the program's words, not added yet."""
        own = BUILT_IN[kind]
        return cls.of(kind) or cls(
            kind=kind,
            subject=own.subject,
            salutation=own.salutation,
            body=own.body,
            closing=own.closing,
        )

    @property
    def words(self) -> LetterWords:
        return LetterWords(self.body, self.subject, self.salutation, self.closing)
