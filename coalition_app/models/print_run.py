"""Several letters printed as one file, in one order, and their labels in the same."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from coalition_app.extensions import db
from coalition_app.models.job import Job
from coalition_app.models.record import Versioned

if TYPE_CHECKING:
    from coalition_app.models.account import Account
    from coalition_app.models.letter import Letter


class PrintRun(Versioned, db.Model):
    """`kind`: of its letters, or '' for labels alone; `chosen`: what the recipients were chosen by;
    `left_out`: who is not among them and why."""

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    kind: Mapped[str] = mapped_column(default="")
    sorting: Mapped[str] = mapped_column(default="name")
    is_per_household: Mapped[bool] = mapped_column(default=False)
    chosen: Mapped[dict] = mapped_column(JSON, default=dict)
    left_out: Mapped[list] = mapped_column(JSON, default=list)
    made_at: Mapped[datetime]
    printed_at: Mapped[datetime | None]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    job_id: Mapped[int | None] = mapped_column(ForeignKey("job.id"))

    made_by: Mapped["Account | None"] = relationship()
    job: Mapped[Job | None] = relationship()
    letters: Mapped[list["Letter"]] = relationship(
        back_populates="print_run", order_by="Letter.place_in_run"
    )
