"""A closed meeting that was opened again."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from coalition_app.extensions import db


class Reopening(db.Model):
    """When, and why: what was closed counts as told, so a change of it says its reason."""

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    reopened_on: Mapped[date]
    reason: Mapped[str]
