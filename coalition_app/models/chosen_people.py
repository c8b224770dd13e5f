"""Several people at once: each act is one statement, however many are meant."""

from datetime import datetime

from sqlalchemy import ColumnElement, select, update

from coalition_app.extensions import db
from coalition_app.models.indexing import reindex
from coalition_app.models.person import Person


class ChosenPeople:
    """Those that `which` holds for. Each act says how many it changed."""

    def __init__(self, which: ColumnElement[bool]):
        self.which = which

    def make_activists(self) -> int:
        """Who comes along with us is ours."""
        return self._change(~Person.is_activist, is_activist=True, is_ours=True)

    def release_activists(self) -> int:
        return self._change(Person.is_activist, is_activist=False)

    def work_at(self, worksite: str) -> int:
        ids = self._ids(Person.worksite != worksite)
        count = self._change(Person.worksite != worksite, worksite=worksite)
        reindex(Person, ids)
        return count

    def refuse_mail(self) -> int:
        """They asked for no letters and no emails."""
        return self._change(~Person.do_not_mail, do_not_mail=True)

    def archive(self, now: datetime) -> int:
        ids = self._ids(Person.archived_at.is_(None))
        count = self._change(Person.archived_at.is_(None), archived_at=now)
        reindex(Person, ids)
        return count

    def restore(self) -> int:
        ids = self._ids(Person.archived_at.is_not(None))
        count = self._change(Person.archived_at.is_not(None), archived_at=None)
        reindex(Person, ids)
        return count

    def _ids(self, lacking: ColumnElement[bool]) -> list[int]:
        return list(db.session.scalars(select(Person.id).where(self.which, lacking)))

    def _change(self, lacking: ColumnElement[bool], **values) -> int:
        """Counts as a change of each: somebody who edits one of them meanwhile is told."""
        changing = update(Person).where(self.which, lacking)
        changing = changing.values(version=Person.version + 1, **values)
        done = db.session.execute(changing, execution_options={"synchronize_session": False})
        return done.rowcount
