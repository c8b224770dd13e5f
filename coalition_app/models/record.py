"""What several nouns share: versions against silent overwriting, archiving instead of deleting."""

from datetime import date, datetime, timedelta

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, validates
from sqlalchemy.orm.attributes import flag_modified

from coalition_app.extensions import db
from coalition_app.lib import addresses
from coalition_app.lib.addresses import Address


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

    @classmethod
    def moment_of_several(cls, now: datetime) -> datetime:
        """By which several are archived, so that its undo finds no others: the clock goes by the
        second, so each such act of a second takes a millionth of its own."""
        in_this_second = cls.archived_at.between(now, now + timedelta(microseconds=999_999))
        latest = db.session.scalar(select(func.max(cls.archived_at)).where(in_this_second))
        return (latest or now) + timedelta(microseconds=1)

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    def archive(self, now: datetime) -> None:
        self.archived_at = self.archived_at or now

    def unarchive(self) -> None:
        self.archived_at = None


class Postal:
    """A mailing address in parts; states and ZIPs are stored as the mail writes them."""

    street: Mapped[str] = mapped_column(default="")
    city: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")
    postal_code: Mapped[str] = mapped_column(default="")

    @validates("state")
    def _as_a_code(self, _key: str, state: str) -> str:
        return addresses.state(state)

    @validates("postal_code")
    def _as_a_zip(self, _key: str, postal_code: str) -> str:
        return addresses.zip_code(postal_code)

    @property
    def postal(self) -> Address:
        return Address(
            street=self.street, city=self.city, state=self.state, postal_code=self.postal_code
        )

    @property
    def address_lines(self) -> list[str]:
        """Without names, in postal order."""
        return list(self.postal.place_lines)

    @property
    def has_address(self) -> bool:
        return not self.postal.missing


def latest(days: list[date | None]) -> date | None:
    return max((day for day in days if day), default=None)
