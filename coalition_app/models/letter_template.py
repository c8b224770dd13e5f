"""The words that letters of one kind begin with. A change touches no letter already written."""

from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.models.record import Versioned


class LetterTemplate(Versioned, db.Model):
    """Of a kind whose words the local changed; the other kinds have those of the program."""

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str] = mapped_column(default="")
    salutation: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    closing: Mapped[str] = mapped_column(default="")
