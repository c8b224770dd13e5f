"""An organization we might work with, listed until somebody starts it."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Index, literal_column, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.affiliation import Affiliation
from coalition_app.models.contact_point import Reachable
from coalition_app.models.organization_name import Named
from coalition_app.models.person import Person
from coalition_app.models.record import Archivable, Postal, Versioned
from coalition_app.models.research import Researched

if TYPE_CHECKING:
    from coalition_app.models.campaign import Campaign
    from coalition_app.models.contact_point import ContactPoint
    from coalition_app.models.issue import Issue
    from coalition_app.models.standing import Pause, Review, Standing

KINDS = ("labor", "community")
SCOPES = ("national", "regional", "local")
FIELDS = (
    "arts",
    "civil rights",
    "community development",
    "disability",
    "education",
    "environment",
    "faith",
    "food",
    "health",
    "housing",
    "human services",
    "immigrant rights",
    "labor",
    "legal aid",
    "neighborhood",
    "public policy",
    "seniors",
    "veterans",
    "women",
    "youth",
    "other",
)


IN_VIEW = literal_column("archived_at IS NULL")
STARTED = literal_column("archived_at IS NULL AND started_on IS NOT NULL")


class Organization(Named, Researched, Reachable, Versioned, Archivable, Postal, db.Model):
    __table_args__ = (
        CheckConstraint("kind IN ('', 'labor', 'community')", name="kind_known"),
        CheckConstraint("scope IN ('', 'national', 'regional', 'local')", name="scope_known"),
        CheckConstraint("started_on IS NULL OR lead_id IS NOT NULL", name="started_has_lead"),
        # The list pages through these two without touching the rows it does not show.
        # Of a part: SQLite would think that `archived_at IS NULL` finds only a few.
        Index(
            "ix_organization_view",
            *("sort_name", "archived_at"),
            sqlite_where=IN_VIEW,
            postgresql_where=IN_VIEW,
        ),
        Index("ix_organization_started", "lead_id", sqlite_where=STARTED, postgresql_where=STARTED),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    chapter: Mapped[str] = mapped_column(default="")
    sort_name: Mapped[str]
    acronym: Mapped[str] = mapped_column(default="")
    nickname: Mapped[str] = mapped_column(default="")
    former_names: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="")
    field: Mapped[str] = mapped_column(default="")
    scope: Mapped[str] = mapped_column(default="")
    has_members: Mapped[bool | None]
    members_count: Mapped[int | None]
    strategic_reason: Mapped[str] = mapped_column(default="")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"), index=True)
    is_national_partner: Mapped[bool] = mapped_column(default=False, index=True)
    goes_through_hq: Mapped[bool] = mapped_column(default=False)
    website: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    visiting_address: Mapped[str] = mapped_column(default="")
    mission: Mapped[str] = mapped_column(default="")
    structure: Mapped[str] = mapped_column(default="")
    allies: Mapped[str] = mapped_column(default="")
    opponents: Mapped[str] = mapped_column(default="")
    private_notes: Mapped[str] = mapped_column(default="")
    ein: Mapped[str | None] = mapped_column(unique=True)
    file_number: Mapped[str | None] = mapped_column(unique=True)
    external_id: Mapped[str] = mapped_column(default="", index=True)
    tax_status: Mapped[str] = mapped_column(default="")
    listed_contact: Mapped[str] = mapped_column(default="")
    origin: Mapped[str] = mapped_column(default="")
    listed_on: Mapped[date | None]
    suggested_by_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"), index=True)
    suggested_at_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    started_on: Mapped[date | None]
    lead_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    cadence_days: Mapped[int | None]

    parent: Mapped["Organization | None"] = relationship(
        foreign_keys=parent_id, remote_side="Organization.id", back_populates="chapters"
    )
    chapters: Mapped[list["Organization"]] = relationship(
        foreign_keys=parent_id, back_populates="parent"
    )
    suggested_by: Mapped["Organization | None"] = relationship(
        foreign_keys=suggested_by_id, remote_side="Organization.id"
    )
    lead: Mapped[Person | None] = relationship(foreign_keys=lead_id)
    affiliations: Mapped[list[Affiliation]] = relationship(
        back_populates="organization", order_by="Affiliation.id", cascade="all, delete-orphan"
    )
    campaigns: Mapped[list["Campaign"]] = relationship(
        back_populates="organization", order_by="Campaign.id.desc()", cascade="all, delete-orphan"
    )
    contact_points: Mapped[list["ContactPoint"]] = relationship(
        back_populates="organization", order_by="ContactPoint.id", cascade="all, delete-orphan"
    )
    issues: Mapped[list["Issue"]] = relationship(
        secondary="organization_issue", back_populates="organizations", order_by="Issue.folded_name"
    )
    reviews: Mapped[list["Review"]] = relationship(
        back_populates="organization", order_by="Review.reviewed_on.desc(), Review.id.desc()"
    )
    pauses: Mapped[list["Pause"]] = relationship(
        back_populates="organization", order_by="Pause.paused_on.desc(), Pause.id.desc()"
    )
    standings: Mapped[list["Standing"]] = relationship(
        back_populates="organization", order_by="Standing.rated_on.desc(), Standing.id.desc()"
    )

    # The national organizations CWA has a relationship with (guide, step 1); HQ knows them.
    NATIONAL_PARTNERS = (
        ("Jobs with Justice", "JWJ", "", "labor"),
        ("NAACP", "", "National Association for the Advancement of Colored People", "civil rights"),
        ("Sierra Club", "", "", "environment"),
        ("Common Cause", "", "", "public policy"),
        ("People's Action", "NPA", "National People's Action", "neighborhood"),
        ("Community Change", "CCC", "Center for Community Change", "community development"),
    )

    @classmethod
    def in_view(cls):
        return select(cls).where(cls.archived_at.is_(None)).order_by(cls.sort_name, cls.id)

    @classmethod
    def started(cls):
        return cls.in_view().where(cls.started_on.is_not(None))

    @classmethod
    def listed(cls):
        return cls.in_view().where(cls.started_on.is_(None))

    @classmethod
    def national_partners(cls, today: date) -> list["Organization"]:
        """The six partners as they are listed, not started, on the first day."""
        return [
            cls(
                name=name,
                acronym=acronym,
                former_names=former,
                field=field,
                kind="community",
                scope="national",
                has_members=True,
                is_national_partner=True,
                origin="our union's list of national partners",
                listed_on=today,
            )
            for name, acronym, former, field in cls.NATIONAL_PARTNERS
        ]

    @property
    def is_started(self) -> bool:
        return self.started_on is not None

    @property
    def current_affiliations(self) -> list[Affiliation]:
        current = [a for a in self.affiliations if a.is_current and not a.person.is_archived]
        return sorted(current, key=lambda affiliation: not affiliation.is_primary)

    @property
    def primary_contact(self) -> Person | None:
        return next((affiliation.person for affiliation in self.current_affiliations), None)

    @property
    def standing(self) -> "Standing | None":
        return self.standings[0] if self.standings else None

    def pause_on(self, today: date) -> "Pause | None":
        return next((pause for pause in self.pauses if pause.covers(today)), None)

    def start(self, lead: Person, today: date) -> None:
        """Puts it on the path: from now on it speaks up on Today."""
        self.started_on = self.started_on or today
        self.lead = lead

    def is_below(self, other: "Organization") -> bool:
        """Whether it is a chapter of `other`, directly or through a chapter between."""
        seen, parent = set(), self.parent
        while parent is not None and parent.id not in seen:
            if parent is other:
                return True
            seen.add(parent.id)
            parent = parent.parent
        return False
