"""What several nouns share: versions against silent overwriting, archiving instead of deleting."""

from datetime import date, datetime

from sqlalchemy import inspect
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.orm.attributes import flag_modified


class Versioned:
    """Counts its changes, so that a page opened earlier cannot overwrite a newer one unseen."""

    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls):  # noqa: N805 a class attribute, as SQLAlchemy declares it
        return {"version_id_col": cls.version}

    def touch(self) -> None:
        """Rows of its own in other tables changed: two people on one record see each other."""
        state = inspect(self)
        if state.persistent:
            keys = (each.key for each in state.mapper.column_attrs)
            key = next(key for key in keys if key not in ("id", "version"))
            getattr(self, key)  # flagging needs it loaded
            flag_modified(self, key)


class Archivable:
    """Deleting is archiving, with undo."""

    archived_at: Mapped[datetime | None]

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    def archive(self, now: datetime) -> None:
        self.archived_at = self.archived_at or now

    def unarchive(self) -> None:
        self.archived_at = None


class Postal:
    """A mailing address in parts."""

    street: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")

    @property
    def city_line(self) -> str:
        """City and state, two spaces before the ZIP (USPS Publication 28)."""
        place = " ".join(part for part in (self.city, self.state) if part)
        return "  ".join(part for part in (place, self.postal_code) if part)

    @property
    def address_lines(self) -> list[str]:
        return [line for line in (self.street, self.city_line) if line]

    @property
    def has_address(self) -> bool:
        return bool(self.street and self.city and self.state and self.postal_code)


def latest(days: list[date | None]) -> date | None:
    return max((day for day in days if day), default=None)
