"""Who signs in: administrator, organizer or viewer (the board: reads and prints)."""

from datetime import datetime
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from flask_login import UserMixin
from sqlalchemy import CheckConstraint, ForeignKey, func, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db

if TYPE_CHECKING:
    from coalition_app.models.person import Person

ROLES = ("viewer", "organizer", "administrator")


class Account(UserMixin, db.Model):
    __table_args__ = (
        CheckConstraint("role IN ('viewer', 'organizer', 'administrator')", name="role_known"),
    )

    hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    password_hash: Mapped[str]
    role: Mapped[str] = mapped_column(default="organizer")
    disabled_at: Mapped[datetime | None]
    sign_in_round: Mapped[int] = mapped_column(default=1)
    has_shortcuts: Mapped[bool] = mapped_column(default=True)
    organization_columns: Mapped[str] = mapped_column(default="")
    people_columns: Mapped[str] = mapped_column(default="")
    packet_options: Mapped[str] = mapped_column(default="")
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))

    person: Mapped["Person"] = relationship()

    @classmethod
    def with_email(cls, email: str) -> "Account | None":
        return db.session.scalar(select(cls).where(cls.email == email.strip().lower()))

    @classmethod
    def exists(cls) -> bool:
        return db.session.scalar(select(cls.id).limit(1)) is not None

    @classmethod
    def in_order(cls):
        return select(cls).order_by(cls.disabled_at.is_not(None), func.lower(cls.email))

    @classmethod
    def signed_in_as(cls, session_id: str) -> "Account | None":
        """The account of a session, unless it was disabled or its password changed since."""
        key, _, sign_in_round = session_id.partition(".")
        account = db.session.get(cls, int(key)) if key.isdecimal() else None
        current = account and account.is_active and str(account.sign_in_round) == sign_in_round
        return account if current else None

    @property
    def name(self) -> str:
        return self.person.name

    @property
    def is_active(self) -> bool:
        return self.disabled_at is None

    def get_id(self) -> str:
        return f"{self.id}.{self.sign_in_round}"

    def may(self, role: str) -> bool:
        """Whether this account's role includes what `role` may do."""
        return ROLES.index(self.role) >= ROLES.index(role)

    def has_password(self, password: str) -> bool:
        return self.is_hash_of(self.password_hash, password)

    @classmethod
    def is_hash_of(cls, password_hash: str, password: str) -> bool:
        try:
            return cls.hasher.verify(password_hash, password)
        except (Argon2Error, InvalidHashError):
            return False

    def set_password(self, password: str) -> None:
        """Stores the Argon2id hash and ends every other session of this account."""
        self.password_hash = self.hasher.hash(password)
        self.sign_in_round = (self.sign_in_round or 0) + 1

    def disable(self, now: datetime) -> None:
        self.disabled_at = self.disabled_at or now
        self.sign_in_round += 1

    def enable(self) -> None:
        self.disabled_at = None

    def is_last_administrator(self) -> bool:
        others = select(Account.id).where(
            Account.role == "administrator", Account.disabled_at.is_(None), Account.id != self.id
        )
        return self.role == "administrator" and db.session.scalar(others.limit(1)) is None
