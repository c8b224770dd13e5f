"""How columns of the same headers were understood the last time."""

from datetime import date

from sqlalchemy import JSON, select
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db
from coalition_app.lib import columns


class ImportMapping(db.Model):
    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    mapping: Mapped[list] = mapped_column(JSON)
    used_on: Mapped[date]

    @classmethod
    def of(cls, headers: list[str]) -> "ImportMapping | None":
        known = cls.fingerprint == columns.fingerprint(headers)
        return db.session.scalar(select(cls).where(known))

    @classmethod
    def remember(cls, headers: list[str], mapping: list[str], today: date) -> None:
        kept = cls.of(headers) or cls(fingerprint=columns.fingerprint(headers))
        kept.mapping, kept.used_on = mapping, today
        db.session.add(kept)

    def fitted(self, width: int) -> list[str]:
        """For a file to which we added columns of ours."""
        return [*self.mapping[:width], *[""] * (width - len(self.mapping))]
