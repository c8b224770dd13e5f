"""Help offered or asked, in either direction (step 7)."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.lib.folding import fold
from coalition_app.models.commitment import Commitment
from coalition_app.models.meeting import Meeting
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.record import Versioned
from coalition_app.models.resource import Resource


class Assistance(Versioned, db.Model):
    __table_args__ = (
        CheckConstraint(
            "state IN ('proposed', 'agreed', 'given', 'declined', 'nothing_needed')",
            name="state_known",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    resource_id: Mapped[int | None] = mapped_column(ForeignKey("resource.id", ondelete="SET NULL"))
    what: Mapped[str] = mapped_column(default="")
    we_give: Mapped[bool] = mapped_column(default=True)
    state: Mapped[str] = mapped_column(default="proposed")
    offered_on: Mapped[date]
    settled_on: Mapped[date | None]
    promised_count: Mapped[int | None]
    came_count: Mapped[int | None]
    commitment_id: Mapped[int | None] = mapped_column(
        ForeignKey("commitment.id", ondelete="SET NULL"), unique=True
    )

    organization: Mapped[Organization] = relationship()
    meeting: Mapped[Meeting | None] = relationship(back_populates="assistances")
    resource: Mapped[Resource | None] = relationship()
    commitment: Mapped[Commitment | None] = relationship(back_populates="assistance")

    @classmethod
    def of(cls, organization: Organization):
        return (
            select(cls)
            .where(cls.organization_id == organization.id)
            .order_by(cls.offered_on.desc(), cls.id.desc())
        )

    @classmethod
    def offer(
        cls, organization: Organization, what: str, today: date, *, we_give: bool = True, **details
    ) -> "Assistance":
        """Adds help offered or asked; the same twice on a day (a form sent twice) is one."""
        details |= {"organization": organization, "what": what, "offered_on": today}
        details["we_give"] = we_give
        alike = select(cls).filter_by(**details).where(cls.state.in_(("proposed", "agreed")))
        assistance = db.session.scalar(alike.limit(1))
        if assistance is None:
            resource = Resource.meant_by(what)
            assistance = cls(**details, state="proposed", resource=resource)
            db.session.add(assistance)
        return assistance

    @classmethod
    def to_agree(
        cls,
        organization: Organization,
        what: str,
        today: date,
        due_on: date | None,
        *,
        we_give: bool = True,
        meeting: Meeting | None = None,
    ) -> "Assistance":
        """What was offered before in these words, else a new offer; agreed today (a form sent
        twice), it is the same still. Of two wordings the longer one says more."""
        is_open = (cls.state == "proposed") | (Commitment.made_on == today)
        known = (
            cls.of(organization)
            .outerjoin(cls.commitment)
            .where(cls.we_give == we_give, cls.state.in_(("proposed", "agreed")), is_open)
            .order_by(None)
            .order_by(cls.state.desc(), cls.id.desc())
        )
        resource = Resource.meant_by(what)
        for each in db.session.scalars(known):
            if each.is_meant_by(what, resource, due_on):
                each.what = max(each.what, what, key=len)
                each.meeting = each.meeting or meeting
                return each
        return cls.offer(organization, what, today, we_give=we_give, meeting=meeting)

    @classmethod
    def nothing_needed(
        cls, organization: Organization, today: date, meeting: Meeting | None = None
    ) -> "Assistance":
        """We asked, and they need nothing now; said twice on a day it is one answer."""
        details = {"organization": organization, "meeting": meeting, "offered_on": today}
        alike = select(cls).filter_by(**details, state="nothing_needed")
        assistance = db.session.scalar(alike.limit(1))
        if assistance is None:
            assistance = cls(**details, state="nothing_needed")
            db.session.add(assistance)
        return assistance

    @classmethod
    def with_all(cls):
        """Help in either direction with everybody in view, the newest first."""
        helped = select(cls).join(cls.organization).where(Organization.archived_at.is_(None))
        return helped.order_by(cls.offered_on.desc(), cls.id.desc())

    @classmethod
    def lent(cls):
        """What of ours is promised to others and not given yet, by day."""
        return (
            select(cls)
            .join(cls.commitment)
            .where(cls.we_give, cls.state == "agreed", cls.resource_id.is_not(None))
            .order_by(Commitment.due_on.is_(None), Commitment.due_on, cls.id)
        )

    @property
    def clashes(self) -> list["Assistance"]:
        """The same thing of ours, promised to others for the same day."""
        if not (self.resource_id and self.commitment and self.commitment.due_on):
            return []
        same = Assistance.lent().where(
            Assistance.resource_id == self.resource_id,
            Commitment.due_on == self.commitment.due_on,
            Assistance.id != self.id,
        )
        return list(db.session.scalars(same))

    @property
    def warnings(self) -> list[str]:
        """What to say to whoever promised the same thing of ours twice for a day."""
        names = (other.organization.full_name for other in self.clashes)
        return [f"{self.what} is promised to {name} for the same day as well." for name in names]

    def count(self, promised: int, came: int) -> None:
        """How many were promised, and how many came."""
        self.promised_count, self.came_count = promised, came

    @property
    def turnout(self) -> str:
        """'7 of 10 came: volunteers, May 1', for a standing to cite; empty if uncounted."""
        if self.came_count is None:
            return ""
        when = f", {self.settled_on:%b} {self.settled_on.day}" if self.settled_on else ""
        return f"{self.came_count:,} of {self.promised_count:,} came: {self.what}{when}"

    @property
    def is_open(self) -> bool:
        return self.state in ("proposed", "agreed")

    def is_meant_by(self, what: str, resource: Resource | None, due_on: date | None) -> bool:
        """'Meeting space' and 'meeting space on May 14' are one, two days are two."""
        short, long = sorted((fold(self.what).strip(" ."), fold(what).strip(" .")), key=len)
        if long == short:
            return True
        is_open = self.commitment is None or self.commitment.due_on == due_on
        is_same_thing = resource is not None and self.resource is resource
        return is_open and is_same_thing and long.startswith((f"{short} ", f"{short},"))

    def agree(
        self,
        today: date,
        owner: Person | None,
        due_on: date | None,
        meeting: Meeting | None = None,
    ) -> Commitment:
        """Agreeing creates its commitment: one typing, two views. `meeting`: at which they agreed,
        if not where it was offered."""
        self.state, self.settled_on = "agreed", None
        if self.commitment is None:
            self.commitment = Commitment(
                organization=self.organization,
                meeting=meeting or self.meeting,
                what=self.what,
                is_ours=self.we_give,
                owner=owner,
                due_on=due_on,
                made_on=today,
            )
        return self.commitment

    def give(self, today: date) -> None:
        self.state, self.settled_on = "given", today

    def decline(self, today: date) -> None:
        self.state, self.settled_on = "declined", today

    def take_back(self) -> None:
        """The commitment is open again, so the help is agreed, not given."""
        self.state, self.settled_on = "agreed", None
