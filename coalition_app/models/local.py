"""Our own union local: one row."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, select
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.lib.addresses import missing_in
from coalition_app.lib.wording import listing
from coalition_app.models.local_lines import WrittenInLines
from coalition_app.models.record import Postal, Versioned

if TYPE_CHECKING:
    from coalition_app.models.person import Person


class Local(WrittenInLines, Versioned, Postal, db.Model):
    __tablename__ = "local"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)

    id: Mapped[int] = mapped_column(primary_key=True, default=1)
    name: Mapped[str]
    union_name: Mapped[str] = mapped_column(default="CWA")
    number: Mapped[str]
    members_count: Mapped[int | None]
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    presentation: Mapped[str] = mapped_column(default="")
    agenda: Mapped[str] = mapped_column(default="")
    hq_office: Mapped[str] = mapped_column(default="Legislative and Political Department")
    hq_name: Mapped[str] = mapped_column(default="")
    hq_phone: Mapped[str] = mapped_column(default="")
    hq_email: Mapped[str] = mapped_column(default="")
    hq_address: Mapped[str] = mapped_column(default="")
    next_board_on: Mapped[date | None]
    next_membership_on: Mapped[date | None]
    time_zone: Mapped[str] = mapped_column(default="America/New_York")
    logo: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    logo_kind: Mapped[str] = mapped_column(default="")
    imprint: Mapped[str] = mapped_column(default="")
    signer_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))

    signer: Mapped["Person | None"] = relationship(foreign_keys=signer_id)

    @classmethod
    def current(cls) -> "Local | None":
        return db.session.scalar(select(cls))

    @property
    def short_name(self) -> str:
        """'Local 555'."""
        return f"Local {self.number}"

    @property
    def full_name(self) -> str:
        """'CWA Local 555', as the cold-call script says it."""
        return f"{self.union_name} {self.short_name}".strip()

    @property
    def hq_lacks(self) -> str:
        """What HQ's address needs for the mail; "" for a whole one and for none at all."""
        lines = self.hq_address.splitlines()
        return listing(missing_in([self.hq_office, *lines])) if lines else ""

    def wall_clock(self, moment: datetime) -> datetime:
        """The moment (aware) as the clock on the local's wall shows it (naive)."""
        return moment.astimezone(ZoneInfo(self.time_zone)).replace(tzinfo=None)
