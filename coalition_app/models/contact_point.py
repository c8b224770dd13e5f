"""One more phone, email or link of an organization or a person, beside the first of each."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.lib.contact_line import ContactLine
from coalition_app.lib.folding import fold
from coalition_app.lib.reach import KINDS, Point, read_points

if TYPE_CHECKING:
    from coalition_app.models.organization import Organization
    from coalition_app.models.person import Person


class ContactPoint(db.Model):
    __table_args__ = (
        CheckConstraint("kind IN ('phone', 'email', 'link')", name="kind_known"),
        CheckConstraint("(organization_id IS NULL) <> (person_id IS NULL)", name="of_one"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    organization_id: Mapped[int | None] = mapped_column(
        ForeignKey("organization.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    kind: Mapped[str]
    label: Mapped[str] = mapped_column(default="")
    value: Mapped[str]

    organization: Mapped["Organization | None"] = relationship(back_populates="contact_points")
    person: Mapped["Person | None"] = relationship(back_populates="contact_points")

    @property
    def point(self) -> Point:
        return Point(self.kind, self.value, self.label)


class Reachable:
    """A trait of who has a first phone, a first email, perhaps a website, and further ones."""

    @property
    def reach_lines(self) -> str:
        """The further ones as they are typed, one a line."""
        return "\n".join(each.point.line for each in self.contact_points)

    @reach_lines.setter
    def reach_lines(self, text: str) -> None:
        points = [point for line in text.splitlines() for point in read_points(line)]
        points = list(dict.fromkeys(points))
        if points == [each.point for each in self.contact_points]:
            return
        self.contact_points = [
            ContactPoint(kind=point.kind, label=point.label, value=point.value) for point in points
        ]
        self.touch()

    def can_be_reached(self, line: ContactLine) -> None:
        """Adds the phone and the email of a typed line, if they are new."""
        known = {fold(point.value) for point in self.points}
        for kind, value in (("phone", line.phone), ("email", line.email)):
            if not value or fold(value) in known:
                continue
            if getattr(self, kind):
                self.contact_points.append(ContactPoint(kind=kind, value=value))
                self.touch()
            else:
                setattr(self, kind, value)

    def refuses(self, kind: str) -> str:
        """Why a way must not be used, in the words beside it; a person may ask so."""
        return ""

    @property
    def points(self) -> list[Point]:
        """All ways to reach them: phones, then emails, then links; the first of each on top."""
        firsts = zip(KINDS, (self.phone, self.email, getattr(self, "website", "")), strict=True)
        found = [Point(kind, value) for kind, value in firsts if value]
        found += [each.point for each in self.contact_points]
        return sorted(found, key=lambda point: KINDS.index(point.kind))
