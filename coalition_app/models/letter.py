"""A letter: draft, then sent. Sent is evidence, never edited, only followed by another."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, func, select
from sqlalchemy.orm import Mapped, deferred, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.introduction import Introduction
from coalition_app.models.meeting import Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.record import Versioned

if TYPE_CHECKING:
    from coalition_app.models.assistance import Assistance
    from coalition_app.models.commitment import Commitment
    from coalition_app.models.print_run import PrintRun

KINDS = {
    "follow_up": "follow-up letter",
    "thanks": "thanks for help",
    "introduction_request": "introduction request to HQ",
    "ally_request": "introduction request to an ally",
    "member_request": "introduction request to our member",
    "first_letter": "first letter",
    "come_along": "invitation to come along",
    "briefing_invitation": "invitation to brief our members",
    "confirmation": "confirmation of a commitment",
    "general": "letter",
}
# About the organization, not to it: no contact with them.
ABOUT_THEM = ("introduction_request", "ally_request", "member_request", "come_along")
A_DAY = timedelta(days=1)
WAYS = {"mail": "by mail", "email": "by email", "hand": "by hand"}


class LetterAlreadySent(Exception):
    """A sent letter is evidence and is not changed."""


class Letter(Versioned, db.Model):
    __table_args__ = (
        CheckConstraint(
            f"kind IN ({', '.join(repr(kind) for kind in KINDS)})",
            name="kind_known",
        ),
        CheckConstraint("(sent_on IS NULL) = (sent_by IS NULL)", name="sent_with_a_way"),
        CheckConstraint("sent_by IN ('mail', 'email', 'hand')", name="way_known"),
        # What went to each organization, without touching the rows and their text.
        Index("ix_letter_went", "organization_id", "kind", "meeting_id", "sent_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(default="follow_up")
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    introduction_id: Mapped[int | None] = mapped_column(ForeignKey("introduction.id"), index=True)
    commitment_id: Mapped[int | None] = mapped_column(ForeignKey("commitment.id"), index=True)
    assistance_id: Mapped[int | None] = mapped_column(ForeignKey("assistance.id"), index=True)
    recipient_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    address: Mapped[str] = mapped_column(default="")
    dated_on: Mapped[date]
    subject: Mapped[str] = mapped_column(default="")
    salutation: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    closing: Mapped[str] = mapped_column(default="In solidarity,")
    signer_name: Mapped[str] = mapped_column(default="", index=True)
    signer_title: Mapped[str] = mapped_column(default="")
    print_run_id: Mapped[int | None] = mapped_column(ForeignKey("print_run.id"), index=True)
    place_in_run: Mapped[int | None]
    printed_at: Mapped[datetime | None]
    sent_on: Mapped[date | None]
    sent_by: Mapped[str | None]
    sender_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    paper: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))

    organization: Mapped[Organization | None] = relationship()
    meeting: Mapped[Meeting | None] = relationship()
    introduction: Mapped[Introduction | None] = relationship()
    commitment: Mapped["Commitment | None"] = relationship()
    assistance: Mapped["Assistance | None"] = relationship()
    print_run: Mapped["PrintRun | None"] = relationship(back_populates="letters")
    recipient: Mapped[Person | None] = relationship(foreign_keys=recipient_id)
    sender: Mapped[Person | None] = relationship(foreign_keys=sender_id)

    @classmethod
    def drafts(cls):
        return select(cls).where(cls.sent_on.is_(None)).order_by(cls.dated_on.desc(), cls.id.desc())

    @classmethod
    def sent(cls):
        return (
            select(cls).where(cls.sent_on.is_not(None)).order_by(cls.sent_on.desc(), cls.id.desc())
        )

    @classmethod
    def of(cls, organization: Organization, **about):
        """Those to one organization about the same thing (`kind`, `meeting`, `introduction`)."""
        return select(cls).filter_by(organization=organization, **about).order_by(cls.id.desc())

    @classmethod
    def follow_up_sent_on(cls, meeting: Meeting, organization: Organization):
        """The day on which the first one went."""
        of = (cls.meeting == meeting, cls.organization == organization, cls.kind == "follow_up")
        return select(func.min(cls.sent_on)).where(*of)

    @classmethod
    def already_sent(cls, meeting: Meeting, organization: Organization, on: date, way: str):
        """'I already sent it': the follow-up went another way, with no text here."""
        return cls(
            kind="follow_up",
            organization=organization,
            meeting=meeting,
            dated_on=on,
            sent_on=on,
            sent_by=way,
        )

    @property
    def title(self) -> str:
        """'Follow-up letter'."""
        return KINDS[self.kind][:1].upper() + KINDS[self.kind][1:]

    @property
    def addressee(self) -> str:
        """Whom its envelope names: a person, else the organization or office."""
        if self.recipient:
            return self.recipient.name
        if self.organization and self.kind not in ABOUT_THEM:
            return self.organization.full_name
        return next(iter(self.address_lines), "")

    @property
    def about(self) -> str:
        """As lists show it: the organization, else who gets it."""
        return self.organization.full_name if self.organization else self.addressee

    @property
    def is_sent(self) -> bool:
        return self.sent_on is not None

    @property
    def address_lines(self) -> list[str]:
        return [line.strip() for line in self.address.splitlines() if line.strip()]

    def print_at(self, now: datetime) -> None:
        """It came out of the printer; whether it went is said apart."""
        self.printed_at = now

    def send(self, on: date, way: str, sender: Person | None, paper: bytes | None = None) -> None:
        """Marks it sent and keeps the page as it went."""
        if self.is_sent:
            raise LetterAlreadySent
        self.sent_on, self.sent_by, self.sender, self.paper = on, way, sender, paper

    def may_take_back(self, person: Person | None, today: date) -> bool:
        """A slip of the pen, within a day, by whoever made it; later it is evidence."""
        is_own = person is not None and self.sender is person
        return self.is_sent and is_own and self.sent_on >= today - A_DAY

    def take_back(self) -> None:
        """It did not go after all."""
        self.sent_on = self.sent_by = self.sender = self.paper = None
