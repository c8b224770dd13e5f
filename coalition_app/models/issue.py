"""What is worked on, in two words: a tag that organizations share with our agenda."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, inspect, select
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from coalition_app.extensions import db
from coalition_app.lib.folding import fold

if TYPE_CHECKING:
    from coalition_app.models.organization import Organization


class OrganizationIssue(db.Model):
    organization_id: Mapped[int] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), primary_key=True
    )
    issue_id: Mapped[int] = mapped_column(
        ForeignKey("issue.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Issue(db.Model):
    """`is_ours` when it stands on our agenda as well."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded_name: Mapped[str] = mapped_column(unique=True)
    is_ours: Mapped[bool] = mapped_column(default=False)

    organizations: Mapped[list["Organization"]] = relationship(
        secondary="organization_issue", back_populates="issues"
    )

    @validates("name")
    def _is_found_by_any_spelling(self, _key: str, name: str) -> str:
        self.folded_name = fold(name)
        return name

    @classmethod
    def in_order(cls):
        """Ours first, then by name."""
        return select(cls).order_by(cls.is_ours.desc(), cls.folded_name)

    @classmethod
    def ours(cls):
        return cls.in_order().where(cls.is_ours)

    @classmethod
    def named(cls, name: str) -> "Issue":
        """The one issue of that name, whatever case or accents; a new one if there is none."""
        wanted = fold(name)
        for pending in db.session.new:
            if isinstance(pending, cls) and pending.folded_name == wanted:
                return pending
        with db.session.no_autoflush:
            found = db.session.scalar(select(cls).where(cls.folded_name == wanted))
        if found is None:
            found = cls(name=name)
            db.session.add(found)
        return found

    @classmethod
    def of_line(cls, line: str) -> list["Issue"]:
        """'Voting rights, jobs' as two issues, each once, in their order."""
        names = [" ".join(part.split()) for part in line.split(",")]
        return list(dict.fromkeys(cls.named(name) for name in names if name))

    @property
    def is_used(self) -> bool:
        return self.is_ours or bool(self.organizations)

    @staticmethod
    def drop_unused(issues: Iterable["Issue"]) -> None:
        """Half a word that was saved while somebody typed does not stay in the suggestions."""
        for issue in issues:
            if not issue.is_used and inspect(issue).persistent:
                db.session.delete(issue)
            elif not issue.is_used:
                db.session.expunge(issue)
