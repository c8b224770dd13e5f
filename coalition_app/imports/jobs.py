"""Reading contacts in, and taking that back, each as a job in a child process."""

from coalition_app.extensions import db
from coalition_app.imports.blueprint import sheet_of
from coalition_app.lib.sheets import SheetRefused
from coalition_app.lib.wording import plural
from coalition_app.models import EverythingKnown, Import, ImportUndoing, ImportWriting
from coalition_app.storage import dialect
from coalition_app.web import clock, jobs, uploads

RESULT = "Look at the result"


def read_in(running: jobs.Running) -> jobs.Outcome:
    """The file and what is known are read without keeping anybody from writing."""
    of = db.session.get(Import, running.given["import_id"])
    address = f"/imports/{of.id}"
    try:
        sheet = sheet_of(of)
    except SheetRefused as problem:
        raise jobs.Failed(str(problem), address, RESULT) from None
    db.session.commit()
    with dialect.reading(db.engine) as connection:
        known = EverythingKnown(connection.execute)
    writing = ImportWriting(of, sheet, clock.today(), known)
    running.begin(len(sheet.rows), "Reading in, row by row")
    for done in writing.portions():
        running.report(done)
    kept, of.stored_as = of.stored_as, None
    of.finish(clock.now())
    db.session.commit()
    uploads.drop(kept)
    words = f"{plural(of.created_count, 'record')} created, {of.updated_count:,} updated"
    return jobs.Outcome(f"{words}, {plural(of.skipped_count, 'row')} left out.", address, RESULT)


def take_back(running: jobs.Running) -> jobs.Outcome:
    of = db.session.get(Import, running.given["import_id"])
    undoing = ImportUndoing(of, clock.now())
    running.begin(undoing.total, "Undoing, the newest first")
    for done in undoing.portions():
        running.report(done)
    of.finish_undoing(clock.now())
    return jobs.Outcome("It is undone.", f"/imports/{of.id}", RESULT)


JOBS = {
    "import": jobs.Work(
        read_in,
        stopped="What was read in so far stays until you go on, or undo it.",
        again="Go on",
    ),
    "undoing": jobs.Work(take_back, stopped="What is undone so far stays undone.", again="Go on"),
}
