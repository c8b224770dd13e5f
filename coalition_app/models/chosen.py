"""Several organizations at once: each act is one statement, however many are meant."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, func, insert, literal, select, update

from coalition_app.extensions import db
from coalition_app.models.indexing import reindex
from coalition_app.models.issue import Issue, OrganizationIssue
from coalition_app.models.organization import Organization
from coalition_app.models.person import Person
from coalition_app.models.standing import Pause


class Chosen:
    """Those that `which` holds for. Each act says how many it changed."""

    def __init__(self, which: ColumnElement[bool]):
        self.which = which

    @property
    def count(self) -> int:
        return db.session.scalar(select(func.count(Organization.id)).where(self.which))

    def lead_by(self, lead: Person) -> int:
        return self._change(lead_id=lead.id)

    def archive(self, now: datetime) -> int:
        return self._move(Organization.archived_at.is_(None), now)

    def restore(self) -> int:
        return self._move(Organization.archived_at.is_not(None), None)

    def work_on(self, issue: Issue) -> int:
        """Those that have the issue already keep it once."""
        db.session.flush()
        having = select(OrganizationIssue.organization_id).where(
            OrganizationIssue.issue_id == issue.id
        )
        lacking = Chosen(self.which & Organization.id.not_in(having))
        rows = select(Organization.id, literal(issue.id)).where(lacking.which)
        count = lacking.count
        into = insert(OrganizationIssue).from_select(["organization_id", "issue_id"], rows)
        db.session.execute(into)
        return count

    def pause(self, reason: str, until: date | None, today: date) -> int:
        """One that is paused already gets the new reason and day."""
        ids = select(Organization.id).where(self.which)
        running = Pause.organization_id.in_(ids) & Pause.id.in_(_running(today))
        db.session.execute(
            update(Pause).where(running).values(reason=reason, until=until),
            execution_options={"synchronize_session": False},
        )
        silent = select(Organization.id, literal(reason), literal(today), literal(until)).where(
            self.which, Organization.id.not_in(Pause.running(today))
        )
        columns = ["organization_id", "reason", "paused_on", "until"]
        db.session.execute(insert(Pause).from_select(columns, silent))
        return self.count

    def _move(self, those: ColumnElement[bool], archived_at: datetime | None) -> int:
        """Into the archive or out of it; the search knows which are there."""
        meant = self.which & those
        ids = list(db.session.scalars(select(Organization.id).where(meant)))
        count = Chosen(meant)._change(archived_at=archived_at)
        reindex(Organization, ids)
        return count

    def _change(self, **values) -> int:
        """Counts as a change of each: somebody who edits one of them meanwhile is told."""
        changing = update(Organization).where(self.which)
        changing = changing.values(version=Organization.version + 1, **values)
        done = db.session.execute(changing, execution_options={"synchronize_session": False})
        return done.rowcount


def _running(today: date):
    return Pause.running(today).with_only_columns(Pause.id)
